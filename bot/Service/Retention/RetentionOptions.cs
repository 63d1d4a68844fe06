using System.Globalization;
using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Retention;

/// <summary>How long what is kept: the settings <c>Retention:…</c>. docs/what-we-store.md says why so long.</summary>
internal sealed class RetentionOptions
{
    /// <summary>Days for which announcements, with those whom they reached and who confirmed, are kept after they were last changed or sent.</summary>
    public string AnnouncementDays { get; set; } = "1095";

    /// <summary>Days for which events of the audit are kept: by default five years.</summary>
    public string AuditDays { get; set; } = "1825";

    /// <summary>Hours for which activities that came in are kept, so that one that is delivered again is recognised.</summary>
    public string InboxHours { get; set; } = "24";

    /// <summary>Days for which messages are kept after they were delivered or given up.</summary>
    public string OutboxDays { get; set; } = "30";

    /// <summary>Days for which registrations are kept after they were decided or withdrawn.</summary>
    public string RegistrationDays { get; set; } = "365";

    /// <summary>Days for which answers to notices of meetings are kept after the meeting.</summary>
    public string MeetingAnswerDays { get; set; } = "365";

    /// <summary>Days for which drafts of proposals and meetings are kept after they were last touched.</summary>
    public string DraftDays { get; set; } = "365";

    public TimeSpan Announcements => TimeSpan.FromDays(Number(AnnouncementDays));

    public TimeSpan Audit => TimeSpan.FromDays(Number(AuditDays));

    public TimeSpan Inbox => TimeSpan.FromHours(Number(InboxHours));

    public TimeSpan Outbox => TimeSpan.FromDays(Number(OutboxDays));

    public TimeSpan Registrations => TimeSpan.FromDays(Number(RegistrationDays));

    public TimeSpan Drafts => TimeSpan.FromDays(Number(DraftDays));

    public TimeSpan MeetingAnswers => TimeSpan.FromDays(Number(MeetingAnswerDays));

    private static int Number(string setting) => int.Parse(setting, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>Refuses what is not a number, and times so short that they would remove what is still needed, or so long that nothing is ever removed.</summary>
internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        string?[] refusals =
        [
            Refusal(nameof(options.AnnouncementDays), options.AnnouncementDays, "days", 30, 3650),
            Refusal(nameof(options.AuditDays), options.AuditDays, "days", 30, 3650),
            Refusal(nameof(options.DraftDays), options.DraftDays, "days", 1, 3650),
            Refusal(nameof(options.InboxHours), options.InboxHours, "hours", 1, 720),
            Refusal(nameof(options.MeetingAnswerDays), options.MeetingAnswerDays, "days", 1, 3650),
            // What was sent is remembered by its row: reminders and digests are made for up to two days after they are due, and not again.
            Refusal(nameof(options.OutboxDays), options.OutboxDays, "days", 3, 365),
            Refusal(nameof(options.RegistrationDays), options.RegistrationDays, "days", 1, 3650),
        ];
        return refusals.OfType<string>().ToList() is { Count: > 0 } failures ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static string? Refusal(string setting, string value, string unit, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null
            : $"Retention:{setting} is '{value}'. It must be a whole number of {unit} from {least} to {most}.";
}
