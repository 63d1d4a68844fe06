namespace RenkeiBot.Cards.Events;

/// <summary>What the buttons of the events' cards send back.</summary>
public static class EventVerbs
{
    /// <summary>「行事を登録」: the empty form.</summary>
    public const string New = "events.new";

    /// <summary>「プレビュー」: the inputs of the form.</summary>
    public const string Preview = "events.preview";

    /// <summary>「登録する」「保存する」: the inputs of the form.</summary>
    public const string Save = "events.save";

    /// <summary>A page of the events on record, with <see cref="EventKeys.Words"/>.</summary>
    public const string List = "events.list";

    /// <summary>「詳しく見る」.</summary>
    public const string Open = "events.open";

    /// <summary>「編集する」: the form with what is on record.</summary>
    public const string Edit = "events.edit";

    /// <summary>「取り消す」: removes what the secretariat registered, or brings the record of the documents back.</summary>
    public const string Remove = "events.remove";
}

/// <summary>The keys of what the buttons and inputs of the events' cards send back.</summary>
public static class EventKeys
{
    /// <summary>The opaque id of the record.</summary>
    public const string Id = "id";

    /// <summary>The version of it that the card shows.</summary>
    public const string Version = "version";

    /// <summary>The opaque id of a new form: the same form sent twice makes one record.</summary>
    public const string NewId = "newId";

    /// <summary>The number of a page, from 1.</summary>
    public const string Page = "page";

    /// <summary>Input: words that the records of a list have.</summary>
    public const string Words = "words";

    /// <summary>Input: 種別.</summary>
    public const string Kind = "kind";

    /// <summary>Input: 行事名.</summary>
    public const string Title = "title";

    /// <summary>Input: 開始日.</summary>
    public const string From = "from";

    /// <summary>Input: 終了日.</summary>
    public const string Until = "until";

    /// <summary>Input: 時間.</summary>
    public const string Hours = "hours";

    /// <summary>Input: 会場.</summary>
    public const string Venue = "venue";

    /// <summary>Input: 住所.</summary>
    public const string Address = "address";

    /// <summary>Input: テーマ.</summary>
    public const string Theme = "theme";

    /// <summary>Input: 内容.</summary>
    public const string Contents = "contents";

    /// <summary>Input: 主催.</summary>
    public const string Hosts = "hosts";

    /// <summary>Input: 共催.</summary>
    public const string CoHosts = "coHosts";

    /// <summary>Input: 後援.</summary>
    public const string Supporters = "supporters";

    /// <summary>Input: 参加自治体.</summary>
    public const string Participants = "participants";

    /// <summary>Input: 問い合わせ先.</summary>
    public const string Inquiries = "inquiries";

    /// <summary>Input: URL.</summary>
    public const string Url = "url";

    /// <summary>Input: 開催状況.</summary>
    public const string Status = "status";
}
