using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Members;

/// <summary>The parts that several members' cards are put together from.</summary>
internal static class MemberParts
{
    internal const int MaxShort = 100;
    internal const int MaxRoles = 6;

    internal static string Spoken(string sentence, MemberFacts facts) =>
        $"{Sentence(sentence)}\n{Short(facts.Name)}、{Short(facts.Organisation)}、{Short(facts.Role)}";

    /// <summary>The same with shorter texts, for a card that would be too large.</summary>
    internal static MemberFacts Cut(MemberFacts facts, CardScale scale) => new(
        scale.Line(facts.Name, MaxShort), scale.Line(facts.Organisation, MaxShort), scale.Line(facts.Role, MaxShort), scale.Line(facts.Contact, 2 * MaxShort));

    internal static FactSet Facts(MemberFacts facts, params IReadOnlyList<Fact> more) => new(
    [
        new Fact(MemberTexts.Name, Short(facts.Name)),
        new Fact(MemberTexts.Organisation, Short(facts.Organisation)),
        new Fact(MemberTexts.Role, Short(facts.Role)),
        new Fact(MemberTexts.Contact, facts.Contact.Length > 0 ? CardText.Line(facts.Contact, 2 * MaxShort) : MemberTexts.NotGiven),
        .. more,
    ])
    {
        Spacing = Spacing.Small,
    };

    internal static ChoiceSetInput RoleInput(IReadOnlyList<CardChoice> roles, string role) =>
        new(MemberVerbs.Role, MemberTexts.RoleLabel, [.. roles.Take(MaxRoles).Where(choice => choice.Value.Length <= MaxId).Select(choice => new Choice(Short(choice.Title), choice.Value))])
        {
            Values = role.Length is > 0 and <= MaxId ? [role] : [],
            Placeholder = MemberTexts.Choose,
            IsRequired = true,
            ErrorMessage = MemberTexts.RoleError,
        };

    internal static TextInput ContactInput(string contact) => new(MemberVerbs.Contact, MemberTexts.ContactLabel)
    {
        Value = CardText.Line(contact, 2 * MaxShort),
        Placeholder = MemberTexts.ContactHint,
        MaxLength = 200,
        IsRequired = true,
        ErrorMessage = MemberTexts.ContactError,
    };

    /// <summary>Id and version of what a button works on.</summary>
    internal static ActionData Of(string verb, (string Id, int Version) open) => new(verb,
        KeyValuePair.Create(CardKeys.Id, CardText.Line(open.Id, MaxId)),
        KeyValuePair.Create(CardKeys.Version, Number(open.Version)));

    /// <summary>A name or another short text.</summary>
    internal static string Short(string text) => CardText.Line(text, MaxShort);
}
