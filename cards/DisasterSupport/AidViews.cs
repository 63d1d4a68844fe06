namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>What an <see cref="AidRequestFormCard"/> shows.</summary>
/// <param name="Sentence">What the form is for.</param>
/// <param name="Id">The id of the new form.</param>
public sealed record AidRequestFormView(string Sentence, string Id)
{
    /// <summary>The disasters to choose from.</summary>
    public IReadOnlyList<CardChoice> Disasters { get; init; } = [];

    /// <summary>The disaster chosen.</summary>
    public string Disaster { get; init; } = "";

    /// <summary>Whether the municipality is to be named: the secretariat asks for it.</summary>
    public bool NamesMunicipality { get; init; }

    /// <summary>要請する自治体.</summary>
    public string Municipality { get; init; } = "";

    /// <summary>品目・職種.</summary>
    public string Item { get; init; } = "";

    /// <summary>数量.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<CardChoice> Units { get; init; } = [];

    /// <summary>単位.</summary>
    public string Unit { get; init; } = "";

    /// <summary>いつまで.</summary>
    public DateOnly? NeededBy { get; init; }

    /// <summary>場所.</summary>
    public string Place { get; init; } = "";

    /// <summary>備考.</summary>
    public string Note { get; init; } = "";

    /// <summary>What is wrong, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}

/// <summary>What an <see cref="AidRequestCard"/> shows.</summary>
/// <param name="Sentence">What is said with it.</param>
/// <param name="Id">The request.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">The municipality and what it needs.</param>
/// <param name="Remaining">How much is still needed, in words.</param>
public sealed record AidRequestView(string Sentence, string Id, int Version, string Title, string Remaining)
{
    /// <summary>The disaster.</summary>
    public string Disaster { get; init; } = "";

    /// <summary>いつまで.</summary>
    public string NeededBy { get; init; } = "";

    /// <summary>場所.</summary>
    public string Place { get; init; } = "";

    /// <summary>備考.</summary>
    public string Note { get; init; } = "";

    /// <summary>What wards offer.</summary>
    public IReadOnlyList<SupportLine> Offers { get; init; } = [];

    /// <summary>Whether the viewer may offer.</summary>
    public bool TakesOffer { get; init; }

    /// <summary>The id of the offer that the form makes.</summary>
    public string NewId { get; init; } = "";

    /// <summary>申し出る数量, as typed.</summary>
    public string Offered { get; init; } = "";

    /// <summary>メッセージ, as typed.</summary>
    public string Message { get; init; } = "";

    /// <summary>What is wrong with them, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>What else the viewer may do.</summary>
    public IReadOnlyList<DisasterButton> Buttons { get; init; } = [];
}

/// <summary>What a <see cref="SupportNoticeCard"/> shows.</summary>
/// <param name="Sentence">What happened.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Title">What it is about.</param>
public sealed record SupportNoticeView(string Sentence, string RequestId, string Title)
{
    /// <summary>What the other side wrote; empty for nothing.</summary>
    public string Text { get; init; } = "";
}
