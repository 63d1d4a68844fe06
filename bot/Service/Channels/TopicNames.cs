using RenkeiBot.Cards;
using RenkeiBot.Data.Channels;

namespace RenkeiBot.Service.Channels;

/// <summary>配信する内容 in words.</summary>
internal static class TopicNames
{
    private static readonly (ChannelTopics Topic, string Name)[] All =
    [
        (ChannelTopics.Announcements, "お知らせ"),
        (ChannelTopics.Meetings, "会議"),
        (ChannelTopics.DisasterSupport, "災害支援"),
        (ChannelTopics.Events, "展示・イベント"),
        (ChannelTopics.Proposals, "新着提案"),
    ];

    /// <summary>The topics that a form offers.</summary>
    public static IReadOnlyList<CardChoice> Choices { get; } = [.. All.Select(one => new CardChoice(one.Name, one.Topic.ToString()))];

    /// <summary>The values of the choices that are among some topics.</summary>
    public static IReadOnlyList<string> Values(ChannelTopics topics) => [.. All.Where(one => topics.HasFlag(one.Topic)).Select(one => one.Topic.ToString())];

    /// <summary>The topics of some values of the choices.</summary>
    public static ChannelTopics Of(IEnumerable<string> values) => values.Aggregate(ChannelTopics.None, (topics, value) => topics | Enum.Parse<ChannelTopics>(value));

    /// <summary>The names of some topics.</summary>
    public static IReadOnlyList<string> NamesOf(ChannelTopics topics) => [.. All.Where(one => topics.HasFlag(one.Topic)).Select(one => one.Name)];

    /// <summary>The topic of a name; none for anything else.</summary>
    public static ChannelTopics Named(string name) => Array.Find(All, one => one.Name == name).Topic;
}
