using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Announcements;

/// <summary>お知らせを配信: the form, with what was typed and what is wrong with it; and the shorter one by which what was sent is corrected.</summary>
public static class AnnouncementFormCard
{
    private const int MaxTyped = 6000;
    private const int MaxLinks = 3;
    private const int MaxDivisorOfValid = 16;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(AnnouncementFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(AnnouncementFormView view, CardScale scale) => new()
    {
        FallbackText = Sentence(view.Sentence),
        Speak = Sentence(view.Sentence),
        Body =
        [
            Heading(Sentence(view.Sentence)),
            .. Error(view.Errors, AnnouncementKeys.Title, scale),
            new TextInput(AnnouncementKeys.Title, AnnouncementTexts.Title)
            {
                Value = Typed(view.Title, 80, scale), Placeholder = AnnouncementTexts.TitleHint, MaxLength = 80, IsRequired = true, ErrorMessage = AnnouncementTexts.TitleError,
            },
            .. Error(view.Errors, AnnouncementKeys.Text, scale),
            new TextInput(AnnouncementKeys.Text, AnnouncementTexts.Text)
            {
                Value = Typed(view.Text, AnnouncementParts.MaxText, scale), Placeholder = AnnouncementTexts.TextHint, MaxLength = AnnouncementParts.MaxText, IsMultiline = true,
                IsRequired = true, ErrorMessage = AnnouncementTexts.TextError,
            },
            .. view.IsCorrection ? [] : Whom(view, scale),
            .. Enumerable.Range(0, MaxLinks).SelectMany(number => Link(view, number, scale)),
            .. view.IsCorrection ? [] : When(view, scale),
            .. Buttons([.. Actions(view)]),
        ],
    };

    private static IEnumerable<CardElement> Whom(AnnouncementFormView view, CardScale scale) =>
    [
        .. Error(view.Errors, AnnouncementKeys.Importance, scale),
        Choices(AnnouncementKeys.Importance, AnnouncementTexts.Importance, view.ImportanceChoices, [view.Importance], scale.Limit(MaxName)),
        .. Error(view.Errors, AnnouncementKeys.Targets, scale),
        Choices(AnnouncementKeys.Targets, AnnouncementTexts.Targets, view.TargetChoices, view.Targets, scale.Limit(MaxName)) with { IsMultiSelect = true },
        Small(AnnouncementTexts.TargetsNote, Spacing.None),
        .. Error(view.Errors, AnnouncementKeys.Areas, scale),
        Choices(AnnouncementKeys.Areas, AnnouncementTexts.Areas, view.AreaChoices, view.Areas, scale.Limit(MaxChoiceTitle)) with { IsMultiSelect = true },
        Small(AnnouncementTexts.AreasNote, Spacing.None),
        .. Error(view.Errors, AnnouncementKeys.Channels, scale),
        .. view.ChannelChoices.Count == 0 ? Array.Empty<CardElement>() :
        [
            Choices(AnnouncementKeys.Channels, AnnouncementTexts.Channels, view.ChannelChoices, view.Channels, scale.Limit(2 * MaxChoiceTitle)) with { IsMultiSelect = true },
            Small(AnnouncementTexts.ChannelsNote, Spacing.None),
        ],
    ];

    private static IEnumerable<CardElement> Link(AnnouncementFormView view, int number, CardScale scale)
    {
        var (typed, suffix) = (number < view.Links.Count ? view.Links[number] : new AnnouncementLinkView("", ""), Number(number + 1));
        return
        [
            .. Error(view.Errors, AnnouncementKeys.LinkTitle + suffix, scale),
            new TextInput(AnnouncementKeys.LinkTitle + suffix, AnnouncementTexts.LinkTitle + suffix) { Value = Typed(typed.Title, 30, scale), MaxLength = 30 },
            .. Error(view.Errors, AnnouncementKeys.LinkUrl + suffix, scale),
            new TextInput(AnnouncementKeys.LinkUrl + suffix, AnnouncementTexts.LinkUrl + suffix)
            {
                Value = Typed(typed.Url, 500, scale), Placeholder = AnnouncementTexts.LinkHint, MaxLength = 500, Style = TextInputStyle.Url,
            },
        ];
    }

    private static IEnumerable<CardElement> When(AnnouncementFormView view, CardScale scale) =>
    [
        new ToggleInput(AnnouncementKeys.Confirm, AnnouncementTexts.Confirm, AnnouncementTexts.ConfirmTitle) { Value = view.Confirm },
        .. Error(view.Errors, AnnouncementKeys.Day, scale),
        new DateInput(AnnouncementKeys.Day, AnnouncementTexts.Day) { Value = view.Day },
        .. Error(view.Errors, AnnouncementKeys.Time, scale),
        new TimeInput(AnnouncementKeys.Time, AnnouncementTexts.Time) { Value = view.Time },
        Small(AnnouncementTexts.WhenNote, Spacing.None),
        .. Error(view.Errors, AnnouncementKeys.Repeat, scale),
        Choices(AnnouncementKeys.Repeat, AnnouncementTexts.Repeat, view.RepeatChoices, [view.Repeat], scale.Limit(MaxChoiceTitle)),
        .. Error(view.Errors, AnnouncementKeys.Until, scale),
        new DateInput(AnnouncementKeys.Until, AnnouncementTexts.Until) { Value = view.Until },
        Small(AnnouncementTexts.UntilNote, Spacing.None),
    ];

    private static IEnumerable<CardAction> Actions(AnnouncementFormView view)
    {
        if (view.IsCorrection)
        {
            yield return Button(AnnouncementTexts.Correct, AnnouncementVerbs.SaveCorrection, Open(view)) with { Style = ActionStyle.Positive };
            yield break;
        }

        yield return Button(AnnouncementTexts.Preview, AnnouncementVerbs.Preview, Open(view)) with { Style = ActionStyle.Positive };
        yield return Button(AnnouncementTexts.SaveDraft, AnnouncementVerbs.SaveDraft, Open(view));
        yield return Button(AnnouncementTexts.SaveTemplate, AnnouncementVerbs.SaveTemplate, Open(view));
        yield return Button(AnnouncementTexts.Templates, AnnouncementVerbs.Templates) with { IgnoresInputs = true };
    }

    private static KeyValuePair<string, string>[] Open(AnnouncementFormView view) =>
        view.IsNew ? [CardParts.Of(CardKeys.NewId, Id(view.Id))] : [.. CardParts.Of((view.Id, view.Version))];

    /// <summary>What was typed; where the card would be too large, what is too long anyway is cut first.</summary>
    private static string Typed(string text, int length, CardScale scale) =>
        CardText.Truncate(CardText.Clean(text).Trim(), scale.Divisor <= MaxDivisorOfValid ? Math.Max(length, scale.Limit(MaxTyped)) : scale.Limit(MaxTyped));
}
