using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;

namespace RenkeiBot.Service.Channels;

/// <summary>Adds channels: where the bot is, what its people chose to be told there, and who is reached there.</summary>
internal static class ChannelsRegistration
{
    /// <summary>Needs the gate of the tenants (<c>AddTenants</c>) before it, the members (<c>AddMembers</c>) and the outbox (<c>AddOutbox</c>).</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddSingleton<AudienceTargets>();
        services.AddSingleton<ChannelTable>();
        services.AddSingleton<ChannelFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<ChannelFollower>());
        services.AddSingleton<ChannelChanges>();
        services.AddSingleton<ChannelList>();
        services.AddSingleton(new TypedCommand(ChannelSettingsFeature.Command, "チャネルやグループチャットに届ける内容を選びます（そこで入力します）"));
        services.AddSingleton<ITurnGate, ChannelSightings>();
        services.AddSingleton<ITurnFeature, ChannelEventsFeature>();
        services.AddSingleton<ITurnFeature, ChannelSettingsFeature>();
        return services;
    }
}
