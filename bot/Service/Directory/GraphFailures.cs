using System.Net;

namespace RenkeiBot.Service.Directories;

/// <summary>Why a call of Microsoft Graph failed: as it is stored, and in words.</summary>
internal static class GraphFailures
{
    /// <summary>The organisation's catalogue does not have the app.</summary>
    public const string NoApp = "NoApp";

    /// <summary>The reason in few words: status and code, nothing that Graph wrote.</summary>
    public static string Reason(GraphException exception)
    {
        var reason = exception.StatusCode is { } status ? $"{(int)status} {exception.Code}" : exception.Code;
        return reason.Length <= 100 ? reason : reason[..100];
    }

    /// <summary>What the secretariat reads.</summary>
    /// <param name="reason">As <see cref="Reason"/> gave it.</param>
    /// <param name="permission">The permission that the call needs.</param>
    public static string Text(string reason, string permission) => reason switch
    {
        NoApp => "組織のアプリカタログに、このボットのアプリが見つかりません。Teams管理センターで公開されているか、ご確認ください。",
        GraphException.NoToken => "ボットの認証情報で、Microsoft 365に接続できませんでした。運用の担当者にご連絡ください。",
        GraphException.Timeout or GraphException.ConnectionFailed => "Microsoft 365から応答がありませんでした。しばらくしてから、もう一度お試しください。",
        GraphException.Refused or GraphException.Unreadable => "Microsoft 365の応答を読み取れませんでした。運用の担当者にご連絡ください。",
        _ when Is(reason, HttpStatusCode.Forbidden) => $"権限「{permission}」がないようです。組織の管理者に、アプリの許可の設定をご確認ください。",
        _ when Is(reason, HttpStatusCode.Unauthorized) => "ボットの認証が受け付けられませんでした。運用の担当者にご連絡ください。",
        _ when Is(reason, HttpStatusCode.NotFound) => "Microsoft 365に見つかりませんでした。異動や削除がないか、ご確認ください。",
        _ when Is(reason, HttpStatusCode.TooManyRequests) => "Microsoft 365が混み合っています。しばらくしてから、もう一度お試しください。",
        _ when reason.StartsWith('5') => "Microsoft 365で問題が起きています。しばらくしてから、もう一度お試しください。",
        _ => "Microsoft 365に受け付けられませんでした。運用の担当者にご連絡ください。",
    };

    /// <summary>The same of an exception.</summary>
    public static string Text(GraphException exception, string permission) => Text(Reason(exception), permission);

    private static bool Is(string reason, HttpStatusCode status) => reason.StartsWith($"{(int)status} ", StringComparison.Ordinal);
}

/// <summary>The least permissions that the calls need (Microsoft Graph: permissions reference), as an administrator finds them.</summary>
internal static class GraphPermissions
{
    public const string Users = "User.Read.All";
    public const string Teams = "Team.ReadBasic.All";
    public const string Channels = "Channel.ReadBasic.All";
    public const string Catalogue = "AppCatalog.Read.All";
    public const string InstallForTeam = "TeamsAppInstallation.ReadWriteSelfForTeam.All";
    public const string InstallForPerson = "TeamsAppInstallation.ReadWriteSelfForUser.All";
    public const string Calendar = "Calendars.ReadWrite";
}
