using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Announcements;

/// <summary>テンプレート: the beginnings that an announcement can be made from.</summary>
public static class AnnouncementTemplatesCard
{
    /// <summary>The most that are shown.</summary>
    public const int MaxTemplates = 24;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(AnnouncementTemplatesView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, MaxTemplates), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(AnnouncementTemplatesView view, CardScale scale) => new()
    {
        FallbackText = Sentence(view.Sentence),
        Speak = Sentence(view.Sentence),
        Body =
        [
            Opening(view.Sentence),
            .. view.Lines.Take(scale.Rows).Select(line => Item(line, scale)),
            .. Buttons([Button(AnnouncementTexts.New, AnnouncementVerbs.New)]),
        ],
    };

    private static Container Item(AnnouncementTemplateLine line, CardScale scale) => new(
    [
        new TextBlock(scale.Line(line.Name, MaxTitle)) { Weight = FontWeight.Bolder },
        Small(line.IsOwn ? AnnouncementTexts.OwnTemplate : AnnouncementTexts.FixedTemplate, Spacing.None),
        .. Buttons(
        [
            Button(AnnouncementTexts.UseTemplate, AnnouncementVerbs.UseTemplate, Of(CardKeys.Id, Id(line.Id))),
            .. line.IsOwn ? [Button(AnnouncementTexts.Delete, AnnouncementVerbs.DeleteTemplate, Of(CardKeys.Id, Id(line.Id))) with { Style = ActionStyle.Destructive }] : Array.Empty<CardAction>(),
        ]),
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };
}
