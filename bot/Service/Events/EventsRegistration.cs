using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;

namespace RenkeiBot.Service.Events;

/// <summary>Adds the events: registering and editing their records, reminders and the weekly digest.</summary>
internal static class EventsRegistration
{
    /// <summary>Needs the members (<c>AddMembers</c>), the channels (<c>AddChannels</c>) and the outbox (<c>AddOutbox</c>).</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EventsOptions>().Bind(configuration.GetSection("Events")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EventsOptions>, EventsOptionsValidator>();
        services.AddSingleton<EventRecords>();
        services.AddSingleton<EventForm>();
        services.AddSingleton<EventShowing>();
        services.AddSingleton<EventCorrections>();
        services.AddSingleton<EventChanges>();
        services.AddSingleton<EventReminders>();
        services.AddSingleton<EventDigest>();
        services.AddSingleton(new TypedCommand(EventsFeature.RegisterCommand, "展示や講演会などの行事を登録します。質問にもすぐ答えられます") { IsForSecretariat = true });
        services.AddSingleton(new TypedCommand(EventsFeature.ListCommand, "行事の記録を探して、編集します（例：行事一覧 展示）") { IsForSecretariat = true });
        services.AddSingleton<ITurnFeature, EventsFeature>();
        services.AddHostedService<EventRounds>();
        return services;
    }
}
