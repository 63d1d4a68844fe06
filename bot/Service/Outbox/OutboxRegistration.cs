using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;

namespace RenkeiBot.Service.Outbox;

/// <summary>Adds the outbox: what should stand in other conversations, delivered after the change that causes it.</summary>
internal static class OutboxRegistration
{
    /// <summary>Needs the channels (<c>AddChannels</c>), and the database (<c>AddRecords</c>) and the gate of the tenants (<c>AddTenants</c>) before it: chats of people who may not ask are not kept.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection("Outbox")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OutboxOptions>, OutboxOptionsValidator>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxWriter>();
        services.AddSingleton<OutboxTable>();
        services.AddSingleton<OutboxRecorder>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<PersonalChatTable>();
        services.AddSingleton<PersonalChatWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<PersonalChatWriter>());
        services.AddHostedService<OutboxDispatcher>();
        services.AddSingleton<ITurnFeature, UndeliveredFeature>();
        services.AddSingleton(new TypedCommand(UndeliveredFeature.Command, "届かなかったメッセージと、その理由を表示します") { IsForSecretariat = true });
        services.AddSingleton<ITurnGate, PersonalChats>();
        return services;
    }
}
