using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Announcements;

/// <summary>お知らせ as those who are reached see it, in channels and personal chats.</summary>
public static class AnnouncementCopyCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(AnnouncementCopyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(AnnouncementCopyView view, CardScale scale)
    {
        var lead = view.Lead.Length > 0 ? Sentence(view.Lead) : AnnouncementTexts.From;
        var spoken = $"{lead}：{AnnouncementParts.Headline(view, scale)}";
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = $"{spoken}\n{scale.Text(view.Text, AnnouncementParts.MaxText)}",
            Body =
            [
                Small(lead),
                .. AnnouncementParts.Copy(view, scale),
                .. view.Confirmed.Length > 0 ? [new TextBlock(Line(view.Confirmed)) { Weight = FontWeight.Bolder, Color = TextColor.Good, Spacing = Spacing.Medium }] : Array.Empty<CardElement>(),
                .. view.Confirmable is var (id, number)
                    ? Buttons([Button(AnnouncementTexts.Confirmed, AnnouncementVerbs.Confirm, Of(CardKeys.Id, Id(id)), Of(AnnouncementKeys.Number, Number(number))) with { Style = ActionStyle.Positive }])
                    : [],
            ],
        };
    }
}
