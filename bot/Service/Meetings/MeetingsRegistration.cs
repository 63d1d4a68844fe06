using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;
using RenkeiBot.Service.Downloads;

namespace RenkeiBot.Service.Meetings;

/// <summary>Adds the meetings: calling them, changing and cancelling, who comes, reminders, minutes.</summary>
internal static class MeetingsRegistration
{
    /// <summary>Needs the members (<c>AddMembers</c>), the channels (<c>AddChannels</c>), the outbox (<c>AddOutbox</c>), files (<c>AddDownloads</c>) and the directory (<c>AddDirectory</c>).</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MeetingsOptions>().Bind(configuration.GetSection("Meetings")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MeetingsOptions>, MeetingsOptionsValidator>();
        services.AddSingleton<MeetingAudience>();
        services.AddSingleton<MeetingForm>();
        services.AddSingleton<MeetingCards>();
        services.AddSingleton<MeetingNotices>();
        services.AddSingleton<MeetingRecords>();
        services.AddSingleton<MeetingChanges>();
        services.AddSingleton<MeetingAnswers>();
        services.AddSingleton<MeetingRoster>();
        services.AddSingleton<MeetingShowing>();
        services.AddSingleton<OnlineMeetings>();
        services.AddSingleton<IDownload, CalendarDownload>();
        services.AddSingleton<IDownload, RosterFile>();
        services.AddSingleton(new TypedCommand(AttendanceFeature.ListCommand, "予定されている会議と、あなたの回答を確かめます"));
        services.AddSingleton(new TypedCommand(MeetingsFeature.Command, "会議の案内を、チャネルや個人チャットに配信します") { IsForSecretariat = true });
        services.AddSingleton<ITurnFeature, MeetingsFeature>();
        services.AddSingleton<ITurnFeature, AttendanceFeature>();
        services.AddSingleton<ITurnFeature, MinutesFeature>();
        services.AddHostedService<MeetingWatch>();
        return services;
    }
}
