using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Channels;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Announcements;

/// <summary>What the cards of the secretariat show of an announcement.</summary>
internal sealed class AnnouncementViews(AnnouncementAudience audience, AudienceTargets targets, IOptions<OutboxOptions> outbox, TimeProvider time)
{
    private const int MaxNames = 5;

    private readonly QuietHours? quiet = outbox.Value.Quiet;

    /// <summary>An announcement of which nothing was sent yet: as it will be seen, whom it reaches, when it goes.</summary>
    /// <param name="context">The database.</param>
    /// <param name="announcement">The announcement.</param>
    /// <param name="sentence">What is said first.</param>
    /// <param name="buttons">What can be done.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AnnouncementCardView> PlanAsync(
        RenkeiBotDbContext context, Announcement announcement, string sentence, IReadOnlyList<AnnouncementButton> buttons, CancellationToken cancellationToken)
    {
        var content = announcement.Content;
        var reached = await targets.ResolveAsync(context, AnnouncementAudience.Of(content), cancellationToken);
        var known = (await AnnouncementQueries.Reached(context).ToListAsync(cancellationToken)).ToHashSet();
        var unknown = reached.Count(one => one.Target.AadObjectId.Length > 0 && !known.Contains(new(one.Target.TenantId, one.Target.AadObjectId)));
        var when = announcement.NextAt ?? (content is { Day: { } day, Time: { } at } ? AnnouncementSchedule.At(day, at) : null);
        return new AnnouncementCardView(sentence, announcement.Id.ToString("N"), AnnouncementCopies.Plain(content))
        {
            Version = announcement.Revision,
            Notes = [.. unknown > 0 ? [AnnouncementMessages.Unreached(unknown)] : Array.Empty<string>(), .. Held(when) is { } held ? [held] : Array.Empty<string>()],
            Facts =
            [
                new("状態", AnnouncementMessages.State(announcement is { State: AnnouncementState.Scheduled, NextAt: { } due } && due <= time.GetUtcNow() ? AnnouncementState.Sending : announcement.State)),
                new("重要度", AnnouncementMessages.Importance(content.Importance)),
                new("対象", audience.Describe(content)),
                new("宛先の数", $"{reached.Count:N0}件"),
                new("宛先", string.Join('、', reached.Take(MaxNames).Select(one => one.Name)) + (reached.Count > MaxNames ? " ほか" : "")),
                new("配信日時", when is { } moment ? AnnouncementMessages.Moment(moment) : "すぐに配信"),
                new("繰り返し", Repeats(content)),
                new("確認", content.AsksConfirmation ? "「確認しました」を求めます" : "求めません"),
            ],
            Buttons = buttons,
        };
    }

    /// <summary>A correction that a second person has to agree to.</summary>
    public static AnnouncementCardView Correction(Announcement announcement, string sentence, IReadOnlyList<AnnouncementButton> buttons) =>
        new(sentence, announcement.Id.ToString("N"), AnnouncementCopies.Plain(announcement.Correction ?? announcement.Content)) { Version = announcement.Revision, Buttons = buttons };

    /// <summary>How a sending comes along.</summary>
    public AnnouncementProgressView Progress(Announcement announcement, AnnouncementOccurrence occurrence, AnnouncementFigures figures, string? said = null) =>
        new(said ?? Sentence(announcement, occurrence, figures), announcement.Id.ToString("N"), announcement.Content.Title)
        {
            Version = announcement.Revision,
            Number = occurrence.Number,
            Notes =
            [
                .. said is null ? Array.Empty<string>() : [Sentence(announcement, occurrence, figures)],
                .. announcement.Correction is null ? Array.Empty<string>() : [AnnouncementMessages.CorrectionWaits],
                .. figures.Unreachable > 0 ? [AnnouncementMessages.Unreached(figures.Unreachable)] : Array.Empty<string>(),
            ],
            Facts =
            [
                new("状態", StateOf(announcement, occurrence)),
                new("宛先", $"{occurrence.Targets:N0}件"),
                new("届いた", $"{figures.Sent:N0}件"),
                new("待ち", $"{figures.Waiting:N0}件"),
                new("失敗", $"{figures.Failed:N0}件"),
                new("削除済み", announcement.State == AnnouncementState.Withdrawn ? $"{figures.Deleted:N0}件" : ""),
                new("確認", announcement.Content.AsksConfirmation ? $"{figures.Confirmed:N0}名" : ""),
                new("配信開始", AnnouncementMessages.Moment(occurrence.StartedAt)),
                new("次回", announcement.NextAt is { } next ? AnnouncementMessages.Moment(next) : ""),
                new("訂正", announcement.CorrectedAt is { } at ? AnnouncementMessages.Moment(at) : ""),
            ],
            Failures = [.. figures.Failures.GroupBy(one => OutboxFailures.Of(one.Failure)).Select(one => new AnnouncementFailure($"{one.Key.Reason}（{one.Sum(count => count.Number):N0}件）", one.Key.Advice))],
            Buttons = [.. Buttons(announcement, figures)],
        };

    private static IEnumerable<AnnouncementButton> Buttons(Announcement announcement, AnnouncementFigures figures)
    {
        var isWithdrawn = announcement.State == AnnouncementState.Withdrawn;
        if (figures.Failed > 0)
            yield return AnnouncementButton.Resend;
        if (!isWithdrawn)
        {
            yield return AnnouncementButton.Correct;
            yield return AnnouncementButton.Withdraw;
        }

        if (announcement.Content.AsksConfirmation)
        {
            yield return AnnouncementButton.Roster;
            if (!isWithdrawn)
                yield return AnnouncementButton.Remind;
        }
        else
        {
            yield return AnnouncementButton.Recipients;
        }

        yield return AnnouncementButton.Refresh;
        yield return AnnouncementButton.Duplicate;
    }

    private string Sentence(Announcement announcement, AnnouncementOccurrence occurrence, AnnouncementFigures figures)
    {
        if (announcement.State == AnnouncementState.Withdrawn)
        {
            return figures.Deleting > 0 ? $"取り消しています。残り{figures.Deleting:N0}件です。"
                : figures.Failed > 0 ? $"取り消しました。{figures.Deleted:N0}件を削除し、{figures.Failed:N0}件は削除できませんでした。"
                : $"取り消しました。届いていた{figures.Deleted:N0}件を削除しました。";
        }

        if (occurrence.Targets == 0)
            return AnnouncementMessages.NoTargets;
        var under = figures.Waiting - figures.Unreachable;
        if (under > 0)
            return Held(time.GetUtcNow()) is { } held ? $"配信を待っています。{held}" : $"配信しています（{occurrence.Targets - figures.Waiting:N0} / {occurrence.Targets:N0}件）。";
        if (figures.Updating > 0 && occurrence.FinishedAt is null)
            return $"届いたものを書き換えています。残り{figures.Updating:N0}件です。";
        return figures.Failed > 0 ? $"配信が終わりました。{figures.Sent:N0}件に届き、{figures.Failed:N0}件は届きませんでした。" : $"配信が終わりました。{figures.Sent:N0}件に届きました。";
    }

    private static string StateOf(Announcement announcement, AnnouncementOccurrence occurrence) => announcement.State switch
    {
        AnnouncementState.Scheduled when occurrence.FinishedAt is null => $"{AnnouncementMessages.State(AnnouncementState.Sending)}（{AnnouncementMessages.Repeat(announcement.Content.Repeat)}、{occurrence.Number}回目）",
        AnnouncementState.Scheduled => $"{AnnouncementMessages.State(AnnouncementState.Sent)}（{AnnouncementMessages.Repeat(announcement.Content.Repeat)}、{occurrence.Number}回目）",
        var state => AnnouncementMessages.State(state),
    };

    private static string Repeats(AnnouncementContent content) => content.Repeat == AnnouncementRepeat.None ? "" :
        AnnouncementMessages.Repeat(content.Repeat) + (content.Until is { } until ? $"（{Answers.Language.JapaneseCalendar.Short(until)}まで）" : "（取り消すまで）");

    /// <summary>What quiet hours mean for what goes at a moment; null for nothing.</summary>
    private string? Held(DateTimeOffset? moment) => quiet is { } hours && hours.Contains(moment ?? time.GetUtcNow()) ? AnnouncementMessages.Quiet(hours.Until) : null;
}
