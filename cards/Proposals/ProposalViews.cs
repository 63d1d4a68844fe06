namespace RenkeiBot.Cards.Proposals;

/// <summary>What a <see cref="ProposalFormCard"/> shows: what was typed, and what is wrong with it.</summary>
/// <param name="Sentence">What the form is for, or what became of the last press.</param>
/// <param name="Id">The id that the proposal has or will have.</param>
public sealed record ProposalFormView(string Sentence, string Id)
{
    /// <summary>The version that is edited.</summary>
    public int Version { get; init; }

    /// <summary>The number of what is edited: what was there when the form was drawn.</summary>
    public int Revision { get; init; }

    /// <summary>True where there is nothing yet: the id is the form's, and each person who sends it makes a proposal of their own.</summary>
    public bool IsNew { get; init; }

    /// <summary>True where others see the proposal already.</summary>
    public bool IsPosted { get; init; }

    /// <summary>True where the proposal is to take applications again.</summary>
    public bool IsReopened { get; init; }

    /// <summary>タイトル as typed.</summary>
    public string Title { get; init; } = "";

    /// <summary>内容 as typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The values of the chosen 分野.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The 分野 to choose from.</summary>
    public IReadOnlyList<CardChoice> FieldChoices { get; init; } = [];

    /// <summary>提供できること as typed.</summary>
    public string Offer { get; init; } = "";

    /// <summary>求めること as typed.</summary>
    public string Need { get; init; } = "";

    /// <summary>The values of the chosen 対象地域.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>The 対象地域 to choose from.</summary>
    public IReadOnlyList<CardChoice> AreaChoices { get; init; } = [];

    /// <summary>実施時期, first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>実施時期, last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>募集数.</summary>
    public int? Places { get; init; }

    /// <summary>応募締切.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>予算・助成の希望 as typed.</summary>
    public string Budget { get; init; } = "";

    /// <summary>連絡先 as typed.</summary>
    public string Contact { get; init; } = "";

    /// <summary>関連資料 as typed, one a line.</summary>
    public string Links { get; init; } = "";

    /// <summary>What is wrong, by the key of the input (<see cref="ProposalKeys"/>).</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}

/// <summary>A link to a document.</summary>
/// <param name="Url">The address, https.</param>
/// <param name="Host">Its host, as shown.</param>
public sealed record ProposalLink(string Url, string Host);

/// <summary>A proposal as cards show it. Empty texts are left out.</summary>
/// <param name="Title">タイトル.</param>
/// <param name="Organisation">Who proposes.</param>
/// <param name="State">Where it stands, in words.</param>
public sealed record ProposalFacts(string Title, string Organisation, string State)
{
    /// <summary>内容.</summary>
    public string Text { get; init; } = "";

    /// <summary>分野, joined.</summary>
    public string Fields { get; init; } = "";

    /// <summary>提供できること.</summary>
    public string Offer { get; init; } = "";

    /// <summary>求めること.</summary>
    public string Need { get; init; } = "";

    /// <summary>対象地域, joined.</summary>
    public string Areas { get; init; } = "";

    /// <summary>実施時期.</summary>
    public string When { get; init; } = "";

    /// <summary>募集数, and how many are left.</summary>
    public string Places { get; init; } = "";

    /// <summary>応募締切.</summary>
    public string Deadline { get; init; } = "";

    /// <summary>予算・助成の希望.</summary>
    public string Budget { get; init; } = "";

    /// <summary>投稿日.</summary>
    public string PostedOn { get; init; } = "";

    /// <summary>Documents.</summary>
    public IReadOnlyList<ProposalLink> Links { get; init; } = [];
}

/// <summary>What the viewer of a proposal may do.</summary>
public enum ProposalButton
{
    /// <summary>「応募する」.</summary>
    Apply,

    /// <summary>「合意する」.</summary>
    Agree,

    /// <summary>「取り下げる」 of one's own application.</summary>
    WithdrawApplication,

    /// <summary>「投稿する」 of a draft.</summary>
    Post,

    /// <summary>「応募を見る」.</summary>
    Applications,

    /// <summary>「おすすめの相手」.</summary>
    Partners,

    /// <summary>「編集する」.</summary>
    Edit,

    /// <summary>「受付を終了する」.</summary>
    Close,

    /// <summary>「再開する」.</summary>
    Reopen,

    /// <summary>「取り下げる」 of the proposal.</summary>
    Withdraw,

    /// <summary>「下書きを削除する」.</summary>
    DeleteDraft,

    /// <summary>「承認する」 of a proposal in review.</summary>
    Accept,

    /// <summary>「却下する」.</summary>
    Reject,

    /// <summary>「詳しく見る」, on a card that others see too.</summary>
    Open,

    /// <summary>「コメント」.</summary>
    Comments,

    /// <summary>「変更の履歴」.</summary>
    Revisions,
}

/// <summary>What a <see cref="ProposalCard"/> shows.</summary>
/// <param name="Sentence">What became of the last press, or what is shown.</param>
/// <param name="Facts">The proposal.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
public sealed record ProposalCardView(string Sentence, ProposalFacts Facts, string Id, int Version)
{
    /// <summary>What the viewer may do.</summary>
    public IReadOnlyList<ProposalButton> Buttons { get; init; } = [];

    /// <summary>The viewer's own application: its id and version.</summary>
    public (string Id, int Version)? Application { get; init; }

    /// <summary>Further lines: where the viewer's application stands, the reason of a rejection.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>True where the card stands in a conversation that others see.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whose clients refresh the card by themselves; null where the card does not refresh.</summary>
    public IReadOnlyList<string>? RefreshUserIds { get; init; }

    /// <summary>The reason in the field.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with the reason; null for nothing.</summary>
    public string? ReasonError { get; init; }
}

/// <summary>A proposal in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Detail">Who proposes, where it stands, until when.</param>
public sealed record ProposalLine(string Id, string Title, string Detail)
{
    /// <summary>What it is about, or why it is recommended: one a line.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The organisation of a recommendation that can be declined; null for none.</summary>
    public string? Declinable { get; init; }

    /// <summary>False where the line is an organisation and there is no proposal to open.</summary>
    public bool IsProposal { get; init; } = true;
}

/// <summary>What proposals are looked for, as the fields of the list show it.</summary>
public sealed record ProposalSearchView
{
    /// <summary>The words.</summary>
    public string Words { get; init; } = "";

    /// <summary>The values of the chosen 分野.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The 分野 to choose from.</summary>
    public IReadOnlyList<CardChoice> FieldChoices { get; init; } = [];

    /// <summary>The value of the chosen 地域; empty for any.</summary>
    public string Area { get; init; } = "";

    /// <summary>The 地域 to choose from.</summary>
    public IReadOnlyList<CardChoice> AreaChoices { get; init; } = [];

    /// <summary>First day of the 時期.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the 時期.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>募集中のみ.</summary>
    public bool OnlyOpen { get; init; }

    /// <summary>The value of the order.</summary>
    public string Order { get; init; } = "";

    /// <summary>The orders to choose from.</summary>
    public IReadOnlyList<CardChoice> Orders { get; init; } = [];
}

/// <summary>What a <see cref="ProposalListCard"/> shows.</summary>
/// <param name="Sentence">What is listed.</param>
/// <param name="Lines">The page.</param>
/// <param name="PageVerb">What the buttons of the pages send.</param>
public sealed record ProposalListView(string Sentence, IReadOnlyList<ProposalLine> Lines, string PageVerb)
{
    /// <summary>The number of the page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The proposal that the list is about; empty for none.</summary>
    public string About { get; init; } = "";

    /// <summary>The conditions of a search; null where the list is none.</summary>
    public ProposalSearchView? Search { get; init; }

    /// <summary>Other lists to go to.</summary>
    public IReadOnlyList<ProposalListLink> Links { get; init; } = [];
}

/// <summary>Where to go from a list.</summary>
public enum ProposalListLink
{
    /// <summary>「提案を投稿」.</summary>
    New,

    /// <summary>「自分の提案」.</summary>
    Own,

    /// <summary>「応募した提案」.</summary>
    Applied,

    /// <summary>「保存した条件」.</summary>
    SavedSearches,

    /// <summary>「関心を登録」.</summary>
    Interests,

    /// <summary>「提案を探す」.</summary>
    Search,
}
