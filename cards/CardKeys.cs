namespace RenkeiBot.Cards;

/// <summary>The keys of what the buttons and inputs of several features' cards send back.</summary>
public static class CardKeys
{
    /// <summary>The opaque id of what the card shows.</summary>
    public const string Id = "id";

    /// <summary>The version of it that the card shows.</summary>
    public const string Version = "version";

    /// <summary>The number of what it said when the card was drawn.</summary>
    public const string Revision = "revision";

    /// <summary>The number of a page, from 1.</summary>
    public const string Page = "page";

    /// <summary>The opaque id that a new thing will have: the same card sent twice makes one.</summary>
    public const string NewId = "newId";

    /// <summary>Set where a form is sent, not opened.</summary>
    public const string Send = "send";

    /// <summary>Set on cards that others in the conversation see: what one person gets must not take their place.</summary>
    public const string Shared = "shared";

    /// <summary>Input: words to look for.</summary>
    public const string Words = "words";
}
