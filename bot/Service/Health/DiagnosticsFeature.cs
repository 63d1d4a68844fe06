using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Health;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Health;

/// <summary>「診断」: the health of the service as a card, for the secretariat, in a personal chat.</summary>
internal sealed partial class DiagnosticsFeature(
    MemberDirectory members, HealthReports reports, ServiceRun run, TimeProvider time, ILogger<DiagnosticsFeature> logger) : ITurnFeature
{
    public const string Command = "診断";

    private const string Refusal = "申し訳ありません。「診断」は事務局の方だけがお使いいただけます。お困りのことがありましたら、事務局へお問い合わせください。";
    private const string NotHere = "「診断」の結果はほかの方にも見えてしまうため、このボットとの個人チャットでお試しください。";

    public void Register(TurnRouter router) => router.OnCommand(Command, DiagnoseAsync);

    private async Task DiagnoseAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var sender = Sender.Of(turn.Activity);
        if (!Authorisation.Decide(Verbs.Diagnose, Subject.Common, sender, await members.FindAsync(sender, cancellationToken)).IsAllowed)
        {
            LogRefused(turn.Activity.Id, turn.Activity.Conversation?.Id);
            await turn.SendAsync(Refusal, cancellationToken);
            return;
        }

        if (turn.IsSeenByOthers)
        {
            await turn.SendAsync(NotHere, cancellationToken);
            return;
        }

        var card = HealthCard.Build(View(await reports.CurrentAsync(cancellationToken)));
        await turn.SendAsync(Activity.CreateCard(RawJson.FromUtf8(card.ToUtf8Json()), card.FallbackText), cancellationToken);
    }

    private HealthCardView View(HealthReport report) => new(State(report.Status))
    {
        Lines = [.. report.Entries.Select(entry => new HealthLine(HealthNames.Japanese(entry.Key), State(entry.Value.Status), Finding.Japanese(entry.Value)))],
        CheckedAt = JapanTime.Now(time).ToString("yyyy年M月d日 H時mm分", CultureInfo.InvariantCulture),
        Version = ServiceRun.Version,
        Uptime = run.Uptime,
    };

    private static HealthState State(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => HealthState.Good,
        HealthStatus.Degraded => HealthState.Caution,
        _ => HealthState.Trouble,
    };

    [LoggerMessage(76, LogLevel.Warning, "Diagnostics were refused: activity {ActivityId} in {ConversationId}")]
    private partial void LogRefused(string? activityId, string? conversationId);
}
