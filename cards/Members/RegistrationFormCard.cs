using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.Members.MemberParts;

namespace RenkeiBot.Cards.Members;

/// <summary>利用登録: the form to apply. What is wrong comes back beside what was typed.</summary>
public static class RegistrationFormCard
{
    /// <summary>The most organisations to choose from.</summary>
    public const int MaxOrganisations = 20;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(RegistrationFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (title, lead) = view.IsChange ? (MemberTexts.ChangeTitle, MemberTexts.ChangeLead) : (MemberTexts.FormTitle, MemberTexts.FormLead);
        var spoken = view.Errors.Count > 0 ? string.Join('\n', view.Errors.Values.Prepend(title)) : $"{title}\n{lead}";
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Heading(title),
                Small(lead),
                .. Error(view.Errors, MemberVerbs.Name),
                new TextInput(MemberVerbs.Name, MemberTexts.NameLabel)
                {
                    Value = view.Name,
                    MaxLength = 100,
                    IsRequired = true,
                    ErrorMessage = MemberTexts.NameError,
                },
                .. Error(view.Errors, MemberVerbs.Organisation),
                new TextInput(MemberVerbs.Organisation, MemberTexts.OrganisationLabel)
                {
                    Value = view.Organisation,
                    Placeholder = MemberTexts.OrganisationHint,
                    MaxLength = 100,
                    IsRequired = true,
                    ErrorMessage = MemberTexts.OrganisationError,
                },
                .. OrganisationChoice(view),
                .. Error(view.Errors, MemberVerbs.Role),
                RoleInput(view.Roles, view.Role),
                .. Error(view.Errors, MemberVerbs.Contact),
                ContactInput(view.Contact),
            ],
            Actions = [new SubmitAction(MemberTexts.Apply, new ActionData(MemberVerbs.Apply)) { Style = ActionStyle.Positive }],
        };
    }

    private static IEnumerable<CardElement> OrganisationChoice(RegistrationFormView view) => view.Organisations.Count == 0 ? [] :
    [
        new ChoiceSetInput(MemberVerbs.OrganisationChoice, MemberTexts.OrganisationChoiceLabel,
            [.. view.Organisations.Take(MaxOrganisations).Select(choice => new Choice(Line(choice.Title), choice.Value))])
        {
            Style = ChoiceInputStyle.Expanded,
            IsRequired = true,
            ErrorMessage = MemberTexts.OrganisationChoiceError,
        },
    ];
}
