using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;

namespace RenkeiBot.Service.Members;

/// <summary>Adds members, their registration and what they may do.</summary>
internal static class MembersRegistration
{
    /// <summary>Needs the records (<c>AddRecords</c>) before it: hosted services start in the order of registration.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MembersOptions>().Bind(configuration.GetSection("Members")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MembersOptions>, MembersOptionsValidator>();
        services.AddSingleton<Organisations>();
        services.AddSingleton<MemberDirectory>();
        services.AddSingleton<Permissions>();
        services.AddSingleton<MemberNotices>();
        services.AddSingleton<RegistrationForm>();
        services.AddSingleton<Registrations>();
        services.AddSingleton<MemberChanges>();
        services.AddSingleton<ITurnGate, MemberUse>();
        services.AddHostedService<PreapprovedMembers>();
        services.AddSingleton(new TypedCommand(MembersFeature.RegisterCommand, "提案や応募などの機能を使うための登録を申請します"));
        services.AddSingleton(new TypedCommand(MembersFeature.OwnCommand, "自分の登録と申請の状況を確かめ、変更します"));
        services.AddSingleton(new TypedCommand(SecretariatFeature.RequestsCommand, "確認を待っている利用登録の申請を表示します") { IsForSecretariat = true });
        services.AddSingleton(new TypedCommand(SecretariatFeature.MembersCommand, "登録者を表示し、変更や取り消しをします") { IsForSecretariat = true });
        services.AddSingleton<ITurnFeature, MembersFeature>();
        services.AddSingleton<ITurnFeature, SecretariatFeature>();
        return services;
    }
}
