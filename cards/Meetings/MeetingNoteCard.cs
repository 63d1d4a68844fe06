using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Meetings.MeetingParts;

namespace RenkeiBot.Cards.Meetings;

/// <summary>Reminds of a meeting, or tells that its date changed or that it was cancelled.</summary>
public static class MeetingNoteCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(MeetingNoteView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale =>
        {
            var heading = scale.Line(view.Heading, MaxHeading);
            var spoken = string.Join('\n', [Sentence(view.Sentence), heading, .. view.Lines.Take(1).Select(Line)]);
            return new AdaptiveCard
            {
                FallbackText = spoken,
                Speak = spoken,
                Body =
                [
                    Opening(view.Sentence),
                    new TextBlock(heading) { Weight = FontWeight.Bolder, IsHeading = true },
                    .. view.Lines.Take(MaxItems).Select(line => new TextBlock(scale.Line(line, MaxItem)) { Spacing = Spacing.Small }),
                    .. Buttons([.. Link(MeetingTexts.JoinOnline, view.OnlineUrl), Button(MeetingTexts.Open, MeetingVerbs.Open, MeetingParts.Of(view.Id, null, view.IsShared))]),
                ],
            };
        });
    }
}
