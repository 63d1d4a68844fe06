using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Inbox;

/// <summary>Adds the inbox: activities that are delivered again are answered as before.</summary>
internal static class InboxRegistration
{
    /// <summary>Needs the database (<c>AddRecords</c>) before it.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddSingleton<InboxTable>();
        services.AddSingleton<InboxWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<InboxWriter>());
        services.AddSingleton<TurnInbox>();
        services.AddSingleton<ITurnInbox>(provider => provider.GetRequiredService<TurnInbox>());
        return services;
    }
}
