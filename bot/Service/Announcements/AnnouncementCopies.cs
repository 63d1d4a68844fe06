using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Data.Announcements;

namespace RenkeiBot.Service.Announcements;

/// <summary>What those who are reached see of an announcement.</summary>
internal static class AnnouncementCopies
{
    /// <summary>The copy as a sending has it, for those who have not confirmed.</summary>
    public static AnnouncementCopyView Of(Announcement announcement, AnnouncementOccurrence occurrence) => Plain(announcement.Content) with
    {
        // What went out after the correction was right from the beginning.
        CorrectedAt = announcement.CorrectedAt is { } at && at >= occurrence.StartedAt ? AnnouncementMessages.Moment(at) : "",
        Confirmable = announcement.Content.AsksConfirmation ? (announcement.Id.ToString("N"), occurrence.Number) : null,
    };

    /// <summary>The copy in the conversation of a target.</summary>
    public static AnnouncementCopyView Of(Announcement announcement, AnnouncementOccurrence occurrence, AnnouncementTarget target) => (target.Confirmed, target.ConversationId) switch
    {
        (0, _) => Of(announcement, occurrence),
        (_, null) => ConfirmedBy(announcement, occurrence),
        _ => Of(announcement, occurrence) with { Confirmed = AnnouncementMessages.ChannelConfirmed(target.Confirmed) },
    };

    /// <summary>The copy for somebody who has confirmed.</summary>
    public static AnnouncementCopyView ConfirmedBy(Announcement announcement, AnnouncementOccurrence occurrence) =>
        Of(announcement, occurrence) with { Confirmable = null, Confirmed = AnnouncementMessages.Confirmed };

    /// <summary>A content without a sending: as a preview, or as a test, whose button does nothing.</summary>
    public static AnnouncementCopyView Plain(AnnouncementContent content) => new(content.Title, content.Text)
    {
        Tone = (AnnouncementTone)content.Importance,
        Links = [.. content.Links.Select(link => new AnnouncementLinkView(link.Title, link.Url))],
    };

    /// <summary>The message of a copy.</summary>
    public static Activity Message(AnnouncementCopyView copy) =>
        Message(AnnouncementCopyCard.Build(copy)) with { Importance = copy.Tone == AnnouncementTone.Normal ? null : "high" };

    /// <summary>A message with a card.</summary>
    public static Activity Message(AdaptiveCard card) => Activity.CreateCard(RawJson.FromUtf8(card.ToUtf8Json()), card.FallbackText);
}
