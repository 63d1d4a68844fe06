using System.Diagnostics;
using System.Diagnostics.Metrics;
using RenkeiBot.Data.Members;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Telemetry;

/// <summary>Spans and metrics of the service itself; turns and refused requests are told by the library (<c>RenkeiBot.BotFramework</c>). Neither bears names or what a user wrote.</summary>
internal sealed class ServiceTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "RenkeiBot.Service";

    private const string KindTag = "renkeibot.answer.kind";

    private static readonly ActivitySource Source = new(Name);

    private const string RoleTag = "renkeibot.member.role";

    private readonly Counter<long> answers;
    private readonly Counter<long> uses;

    public ServiceTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        answers = meter.CreateCounter<long>("renkeibot.answers", "{answer}", "Questions that were answered, by the kind of the answer.");
        uses = meter.CreateCounter<long>("renkeibot.uses", "{turn}", "Turns that were admitted, by the role of who began them.");
    }

    /// <summary>Counts a turn by the role of who began it; null for someone who is not a member.</summary>
    public void Used(MemberRole? role) => uses.Add(1, new KeyValuePair<string, object?>(RoleTag, Word(role)));

    /// <summary>Begins to measure an answer, which ends when the measurement is disposed of.</summary>
    public AnswerMeasurement BeginAnswer() => new(this, Source.StartActivity("answer"));

    private static string Word(AnswerKind kind) => kind switch
    {
        AnswerKind.Fact => "fact",
        AnswerKind.AskBack => "ask_back",
        AnswerKind.NotFound => "not_found",
        _ => "passage",
    };

    private static string Word(MemberRole? role) => role switch
    {
        MemberRole.Secretariat => "secretariat",
        MemberRole.LiaisonOfficer => "liaison_officer",
        MemberRole.MunicipalityMember => "municipality_member",
        MemberRole.Observer => "observer",
        _ => "none",
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
