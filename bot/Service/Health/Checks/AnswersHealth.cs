using Microsoft.Extensions.Diagnostics.HealthChecks;
using RenkeiBot.Service.Answers;

namespace RenkeiBot.Service.Health.Checks;

/// <summary>Whether the engine that answers has been built.</summary>
internal sealed class AnswersHealth(AnswerEngineSource engines) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(engines.IsWarm
        ? Finding.Good("The answer engine is ready.", "お答えする準備ができています。")
        : Finding.Bad("The answer engine has not been built.", "お答えする準備ができていません。"));
}
