using System.Globalization;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Service.Answers.Language;
using JapaneseCalendar = RenkeiBot.Service.Answers.Language.JapaneseCalendar;

namespace RenkeiBot.Service.Meetings;

/// <summary>How a meeting is written.</summary>
internal static class MeetingWords
{
    public static string JapaneseName(this MeetingKind kind) => kind switch
    {
        MeetingKind.WardMayorsAssembly => "区長会総会",
        MeetingKind.SystemRoundTable => "特別区制度懇談会",
        MeetingKind.LiaisonGroup => "連絡会",
        MeetingKind.PromotionCommittee => "推進委員会",
        MeetingKind.Other => "その他",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of meeting."),
    };

    /// <summary>「連絡会　令和8年度 第2回連絡会」; 「その他」 says nothing.</summary>
    public static string Heading(this MeetingContent content) => content.Kind == MeetingKind.Other ? content.Title : $"【{content.Kind.JapaneseName()}】{content.Title}";

    /// <summary>「令和8年12月10日（木）14:00～16:00」.</summary>
    public static string When(this MeetingContent content) => $"{Day(content.Date)}{Hours(content)}";

    /// <summary>「令和8年12月10日（木）」.</summary>
    public static string Day(DateOnly date) => $"{JapaneseCalendar.Short(date)}（{JapaneseCalendar.Weekday(date)}）";

    /// <summary>「14:00～16:00」.</summary>
    public static string Hours(MeetingContent content) => $"{Clock(content.Start)}～{Clock(content.End)}";

    /// <summary>「14:00」.</summary>
    public static string Clock(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>「東京区政会館20階、オンライン」.</summary>
    public static string Where(this MeetingContent content) => (content.Place.Length > 0, content.IsOnline) switch
    {
        (true, true) => $"{content.Place}（オンラインでも参加できます）",
        (false, true) => "オンライン",
        _ => content.Place,
    };

    /// <summary>When it begins.</summary>
    public static DateTimeOffset StartsAt(this MeetingContent content) => new(content.Date.ToDateTime(content.Start), JapanTime.Offset);

    /// <summary>When it ends.</summary>
    public static DateTimeOffset EndsAt(this MeetingContent content) => new(content.Date.ToDateTime(content.End), JapanTime.Offset);

    /// <summary>Where one takes part online: what was typed, or what the service had made.</summary>
    public static string OnlineAddress(this PlannedMeeting meeting) =>
        !meeting.Content.IsOnline ? "" : meeting.Content.OnlineUrl.Length > 0 ? meeting.Content.OnlineUrl : meeting.JoinUrl;

    /// <summary>Whether the service is to make the online meeting, where it can.</summary>
    public static bool WantsOnlineMeeting(this PlannedMeeting meeting) =>
        meeting.State == MeetingState.Announced && meeting.Content is { IsOnline: true, OnlineUrl.Length: 0 };

    /// <summary>Lines of a name and an address, as a form has them.</summary>
    public static string Lines(this IReadOnlyList<MeetingLink> links) => string.Join('\n', links.Select(link => link.Name == link.Url ? link.Url : $"{link.Name} {link.Url}"));
}
