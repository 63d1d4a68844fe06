namespace RenkeiBot.Cards.Channels;

/// <summary>What the buttons of the channels' cards send back. The channel is the one in which they are pressed.</summary>
public static class ChannelVerbs
{
    /// <summary>「保存する」: the inputs of the settings.</summary>
    public const string Save = "channels.save";

    /// <summary>「元に戻す」: the settings before the last save.</summary>
    public const string Undo = "channels.undo";

    /// <summary>A page of all channels.</summary>
    public const string List = "channels.list";
}

/// <summary>The keys of the inputs of the channels' cards, beside those of <see cref="Proposals.ProposalKeys"/>.</summary>
public static class ChannelKeys
{
    /// <summary>Input: 配信する内容.</summary>
    public const string Topics = "topics";
}
