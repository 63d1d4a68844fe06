namespace RenkeiBot.Service.Outbox;

/// <summary>Why messages were given up, in words, and what can be done (Microsoft Teams: status codes of the Connector).</summary>
internal static class OutboxFailures
{
    /// <summary>The message in whose thread it stands was not delivered.</summary>
    public const string NoParent = "NoParent";

    /// <summary>The channel gave no id for what it took.</summary>
    public const string NoId = "NoId";

    /// <summary>The person has not written to the bot for as long as a message waits for them.</summary>
    public const string Unreached = "Unreached";

    /// <summary>The row cannot be read.</summary>
    public const string Unreadable = "Unreadable";

    /// <summary>Something went wrong that nobody has thought of; the log has it.</summary>
    public const string Unexpected = "Unexpected";

    private static readonly (string Mark, string Reason, string Advice)[] Known =
    [
        ("BotNotInConversationRoster", "ボットが会話に入っていません", "チームまたは個人のチャットに、アプリを追加し直してもらってください。"),
        ("ConversationBlockedByUser", "相手の方がボットを拒否しています", "ご本人に、Teamsでボットの拒否を解除してもらってください。"),
        ("BotDisabledByAdmin", "ボットが組織の管理者に止められています", "組織のTeams管理者に、アプリの許可を確認してください。"),
        ("MessageWritesBlocked", "会話への書き込みが止められています", "チームの所有者に、チャネルの設定を確認してください。"),
        ("NotEnoughPermissions", "書き込む権限がありません", "組織のTeams管理者に、アプリの権限を確認してください。"),
        ("ForbiddenOperationException", "書き込む権限がありません", "組織のTeams管理者に、アプリの権限を確認してください。"),
        ("ActivityNotFoundInConversation", "元のメッセージが削除されています", "必要であれば、新しく配信してください。"),
        ("ConversationNotFound", "会話が見つかりません", "チャネルが削除されていないか確認し、必要であればボットを追加し直してもらってください。"),
        ("MessageSizeTooBig", "内容が大きすぎます", "本文を短くして、配信し直してください。"),
        (NoParent, "元になるメッセージが届いていません", "先に、元のメッセージを再送してください。"),
        (NoId, "Teamsから番号が返らなかったため、変更できません", "必要であれば、新しく配信してください。"),
        (Unreached, "ボットとのチャットがまだありません", "ご本人に、Teamsでアプリを追加し、ボットに何か送ってもらってください。そのあと、再送してください。"),
        (Unreadable, "保存された内容を読めません", "新しく配信してください。"),
        (Unexpected, "送信の途中で問題が起きました", "運用担当者にご連絡ください。"),
        ("NoToken", "ボットの認証情報を取得できませんでした", "運用担当者にご連絡ください。そのあと、再送してください。"),
        ("Refused", "許可されていない宛先です", "運用担当者にご連絡ください。"),
        ("429", "Teamsが混み合っています", "しばらくしてから、再送してください。"),
        ("401", "ボットの認証が受け付けられませんでした", "運用担当者にご連絡ください。"),
        ("403", "書き込みが許可されませんでした", "アプリが追加されているか確認し、再送してください。"),
        ("404", "宛先が見つかりません", "チャネルや会話が残っているか確認してください。"),
        ("413", "内容が大きすぎます", "本文を短くして、配信し直してください。"),
        ("400", "Teamsが内容を受け付けませんでした", "内容を確認し、運用担当者にご連絡ください。"),
        ("50", "Teamsで問題が起きています", "しばらくしてから、再送してください。"),
        ("", "Teamsに届きませんでした", "しばらくしてから、再送してください。"),
    ];

    /// <summary>The reason and the advice for a failure as it is stored (<see cref="Data.Outbox.OutboxMessage.Failure"/>).</summary>
    public static (string Reason, string Advice) Of(string failure)
    {
        var (_, reason, advice) = Array.Find(Known, one => failure.Contains(one.Mark, StringComparison.Ordinal));
        return (reason, advice);
    }
}
