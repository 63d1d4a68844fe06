using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;
using RenkeiBot.Service.Downloads;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>Adds the disaster support: registering disasters, reporting what was given, asking for help and offering it.</summary>
internal static class DisasterSupportRegistration
{
    /// <summary>Needs the members (<c>AddMembers</c>), the outbox (<c>AddOutbox</c>), the channels (<c>AddChannels</c>) and the files (<c>AddDownloads</c>).</summary>
    public static IServiceCollection AddDisasterSupport(this IServiceCollection services)
    {
        services.AddSingleton<DisasterAreas>();
        services.AddSingleton<DisasterViews>();
        services.AddSingleton<DisasterPosting>();
        services.AddSingleton<SupportRecords>();
        services.AddSingleton<DisasterWriter>();
        services.AddSingleton<DisasterForm>();
        services.AddSingleton<DisasterChanges>();
        services.AddSingleton<DisasterShowing>();
        services.AddSingleton<SupportForm>();
        services.AddSingleton<SupportChanges>();
        services.AddSingleton<AidForm>();
        services.AddSingleton<AidNotices>();
        services.AddSingleton<AidChanges>();
        services.AddSingleton<IDownload, SupportReportsCsv>();
        services.AddSingleton<IDownload, AidCsv>();
        services.AddSingleton(new TypedCommand(SupportFeature.ReportCommand, "被災した自治体への支援を報告します（特別区、事務局）"));
        services.AddSingleton(new TypedCommand(SupportFeature.OwnCommand, "報告した支援を確かめ、訂正や取り下げをします"));
        services.AddSingleton(new TypedCommand(DisastersFeature.ListCommand, "災害ごとの支援の状況と集計、応援・受援を表示します"));
        services.AddSingleton(new TypedCommand(AidFeature.RequestCommand, "必要な物資や職員の応援を要請します（自治体、事務局）"));
        services.AddSingleton(new TypedCommand(DisastersFeature.RegisterCommand, "災害支援を登録し、チャネルに配信します（訓練もできます）") { IsForSecretariat = true });
        services.AddSingleton<ITurnFeature, DisastersFeature>();
        services.AddSingleton<ITurnFeature, SupportFeature>();
        services.AddSingleton<ITurnFeature, SupportTotalsFeature>();
        services.AddSingleton<ITurnFeature, AidFeature>();
        return services;
    }
}
