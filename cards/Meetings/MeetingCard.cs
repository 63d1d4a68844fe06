using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Meetings.MeetingParts;

namespace RenkeiBot.Cards.Meetings;

/// <summary>A meeting: its notice for everyone in a channel or for one person, its preview, and what the secretariat may do with it.</summary>
public static class MeetingCard
{
    private const int FirstRow = 3;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(MeetingView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(MeetingView view, CardScale scale)
    {
        var heading = scale.Line(view.Heading, MaxHeading);
        var spoken = $"{Sentence(view.Sentence)}\n{heading}、{Line(view.When)}";
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                new Container(
                [
                    .. view.Status.Length == 0 ? Array.Empty<CardElement>()
                        : [new TextBlock(Line(view.Status)) { Weight = FontWeight.Bolder, Color = view.IsWarning ? TextColor.Attention : TextColor.Default }],
                    new TextBlock(heading) { Size = FontSize.Large, Weight = FontWeight.Bolder, IsHeading = true, Spacing = Spacing.None },
                    .. view.Changes.Take(MaxItems).Select(change => new TextBlock(scale.Line(change, MaxItem)) { Color = TextColor.Attention, Spacing = Spacing.Small }),
                    .. view.Reason.Length == 0 ? Array.Empty<CardElement>() : [new TextBlock($"{MeetingTexts.Reason}：{scale.Line(view.Reason, MaxReason)}")],
                ])
                {
                    Style = view.IsWarning ? ContainerStyle.Attention : ContainerStyle.Emphasis,
                    Spacing = Spacing.Medium,
                },
                new FactSet([.. Facts(
                    (MeetingTexts.When, scale.Line(view.When, MaxLine)), (MeetingTexts.Place, scale.Line(view.Place, MaxLine)), (MeetingTexts.Audience, scale.Line(view.Targets, 2 * MaxLine)),
                    (MeetingTexts.Answers, scale.Line(view.Counts, MaxLine)), (MeetingTexts.Own, scale.Line(view.Own, MaxLine)))])
                {
                    Spacing = Spacing.Medium,
                },
                .. view.Hint.Length == 0 ? Array.Empty<CardElement>() : [new TextBlock(scale.Line(view.Hint, 3 * MaxLine)) { Color = TextColor.Warning }],
                .. view.OwnNote.Length == 0 ? Array.Empty<CardElement>() : [Error(scale.Line(view.OwnNote, MaxSentence))],
                .. Items(MeetingTexts.Agenda, view.Agenda, scale),
                .. Documents(MeetingTexts.Materials, view.Materials, scale),
                .. Items(MeetingTexts.Decisions, view.Decisions, scale),
                .. Section(MeetingTexts.Summary, scale.Text(view.Summary, 1500)),
                .. Documents(MeetingTexts.Minutes, view.MinutesLinks, scale),
                .. Buttons([.. Link(MeetingTexts.JoinOnline, view.OnlineUrl), .. Link(MeetingTexts.Calendar, view.CalendarUrl)]),
                .. Answer(view, scale),
                .. Buttons([.. view.Buttons.Take(FirstRow).Select(button => Action(view, button, scale))]),
                .. Buttons([.. view.Buttons.Skip(FirstRow).Take(FirstRow).Select(button => Action(view, button, scale))]),
            ],
        };
    }

    private static IEnumerable<CardElement> Answer(MeetingView view, CardScale scale) => !view.CanAnswer ? [] :
    [
        .. view.SubstituteError is { } error ? [Error(error)] : Array.Empty<CardElement>(),
        new TextInput(MeetingKeys.Substitute, MeetingTexts.Substitute) { Value = scale.Line(view.Substitute, 2 * MaxName), MaxLength = MaxName },
        .. Buttons(
            AnswerButton(view, MeetingTexts.Attending, "Attending") with { Style = ActionStyle.Positive, IgnoresInputs = true },
            AnswerButton(view, MeetingTexts.Absent, "Absent") with { IgnoresInputs = true },
            AnswerButton(view, MeetingTexts.Substituting, "Substitute")),
    ];

    private static ExecuteAction AnswerButton(MeetingView view, string title, string answer) =>
        Button(title, MeetingVerbs.Answer, [.. MeetingParts.Of(view.Id, null, view.IsShared), CardParts.Of(CardKeys.Revision, Number(view.DateRevision)), CardParts.Of(MeetingKeys.Answer, answer)]);

    private static CardAction Action(MeetingView view, MeetingButton button, CardScale scale)
    {
        var data = MeetingParts.Of(view.Id, view.Version, view.IsShared);
        if (button == MeetingButton.Cancel)
            return Cancelling(view, data, scale);
        var (title, verb, style) = button switch
        {
            MeetingButton.Send => (MeetingTexts.Send, MeetingVerbs.Send, ActionStyle.Positive),
            MeetingButton.Fix => (MeetingTexts.Fix, MeetingVerbs.Edit, ActionStyle.Default),
            MeetingButton.Delete => (MeetingTexts.Delete, MeetingVerbs.Delete, ActionStyle.Destructive),
            MeetingButton.Change => (MeetingTexts.Change, MeetingVerbs.Edit, ActionStyle.Default),
            MeetingButton.Roster => (MeetingTexts.Roster, MeetingVerbs.Roster, ActionStyle.Default),
            MeetingButton.RegisterMinutes => (MeetingTexts.RegisterMinutes, MeetingVerbs.Minutes, ActionStyle.Default),
            MeetingButton.EditMinutes => (MeetingTexts.EditMinutes, MeetingVerbs.Minutes, ActionStyle.Default),
            _ => throw new ArgumentOutOfRangeException(nameof(button), button, "There is no such button."),
        };
        return Button(title, verb, data) with { Style = style, IgnoresInputs = true };
    }

    private static ShowCardAction Cancelling(MeetingView view, KeyValuePair<string, string>[] data, CardScale scale) => new(
        MeetingTexts.Cancelling,
        [
            .. view.CancelReasonError is { } error ? [Error(error)] : Array.Empty<CardElement>(),
            new TextInput(MeetingKeys.Reason, MeetingTexts.Reason) { Value = scale.Line(view.CancelReason, 2 * MaxReason), Placeholder = MeetingTexts.ReasonHint, MaxLength = MaxReason },
        ],
        [Button(MeetingTexts.Cancel, MeetingVerbs.Cancel, data) with { Style = ActionStyle.Destructive }]);
}
