using System.Globalization;
using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Meetings.MeetingParts;

namespace RenkeiBot.Cards.Meetings;

/// <summary>会議を登録: the form, with what was typed and what is wrong with it.</summary>
public static class MeetingFormCard
{
    private const int MaxChannelTitle = 30;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(MeetingFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(MeetingFormView view, CardScale scale) => new()
    {
        FallbackText = Sentence(view.Sentence),
        Speak = Sentence(view.Sentence),
        Body =
        [
            Heading(Sentence(view.Sentence)),
            .. Error(view.Errors, MeetingKeys.Kind, scale),
            Choices(MeetingKeys.Kind, MeetingTexts.Kind, view.KindChoices, [view.Kind], MaxChoiceTitle),
            .. Error(view.Errors, MeetingKeys.Title, scale),
            new TextInput(MeetingKeys.Title, MeetingTexts.Title)
            {
                Value = Typed(view.Title, 100, scale), Placeholder = MeetingTexts.TitleHint, MaxLength = 100, IsRequired = true, ErrorMessage = MeetingTexts.TitleError,
            },
            .. Error(view.Errors, MeetingKeys.Date, scale),
            new DateInput(MeetingKeys.Date, MeetingTexts.Date) { Value = view.Date, IsRequired = true, ErrorMessage = MeetingTexts.DateError },
            .. Error(view.Errors, MeetingKeys.Start, scale),
            new TimeInput(MeetingKeys.Start, MeetingTexts.Start) { Value = Time(view.Start), IsRequired = true, ErrorMessage = MeetingTexts.StartError },
            .. Error(view.Errors, MeetingKeys.End, scale),
            new TimeInput(MeetingKeys.End, MeetingTexts.End) { Value = Time(view.End), IsRequired = true, ErrorMessage = MeetingTexts.EndError },
            .. Error(view.Errors, MeetingKeys.Place, scale),
            new TextInput(MeetingKeys.Place, MeetingTexts.Place) { Value = Typed(view.Place, 100, scale), Placeholder = MeetingTexts.PlaceHint, MaxLength = 100 },
            new ToggleInput(MeetingKeys.Online, MeetingTexts.Online, MeetingTexts.OnlineTitle) { Value = view.IsOnline },
            .. Error(view.Errors, MeetingKeys.OnlineUrl, scale),
            new TextInput(MeetingKeys.OnlineUrl, MeetingTexts.OnlineUrl)
            {
                Value = Typed(view.OnlineUrl, 500, scale), Placeholder = MeetingTexts.OnlineUrlHint, MaxLength = 500, Style = TextInputStyle.Url,
            },
            Small(view.IsOnlineMade ? MeetingTexts.OnlineMade : MeetingTexts.OnlineTyped, Spacing.None),
            .. Error(view.Errors, MeetingKeys.Agenda, scale),
            new TextInput(MeetingKeys.Agenda, MeetingTexts.Agenda) { Value = Typed(view.Agenda, 2000, scale), Placeholder = MeetingTexts.AgendaHint, IsMultiline = true },
            .. Error(view.Errors, MeetingKeys.Materials, scale),
            new TextInput(MeetingKeys.Materials, MeetingTexts.Materials) { Value = Typed(view.Materials, 2000, scale), Placeholder = MeetingTexts.MaterialsHint, IsMultiline = true },
            .. Error(view.Errors, MeetingKeys.Audience, scale),
            Choices(MeetingKeys.Audience, MeetingTexts.Audience, view.AudienceChoices, view.Audience, MaxChannelTitle) with { IsMultiSelect = true },
            .. Error(view.Errors, MeetingKeys.Areas, scale),
            Choices(MeetingKeys.Areas, MeetingTexts.Areas, view.AreaChoices, view.Areas, scale.Limit(MaxChoiceTitle)) with { IsMultiSelect = true },
            .. view.ChannelChoices.Count == 0 ? [] : Error(view.Errors, MeetingKeys.Channels, scale),
            .. view.ChannelChoices.Count == 0 ? Array.Empty<CardElement>()
                : [Choices(MeetingKeys.Channels, MeetingTexts.Channels, view.ChannelChoices, view.Channels, scale.Limit(MaxChannelTitle)) with { IsMultiSelect = true }],
            .. Buttons([.. Actions(view)]),
        ],
    };

    private static IEnumerable<CardAction> Actions(MeetingFormView view)
    {
        KeyValuePair<string, string>[] open =
        [
            .. view.IsNew ? [CardParts.Of(CardKeys.NewId, Id(view.Id))] : CardParts.Of((view.Id, view.Version)),
            CardParts.Of(CardKeys.Send, "1"),
        ];
        yield return Button(MeetingTexts.Preview, MeetingVerbs.Preview, open);
        yield return Button(MeetingTexts.Send, MeetingVerbs.Send, open) with { Style = ActionStyle.Positive };
    }

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
