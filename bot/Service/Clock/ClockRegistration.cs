using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Clock;

/// <summary>Adds the <see cref="TimeProvider"/> that everything takes its time from.</summary>
internal static class ClockRegistration
{
    /// <summary>The system's time, or the moment of <c>Clock:Now</c>.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ClockOptions>().Configure(options => options.Now = configuration["Clock:Now"]).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ClockOptions>, ClockOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ClockOptions>>().Value.Now is { Length: > 0 } setting && ClockOptions.TryRead(setting, out var now)
            ? new StoppedClock(now)
            : TimeProvider.System);
        return services;
    }
}
