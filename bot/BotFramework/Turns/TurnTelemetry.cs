using System.Diagnostics;
using System.Diagnostics.Metrics;
using Span = System.Diagnostics.Activity;

namespace RenkeiBot.BotFramework;

/// <summary>Under which name a host listens to what the library tells about turns: an <see cref="ActivitySource"/> and a <see cref="Meter"/>.</summary>
public static class BotFrameworkTelemetry
{
    /// <summary>The name of both.</summary>
    public const string Name = "RenkeiBot.BotFramework";
}

/// <summary>How a turn ended, as its span and its metrics name it.</summary>
internal static class TurnOutcomes
{
    public const string Completed = "completed";
    public const string Failed = "failed";
    public const string Unhandled = "unhandled";
    public const string TurnedAway = "turned_away";
    public const string Limited = "limited";
    public const string Refused = "refused";
    public const string DeliveredAgain = "delivered_again";
    public const string Abandoned = "abandoned";
}

/// <summary>Spans and metrics of turns and of refused requests. Metrics bear types and outcomes, spans the ids of activity and conversation besides; nothing bears what a user wrote.</summary>
internal sealed class TurnTelemetry
{
    private const string TypeTag = "bot.activity.type";
    private const string OutcomeTag = "bot.turn.outcome";
    private const string Other = "other";

    private static readonly ActivitySource Source = new(BotFrameworkTelemetry.Name);

    private readonly Meter meter;
    private readonly Counter<long> turns;
    private readonly Histogram<double> duration;
    private readonly Counter<long> refused;

    public TurnTelemetry(IMeterFactory meters)
    {
        meter = meters.Create(BotFrameworkTelemetry.Name);
        turns = meter.CreateCounter<long>("bot.turns", "{turn}", "Turns by type of activity and outcome.");
        duration = meter.CreateHistogram<double>("bot.turn.duration", "s", "How long turns took, the wait for earlier turns of their conversation included.");
        refused = meter.CreateCounter<long>("bot.requests.refused", "{request}", "Requests that never became a turn, by HTTP status.");
    }

    /// <summary>Has the number of waiting turns measured.</summary>
    public void ObserveWaiting(Func<int> waiting) => meter.CreateObservableGauge("bot.turns.waiting", waiting, "{turn}", "Turns that wait for earlier ones of their conversation.");

    /// <summary>Counts a request that was refused.</summary>
    public void Refused(int statusCode) => refused.Add(1, new KeyValuePair<string, object?>("http.response.status_code", statusCode));

    /// <summary>Begins to measure a turn, which ends when the measurement is disposed of.</summary>
    public Measurement Begin(Activity activity) => new(this, activity);

    /// <summary>A type that anybody may have made up would make a time series of its own.</summary>
    private static string KnownType(string? type) => type switch
    {
        ActivityTypes.Message or ActivityTypes.Invoke or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate or ActivityTypes.MessageReaction
            or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.Typing => type,
        _ => Other,
    };

    internal sealed class Measurement : IDisposable
    {
        private readonly TurnTelemetry telemetry;
        private readonly string type;
        private readonly Span? span;
        private readonly long begun = Stopwatch.GetTimestamp();

        public Measurement(TurnTelemetry telemetry, Activity activity)
        {
            this.telemetry = telemetry;
            type = KnownType(activity.Type);
            span = Source.StartActivity("turn " + type);
            if (span is { IsAllDataRequested: true })
            {
                span.SetTag(TypeTag, type);
                span.SetTag("bot.activity.id", activity.Id);
                span.SetTag("bot.conversation.id", activity.Conversation?.Id);
            }
        }

        /// <summary>How the turn ended. Until something else is known, its request has been given up.</summary>
        public string Outcome { get; set; } = TurnOutcomes.Abandoned;

        public void Dispose()
        {
            var tags = new TagList { { TypeTag, type }, { OutcomeTag, Outcome } };
            telemetry.turns.Add(1, tags);
            telemetry.duration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, tags);
            if (span is null)
                return;
            span.SetTag(OutcomeTag, Outcome);
            if (Outcome == TurnOutcomes.Failed)
                span.SetStatus(ActivityStatusCode.Error);
            span.Dispose();
        }
    }
}
