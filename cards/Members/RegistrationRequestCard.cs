using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Members.MemberParts;

namespace RenkeiBot.Cards.Members;

/// <summary>A request to be registered, for the secretariat to decide; afterwards, how it was decided.</summary>
public static class RegistrationRequestCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(RegistrationRequestView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => BuildWhole(view with
        {
            Sentence = scale.Line(view.Sentence, MaxSentence),
            Facts = Cut(view.Facts, scale),
            Before = view.Before is { } before ? Cut(before, scale) : null,
            Reason = scale.Text(view.Reason, MaxReason),
        }));
    }

    private static AdaptiveCard BuildWhole(RegistrationRequestView view)
    {
        var spoken = Spoken(view.Sentence, view.Facts);
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                Facts(view.Facts, [new Fact(MemberTexts.AppliedOn, Short(view.AppliedOn)), .. Reason(view)]),
                .. view.Before is { } before ? [Heading(MemberTexts.Before), Facts(before)] : Array.Empty<CardElement>(),
                .. view.Open is null ? [] : Decision(view),
            ],
            Actions = view.Open is not { } open ? [] :
            [
                new SubmitAction(MemberTexts.Approve, Of(MemberVerbs.Approve, open)) { Style = ActionStyle.Positive },
                new SubmitAction(MemberTexts.Reject, Of(MemberVerbs.Reject, open)) { Style = ActionStyle.Destructive },
            ],
        };
    }

    private static IEnumerable<Fact> Reason(RegistrationRequestView view) =>
        view.Open is null && view.Reason.Length > 0 ? [new Fact(MemberTexts.Reason, view.Reason)] : [];

    private static IEnumerable<CardElement> Decision(RegistrationRequestView view)
    {
        if (view.ReasonError is { } error)
            yield return Error(error);
        yield return new TextInput(MemberVerbs.Reason, MemberTexts.ReasonLabel)
        {
            Value = view.Reason,
            Placeholder = MemberTexts.ReasonHint,
            IsMultiline = true,
            MaxLength = MaxReason,
        };
    }
}
