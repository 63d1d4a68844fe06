using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Health;

/// <summary>Who may see the health of the service in a chat. The members know: it is for the secretariat.</summary>
internal interface IMayDiagnose
{
    /// <summary>Whether the one who sent this activity may.</summary>
    Task<bool> MayDiagnoseAsync(Activity activity, CancellationToken cancellationToken);
}

/// <summary>While there are no members: whoever develops may, and nobody else.</summary>
internal sealed class DevelopmentMayDiagnose(IHostEnvironment environment) : IMayDiagnose
{
    public Task<bool> MayDiagnoseAsync(Activity activity, CancellationToken cancellationToken) => Task.FromResult(environment.IsDevelopment());
}
