using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Members.MemberParts;

namespace RenkeiBot.Cards.Members;

/// <summary>利用登録: the form to apply. What is wrong comes back beside what was typed.</summary>
public static class RegistrationFormCard
{
    /// <summary>The most organisations to choose from.</summary>
    public const int MaxOrganisations = 20;

    private const int MaxValue = 150;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(RegistrationFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Organisations.Count, MaxOrganisations), scale => Build(view, scale.Rows));
    }

    private static AdaptiveCard Build(RegistrationFormView view, int organisations)
    {
        var (title, lead) = view.IsChange ? (MemberTexts.ChangeTitle, MemberTexts.ChangeLead) : (MemberTexts.FormTitle, MemberTexts.FormLead);
        var spoken = view.Errors.Count > 0 ? $"{title}\n{Sentence(view.Errors.Values.First())}" : $"{title}\n{lead}";
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Heading(title),
                Small(lead),
                .. view.IsPrefilled ? [Small(MemberTexts.Prefilled)] : Array.Empty<CardElement>(),
                .. Error(view.Errors, MemberVerbs.Name),
                new TextInput(MemberVerbs.Name, MemberTexts.NameLabel)
                {
                    Value = CardText.Line(view.Name, 2 * MaxShort),
                    MaxLength = 100,
                    IsRequired = true,
                    ErrorMessage = MemberTexts.NameError,
                },
                .. Error(view.Errors, MemberVerbs.Organisation),
                new TextInput(MemberVerbs.Organisation, MemberTexts.OrganisationLabel)
                {
                    Value = CardText.Line(view.Organisation, 2 * MaxShort),
                    Placeholder = MemberTexts.OrganisationHint,
                    MaxLength = 100,
                    IsRequired = true,
                    ErrorMessage = MemberTexts.OrganisationError,
                },
                .. OrganisationChoice(view, organisations),
                .. Error(view.Errors, MemberVerbs.Role),
                RoleInput(view.Roles, view.Role),
                .. Error(view.Errors, MemberVerbs.Contact),
                ContactInput(view.Contact),
            ],
            Actions = [new SubmitAction(MemberTexts.Apply, new ActionData(MemberVerbs.Apply)) { Style = ActionStyle.Positive }],
        };
    }

    private static IEnumerable<CardElement> OrganisationChoice(RegistrationFormView view, int most) => most == 0 ? [] :
    [
        new ChoiceSetInput(MemberVerbs.OrganisationChoice, MemberTexts.OrganisationChoiceLabel,
            [.. view.Organisations.Take(most).Where(choice => choice.Value.Length <= MaxValue).Select(choice => new Choice(Short(choice.Title), choice.Value))])
        {
            Style = ChoiceInputStyle.Expanded,
            IsRequired = true,
            ErrorMessage = MemberTexts.OrganisationChoiceError,
        },
    ];
}
