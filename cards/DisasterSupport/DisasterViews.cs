namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>What everyone may read of a disaster.</summary>
/// <param name="Name">災害名, with the mark of an exercise.</param>
/// <param name="Severity">重大度.</param>
/// <param name="Day">発生日.</param>
/// <param name="Areas">被災地域.</param>
/// <param name="Situation">状況.</param>
public sealed record DisasterFacts(string Name, string Severity, string Day, string Areas, string Situation)
{
    /// <summary>Whether it is an exercise.</summary>
    public bool IsDrill { get; init; }

    /// <summary>対応中, 対応終了; empty before it is registered.</summary>
    public string State { get; init; } = "";

    /// <summary>When something of it changed last.</summary>
    public string UpdatedAt { get; init; } = "";

    /// <summary>What was given, a row for each kind and unit.</summary>
    public IReadOnlyList<TotalRow> Totals { get; init; } = [];

    /// <summary>What is still needed, a sentence each.</summary>
    public IReadOnlyList<string> Requests { get; init; } = [];
}

/// <summary>What was given of one kind.</summary>
/// <param name="Sort">種別.</param>
/// <param name="Joint">By the 23 wards together; empty for nothing.</param>
/// <param name="Each">By the wards, each for itself; empty for nothing.</param>
/// <param name="Sum">Both.</param>
public sealed record TotalRow(string Sort, string Joint, string Each, string Sum);

/// <summary>What one ward gave.</summary>
/// <param name="Ward">The ward, or 23区共同.</param>
/// <param name="Support">What, in words.</param>
public sealed record WardRow(string Ward, string Support);

/// <summary>A button of the disaster support's cards.</summary>
public enum DisasterButton
{
    /// <summary>「詳しく見る」.</summary>
    Open,

    /// <summary>「支援を報告」.</summary>
    Report,

    /// <summary>「集計を見る」.</summary>
    Totals,

    /// <summary>「応援・受援」.</summary>
    Requests,

    /// <summary>「応援を要請」.</summary>
    RequestForm,

    /// <summary>「経過を見る」.</summary>
    Timeline,

    /// <summary>「登録内容を訂正」.</summary>
    Edit,

    /// <summary>「状況を更新」, with a form.</summary>
    Update,

    /// <summary>「対応を終了」.</summary>
    Close,

    /// <summary>「対応を再開」.</summary>
    Reopen,

    /// <summary>「登録を取り消す」.</summary>
    Withdraw,

    /// <summary>「災害一覧」.</summary>
    List,

    /// <summary>「自分の報告」.</summary>
    Own,

    /// <summary>「訂正する」 of a report.</summary>
    EditReport,

    /// <summary>「取り下げる」 of a report.</summary>
    WithdrawReport,

    /// <summary>「訂正の履歴」.</summary>
    History,

    /// <summary>「要請を見る」.</summary>
    OpenRequest,

    /// <summary>「要請を締め切る」.</summary>
    CloseRequest,

    /// <summary>「受け入れる」.</summary>
    Confirm,

    /// <summary>「見送る」.</summary>
    Decline,

    /// <summary>「取り下げる」 of an offer.</summary>
    TakeBack,
}

/// <summary>What a <see cref="DisasterFormCard"/> shows.</summary>
/// <param name="Sentence">What the form is for.</param>
/// <param name="Id">The id of the disaster, or of the new form.</param>
public sealed record DisasterFormView(string Sentence, string Id)
{
    /// <summary>Whether it is a new one.</summary>
    public bool IsNew { get; init; } = true;

    /// <summary>The edition that is corrected.</summary>
    public int Version { get; init; }

    /// <summary>災害名.</summary>
    public string Name { get; init; } = "";

    /// <summary>発生日.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>被災地域.</summary>
    public string Areas { get; init; } = "";

    /// <summary>状況.</summary>
    public string Situation { get; init; } = "";

    /// <summary>重大度: the value chosen.</summary>
    public string Severity { get; init; } = "";

    /// <summary>訓練.</summary>
    public bool IsDrill { get; init; }

    /// <summary>The 重大度 to choose from.</summary>
    public IReadOnlyList<CardChoice> Severities { get; init; } = [];

    /// <summary>How it will look; null where the preview was not asked for.</summary>
    public DisasterFacts? Preview { get; init; }

    /// <summary>What is wrong, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}

/// <summary>What a <see cref="DisasterCard"/> shows.</summary>
/// <param name="Sentence">What is said with it.</param>
/// <param name="Facts">The disaster.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its edition.</param>
public sealed record DisasterCardView(string Sentence, DisasterFacts Facts, string Id, int Version)
{
    /// <summary>Whether others in the conversation see it.</summary>
    public bool IsShared { get; init; }

    /// <summary>What the viewer may do.</summary>
    public IReadOnlyList<DisasterButton> Buttons { get; init; } = [];

    /// <summary>What was typed into 状況を更新; empty for nothing.</summary>
    public string Typed { get; init; } = "";

    /// <summary>What is wrong with that; null for nothing.</summary>
    public string? UpdateError { get; init; }
}

/// <summary>What a <see cref="SupportListCard"/> shows: disasters, reports, what a report said, a timeline, requests.</summary>
/// <param name="Sentence">What it is.</param>
/// <param name="Lines">The page.</param>
public sealed record SupportListView(string Sentence, IReadOnlyList<SupportLine> Lines)
{
    /// <summary>The verb of its pages; empty where it has one only.</summary>
    public string PageVerb { get; init; } = "";

    /// <summary>The id that its pages name; empty for none.</summary>
    public string Id { get; init; } = "";

    /// <summary>The page.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The buttons below, about <see cref="Id"/>.</summary>
    public IReadOnlyList<DisasterButton> Buttons { get; init; } = [];

    /// <summary>Whether others in the conversation see it.</summary>
    public bool IsShared { get; init; }
}

/// <summary>One line of a list.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Detail">Who and when.</param>
/// <param name="Text">More; empty for nothing.</param>
public sealed record SupportLine(string Title, string Detail, string Text)
{
    /// <summary>The object's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its version.</summary>
    public int Version { get; init; }

    /// <summary>What the viewer may do with it.</summary>
    public IReadOnlyList<DisasterButton> Buttons { get; init; } = [];
}

/// <summary>What a <see cref="SupportFormCard"/> shows.</summary>
/// <param name="Sentence">What the form is for.</param>
/// <param name="Id">The id of the report, or of the new form.</param>
public sealed record SupportFormView(string Sentence, string Id)
{
    /// <summary>Whether it is a new one.</summary>
    public bool IsNew { get; init; } = true;

    /// <summary>The version that is corrected.</summary>
    public int Version { get; init; }

    /// <summary>The disasters to choose from; none where it is corrected.</summary>
    public IReadOnlyList<CardChoice> Disasters { get; init; } = [];

    /// <summary>The disaster chosen.</summary>
    public string Disaster { get; init; } = "";

    /// <summary>Who can be reported for, of the secretariat; none for one's own ward.</summary>
    public IReadOnlyList<CardChoice> Givers { get; init; } = [];

    /// <summary>The one chosen.</summary>
    public string Giver { get; init; } = "";

    /// <summary>What is reported for whom, where neither can be chosen.</summary>
    public string About { get; init; } = "";

    /// <summary>The kinds to choose from.</summary>
    public IReadOnlyList<CardChoice> Sorts { get; init; } = [];

    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<CardChoice> Units { get; init; } = [];

    /// <summary>種別.</summary>
    public string Sort { get; init; } = "";

    /// <summary>金額・数量.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>単位.</summary>
    public string Unit { get; init; } = "";

    /// <summary>期間.</summary>
    public string Period { get; init; } = "";

    /// <summary>支援先.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>備考.</summary>
    public string Note { get; init; } = "";

    /// <summary>The quantity that is asked about; empty for none.</summary>
    public string Asked { get; init; } = "";

    /// <summary>What is wrong, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}

/// <summary>What a <see cref="SupportTotalsCard"/> shows.</summary>
/// <param name="Sentence">What it is.</param>
/// <param name="Id">The disaster.</param>
/// <param name="Totals">What was given, by kind.</param>
/// <param name="Wards">What was given, by ward.</param>
public sealed record SupportTotalsView(string Sentence, string Id, IReadOnlyList<TotalRow> Totals, IReadOnlyList<WardRow> Wards)
{
    /// <summary>Where the reports are as CSV; empty where there is no address.</summary>
    public string ReportsUrl { get; init; } = "";

    /// <summary>Where requests and offers are as CSV; empty where there is no address.</summary>
    public string RequestsUrl { get; init; } = "";

    /// <summary>Until when those can be opened; empty where there are none.</summary>
    public string UrlNote { get; init; } = "";
}
