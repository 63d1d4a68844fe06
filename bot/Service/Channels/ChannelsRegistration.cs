namespace RenkeiBot.Service.Channels;

/// <summary>Adds channels: where the bot is, and who is reached there.</summary>
internal static class ChannelsRegistration
{
    /// <summary>Needs the members (<c>AddMembers</c>) and the outbox (<c>AddOutbox</c>).</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddSingleton<AudienceTargets>();
        return services;
    }
}
