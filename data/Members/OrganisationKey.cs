namespace RenkeiBot.Data.Members;

/// <summary>Which organisation: its kind, and the code of a ward or municipality (全国地方公共団体コード), else its name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">As <see cref="Member.OrganisationId"/>.</param>
public readonly record struct OrganisationKey(OrganisationKind Kind, string Id)
{
    /// <summary>The same as one text, as cards and the audit carry it.</summary>
    public string Text => $"{Kind}:{Id}";
}
