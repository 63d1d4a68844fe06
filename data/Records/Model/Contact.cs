namespace RenkeiBot.Data.Records;

/// <summary>Where to ask or to read on (<c>contacts.json</c>).</summary>
/// <param name="Key">The key, unique within the kind.</param>
/// <param name="About">What the contact is for (「全国連携展示「10年のあゆみ」」).</param>
/// <param name="Kind">How it is reached.</param>
/// <param name="Organisation">Who answers there.</param>
/// <param name="Cues">Words of a question that point to this contact.</param>
/// <param name="Sources">Where it stands; the date of the document is the date of the contact.</param>
/// <param name="Department">The section within the organisation.</param>
/// <param name="Phone">The number with hyphens.</param>
/// <param name="Url">The address of a page.</param>
/// <param name="Handle">The name of an account, with its @.</param>
/// <param name="Note">What it offers, in the document's words.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record Contact(
    string Key,
    string About,
    ContactKind Kind,
    string Organisation,
    IReadOnlyList<string> Cues,
    IReadOnlyList<SourceRef> Sources,
    string? Department = null,
    string? Phone = null,
    string? Url = null,
    string? Handle = null,
    string? Note = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>How a contact is reached.</summary>
public enum ContactKind
{
    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>A page on the web.</summary>
    WebSite,

    /// <summary>An account on X (formerly Twitter).</summary>
    SocialMedia,
}
