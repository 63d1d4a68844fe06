using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Members;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;

namespace RenkeiBot.Service.Members;

/// <summary>What someone applies for, checked.</summary>
internal sealed record RegistrationRequest(string Name, Organisation Organisation, MemberRole Role, string Contact);

/// <summary>Reads the form: what was typed becomes a request, or comes back beside what is wrong with it.</summary>
internal sealed class RegistrationForm(Organisations organisations)
{
    private const int MinPhoneDigits = 9;

    /// <summary>The form as it is first shown.</summary>
    public static RegistrationFormView Empty(string? name) => new() { Name = name ?? "", Roles = Roles.Choices };

    /// <summary>The form with what is registered in it.</summary>
    public static RegistrationFormView Of(Member member) => new()
    {
        IsChange = true,
        Name = member.Name,
        Organisation = member.OrganisationName,
        Role = member.Role.ToString(),
        Roles = Roles.Choices,
        Contact = member.Contact,
    };

    /// <summary>The form with what was applied for and waits in it.</summary>
    public static RegistrationFormView Of(Registration registration, bool isChange) => new()
    {
        IsChange = isChange,
        Name = registration.Name,
        Organisation = registration.OrganisationName,
        Role = registration.Role.ToString(),
        Roles = Roles.Choices,
        Contact = registration.Contact,
    };

    /// <summary>Checks what a card sent.</summary>
    /// <returns>The request, or null with the form that says what is wrong.</returns>
    public (RegistrationRequest? Request, RegistrationFormView Form) Read(AdaptiveCardAction action, bool isChange)
    {
        var inputs = new CardInputs(action);
        var name = inputs.Line(MemberVerbs.Name);
        if (name.Length == 0)
            inputs.Refuse(MemberVerbs.Name, MemberMessages.NameMissing);
        else if (name.Length > RenkeiBotDbContext.NameLength)
            inputs.Refuse(MemberVerbs.Name, MemberMessages.NameTooLong);
        var typed = inputs.Line(MemberVerbs.Organisation);
        var (organisation, choices) = Organisation(typed, inputs);
        var role = Roles.Parse(inputs.Line(MemberVerbs.Role));
        if (role is null)
            inputs.Refuse(MemberVerbs.Role, MemberMessages.RoleMissing);
        else if (organisation is not null && Roles.Mismatch(role.Value, organisation.Kind) is { } mismatch)
            inputs.Refuse(MemberVerbs.Role, mismatch);
        var contact = inputs.Line(MemberVerbs.Contact);
        if (ContactError(contact) is { } wrong)
            inputs.Refuse(MemberVerbs.Contact, wrong);
        var form = new RegistrationFormView
        {
            IsChange = isChange,
            Name = name,
            Organisation = organisation is { } found && choices.Count == 0 ? found.Name : typed,
            Organisations = [.. choices.Select(choice => new CardChoice(choice.Name, choice.Key))],
            Role = role?.ToString() ?? "",
            Roles = Roles.Choices,
            Contact = contact,
            Errors = inputs.Errors,
        };
        return (inputs.Errors.Count == 0 ? new RegistrationRequest(name, organisation!, role!.Value, contact) : null, form);
    }

    /// <summary>What is wrong with a contact; null for nothing.</summary>
    public static string? ContactError(string contact) => contact switch
    {
        "" => MemberMessages.ContactMissing,
        { Length: > RenkeiBotDbContext.ContactLength } => MemberMessages.ContactTooLong,
        _ when contact.Contains('@', StringComparison.Ordinal) || contact.Contains('＠', StringComparison.Ordinal) || contact.Count(char.IsDigit) >= MinPhoneDigits => null,
        _ => MemberMessages.ContactUnreadable,
    };

    private (Organisation? Organisation, IReadOnlyList<Organisation> Choices) Organisation(string typed, CardInputs inputs)
    {
        if (typed.Length == 0)
        {
            inputs.Refuse(MemberVerbs.Organisation, MemberMessages.OrganisationMissing);
            return (null, []);
        }

        var chosen = inputs.Line(MemberVerbs.OrganisationChoice);
        var found = organisations.Search(typed, RegistrationFormCard.MaxOrganisations + 1);
        // The choice belongs to the words of the card before: with other words it means nothing.
        if (found.FirstOrDefault(one => one.Key == chosen) is { } picked)
            return (picked, []);
        if (found is [var only])
            return (only, []);
        if (found.Count == 0 && typed.Length <= RenkeiBotDbContext.NameLength && Organisations.Unlisted(typed) is { } unlisted)
            return (unlisted, []);
        inputs.Refuse(MemberVerbs.Organisation, found.Count == 0 ? MemberMessages.NoSuchOrganisation
            : found.Count > RegistrationFormCard.MaxOrganisations ? MemberMessages.TooManyOrganisations : MemberMessages.SeveralOrganisations);
        return (null, [.. found.Take(RegistrationFormCard.MaxOrganisations)]);
    }
}
