using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;
using RenkeiBot.Service.Downloads;

namespace RenkeiBot.Service.Announcements;

/// <summary>Adds the announcements of the secretariat.</summary>
internal static class AnnouncementsRegistration
{
    /// <summary>Needs the channels (<c>AddChannels</c>), the areas that forms offer (<see cref="Cards.FormAreas"/>), and the files (<c>AddDownloads</c>).</summary>
    public static IServiceCollection AddAnnouncements(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AnnouncementsOptions>().Bind(configuration.GetSection("Announcements")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AnnouncementsOptions>, AnnouncementsOptionsValidator>();
        services.AddSingleton<AnnouncementAudience>();
        services.AddSingleton<AnnouncementForm>();
        services.AddSingleton<AnnouncementViews>();
        services.AddSingleton<AnnouncementNotices>();
        services.AddSingleton<AnnouncementSending>();
        services.AddSingleton<AnnouncementWork>();
        services.AddHostedService(provider => provider.GetRequiredService<AnnouncementWork>());
        services.AddSingleton<AnnouncementChanges>();
        services.AddSingleton<AnnouncementConfirmations>();
        services.AddSingleton<AnnouncementShowing>();
        services.AddSingleton<IDownload, AnnouncementExport>();
        services.AddSingleton(new TypedCommand(AnnouncementsFeature.Command, "お知らせを作成し、チャネルや個人チャットに配信します") { IsForSecretariat = true });
        services.AddSingleton(new TypedCommand(AnnouncementHistoryFeature.Command, "お知らせの下書き、予約、配信の状況を確かめます") { IsForSecretariat = true });
        services.AddSingleton<ITurnFeature, AnnouncementsFeature>();
        services.AddSingleton<ITurnFeature, AnnouncementTemplatesFeature>();
        services.AddSingleton<ITurnFeature, AnnouncementDeliveryFeature>();
        services.AddSingleton<ITurnFeature, AnnouncementConfirmationsFeature>();
        services.AddSingleton<ITurnFeature, AnnouncementHistoryFeature>();
        return services;
    }
}
