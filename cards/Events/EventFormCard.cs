using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Events;

/// <summary>行事を登録: the form, with what was typed, what is wrong with it, and how others will see it.</summary>
public static class EventFormCard
{
    private const int MaxTyped = 3000;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(EventFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(EventFormView view, CardScale scale) => new()
    {
        FallbackText = Sentence(view.Sentence),
        Speak = Sentence(view.Sentence),
        Body =
        [
            Heading(Sentence(view.Sentence)),
            .. view.Preview is { } preview ? EventParts.Event(preview, scale) : [Small(EventTexts.FormLead)],
            .. Error(view.Errors, EventKeys.Kind, scale),
            Choices(EventKeys.Kind, EventTexts.Kind, view.KindChoices, [view.Kind], scale.Limit(MaxTitle)) with { IsRequired = true, ErrorMessage = EventTexts.KindError },
            .. Error(view.Errors, EventKeys.Title, scale),
            Line(EventKeys.Title, EventTexts.Title, view.Title, 100, scale) with { Placeholder = EventTexts.TitleHint, IsRequired = true, ErrorMessage = EventTexts.TitleError },
            .. Error(view.Errors, EventKeys.From, scale),
            new DateInput(EventKeys.From, EventTexts.From) { Value = view.From, IsRequired = true, ErrorMessage = EventTexts.FromError },
            .. Error(view.Errors, EventKeys.Until, scale),
            new DateInput(EventKeys.Until, EventTexts.Until) { Value = view.Until },
            .. Error(view.Errors, EventKeys.Hours, scale),
            Line(EventKeys.Hours, EventTexts.Hours, view.Hours, 100, scale) with { Placeholder = EventTexts.HoursHint },
            .. Error(view.Errors, EventKeys.Venue, scale),
            Line(EventKeys.Venue, EventTexts.Venue, view.Venue, 100, scale) with { Placeholder = EventTexts.VenueHint },
            .. Error(view.Errors, EventKeys.Address, scale),
            Line(EventKeys.Address, EventTexts.Address, view.Address, 100, scale),
            .. Error(view.Errors, EventKeys.Theme, scale),
            Line(EventKeys.Theme, EventTexts.Theme, view.Theme, 100, scale),
            .. Error(view.Errors, EventKeys.Contents, scale),
            Lines(EventKeys.Contents, EventTexts.Contents, view.Contents, scale) with { Placeholder = EventTexts.ContentsHint },
            .. Error(view.Errors, EventKeys.Hosts, scale),
            Lines(EventKeys.Hosts, EventTexts.Hosts, view.Hosts, scale),
            .. Error(view.Errors, EventKeys.CoHosts, scale),
            Lines(EventKeys.CoHosts, EventTexts.CoHosts, view.CoHosts, scale),
            .. Error(view.Errors, EventKeys.Supporters, scale),
            Lines(EventKeys.Supporters, EventTexts.Supporters, view.Supporters, scale),
            .. Error(view.Errors, EventKeys.Participants, scale),
            Lines(EventKeys.Participants, EventTexts.Participants, view.Participants, scale) with { Placeholder = EventTexts.ParticipantsHint },
            .. Error(view.Errors, EventKeys.Inquiries, scale),
            Line(EventKeys.Inquiries, EventTexts.Inquiries, view.Inquiries, 100, scale) with { Placeholder = EventTexts.InquiriesHint },
            .. Error(view.Errors, EventKeys.Url, scale),
            Line(EventKeys.Url, EventTexts.Url, view.Url, 240, scale) with { Placeholder = EventTexts.UrlHint },
            .. Error(view.Errors, EventKeys.Status, scale),
            Choices(EventKeys.Status, EventTexts.Status, view.StatusChoices, [view.Status], scale.Limit(MaxTitle)),
            .. Buttons([.. Actions(view)]),
        ],
    };

    private static TextInput Line(string key, string label, string value, int length, CardScale scale) =>
        new(key, label) { Value = scale.Line(value, Math.Max(length, MaxTyped / 4)), MaxLength = length };

    private static TextInput Lines(string key, string label, string value, CardScale scale) =>
        new(key, label) { Value = scale.Text(value, MaxTyped), MaxLength = 1500, IsMultiline = true };

    private static IEnumerable<CardAction> Actions(EventFormView view)
    {
        KeyValuePair<string, string>[] open = view.IsNew ? [Of(EventKeys.NewId, Id(view.Id))] : Of((view.Id, view.Version));
        yield return Button(EventTexts.Preview, EventVerbs.Preview, open);
        yield return Button(view.IsNew ? EventTexts.Register : EventTexts.Save, EventVerbs.Save, open) with { Style = ActionStyle.Positive };
    }
}
