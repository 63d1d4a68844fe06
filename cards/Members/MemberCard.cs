using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Members.MemberParts;

namespace RenkeiBot.Cards.Members;

/// <summary>A member as the secretariat sees them: what is registered, to be changed or taken back.</summary>
public static class MemberCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(MemberView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => BuildWhole(view with
        {
            Sentence = scale.Line(view.Sentence, MaxSentence),
            Facts = Cut(view.Facts, scale),
            Contact = scale.Line(view.Contact, 2 * MaxShort),
        }));
    }

    private static AdaptiveCard BuildWhole(MemberView view)
    {
        var spoken = Spoken(view.Sentence, view.Facts);
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                Facts(view.Facts, new Fact(MemberTexts.Since, Short(view.Since))),
                .. view.Open is null ? [] : Inputs(view),
            ],
            Actions = view.Open is not { } open ? [] :
            [
                new SubmitAction(MemberTexts.Save, Of(MemberVerbs.Save, open)) { Style = ActionStyle.Positive },
                new SubmitAction(MemberTexts.Revoke, Of(MemberVerbs.Revoke, open)) { Style = ActionStyle.Destructive, IgnoresInputs = true },
            ],
        };
    }

    private static IEnumerable<CardElement> Inputs(MemberView view) =>
    [
        .. Error(view.Errors, MemberVerbs.Role),
        RoleInput(view.Roles, view.Role),
        .. Error(view.Errors, MemberVerbs.Contact),
        ContactInput(view.Contact),
    ];
}
