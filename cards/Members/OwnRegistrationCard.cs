using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Members.MemberParts;

namespace RenkeiBot.Cards.Members;

/// <summary>自分の登録: what is registered, what waits, and the ways to change it.</summary>
public static class OwnRegistrationCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(OwnRegistrationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Opening(view.Sentence),
                .. Section(MemberTexts.Registered, view.Registered),
                .. Section(MemberTexts.Applied, view.Applied),
            ],
            Actions =
            [
                new SubmitAction(view.Registered is null && view.Applied is null ? MemberTexts.FormTitle : MemberTexts.Edit, new ActionData(MemberVerbs.Edit)),
                .. view.Withdrawable is { } open ? [new SubmitAction(MemberTexts.Withdraw, Of(MemberVerbs.Withdraw, open))] : Array.Empty<CardAction>(),
            ],
        };
    }

    private static IEnumerable<CardElement> Section(string title, MemberFacts? facts) => facts is null ? [] : [Heading(title), Facts(facts)];
}
