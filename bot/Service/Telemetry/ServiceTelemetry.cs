using System.Diagnostics;
using System.Diagnostics.Metrics;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Telemetry;

/// <summary>Spans and metrics of the service itself; turns and refused requests are told by the library (<c>RenkeiBot.BotFramework</c>). Neither bears names or what a user wrote.</summary>
internal sealed class ServiceTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "RenkeiBot.Service";

    private const string KindTag = "renkeibot.answer.kind";

    private static readonly ActivitySource Source = new(Name);

    private readonly Counter<long> answers;

    public ServiceTelemetry(IMeterFactory meters) =>
        answers = meters.Create(Name).CreateCounter<long>("renkeibot.answers", "{answer}", "Questions that were answered, by the kind of the answer.");

    /// <summary>Begins to measure an answer, which ends when the measurement is disposed of.</summary>
    public AnswerMeasurement BeginAnswer() => new(this, Source.StartActivity("answer"));

    private static string Word(AnswerKind kind) => kind switch
    {
        AnswerKind.Fact => "fact",
        AnswerKind.AskBack => "ask_back",
        AnswerKind.NotFound => "not_found",
        _ => "passage",
    };

    internal sealed class AnswerMeasurement(ServiceTelemetry telemetry, Activity? span) : IDisposable
    {
        /// <summary>The kind of the answer; null while there is none, and then none is counted.</summary>
        public AnswerKind? Kind { get; set; }

        public void Dispose()
        {
            if (Kind is { } kind)
            {
                span?.SetTag(KindTag, Word(kind));
                telemetry.answers.Add(1, new KeyValuePair<string, object?>(KindTag, Word(kind)));
            }

            span?.Dispose();
        }
    }
}
