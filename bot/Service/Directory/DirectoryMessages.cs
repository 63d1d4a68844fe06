using RenkeiBot.Cards.Directories;

namespace RenkeiBot.Service.Directories;

/// <summary>What 「Teams連携」 says.</summary>
internal static class DirectoryMessages
{
    public const string NotHere = "「Teams連携」の内容はほかの方にも見えてしまうため、このボットとの個人チャットでお試しください。";
    public const string NotConfigured = "Microsoft 365（Microsoft Graph）との連携は設定されていません。";
    public const string WorksWithout = "質問、提案、お知らせなど、そのほかの機能はすべてお使いいただけます。連携を始めるには、運用の担当者にご相談ください。";
    public const string MissingUses = "連携すると、利用登録の入力の補助、チームや連携担当へのアプリの追加、会議の予定表への登録ができます。";
    public const string AllGood = "Microsoft 365と連携しています。確かめた項目は、すべて使えます。";
    public const string Works = "使えます。";
    public const string OnlyWhenDone = "追加するときに確かめます。";
    public const string InstallingIsOff = "アプリの追加は、アプリのID（Graph:AppExternalId）が設定されていないため使えません。";
    public const string CalendarIsOff = "会議の予定表は、登録先のメールボックス（Graph:Mailbox）が設定されていないため使えません。";

    public const string TeamsButton = "チームにアプリを追加";
    public const string OfficersButton = "連携担当にアプリを追加";
    public const string DepartedButton = "登録者の在籍を確かめる";
    public const string Refresh = "最新の状態にする";
    public const string Back = "戻る";
    public const string Select = "選ぶ";
    public const string Install = "アプリを追加する";
    public const string Again = "もう一度追加する";
    public const string Previous = "前のページ";
    public const string Next = "次のページ";

    public const string NoTeams = "組織にチームがありません。";
    public const string TeamGone = "そのチームは見つかりませんでした。一覧を新しくしましたので、もう一度お選びください。";
    public const string TeamRequested = "アプリの追加を受け付けました。終わると、状態が変わります。";
    public const string TeamNote = "追加すると、チームの方がボットに質問できるようになり、チャネルで「配信設定」が使えます。";
    public const string NotAdded = "まだ追加していません。";
    public const string InTeam = "追加されています。";
    public const string Waiting = "追加を待っています。";
    public const string Done = "追加しました。";
    public const string Present = "すでに追加されていました。";

    public const string NobodyUnreached = "すべての連携担当に、ボットからお知らせを届けられます。";
    public const string OfficersNote = "追加すると、ご本人が一度も話しかけていなくても、個人チャットにお知らせを届けられるようになります。";
    public const string NobodyToAsk = "追加できる方はいません。";
    public const string OtherTenant = "ほかの組織（テナント）の方のため、ここからは追加できません。その組織の管理者にご依頼ください。";

    public const string NobodyDeparted = "登録者は全員、組織に在籍しています。";
    public const string Gone = "アカウントが見つかりません。";
    public const string Disabled = "アカウントが無効になっています。";
    public const string DepartedNote = "異動や退職の可能性があります。「登録者一覧」から、登録の取り消しをご検討ください。ほかの組織（テナント）の方は確かめていません。";

    public static string SomeTrouble(int count) => $"Microsoft 365と連携していますが、使えない項目が{count}件あります。";

    public static string Teams(int count) => $"チームは{count}あります。アプリを追加するチームを選んでください。";

    public static string Team(string name) => $"「{name}」にアプリを追加します。";

    public static string Channels(IReadOnlyCollection<string> names) => $"チャネル：{string.Join("、", names)}";

    public static string Unreached(int count) => $"ボットからお知らせを届けられない連携担当が{count}名います。";

    public static string OfficersRequested(int count) => $"{count}名へのアプリの追加を受け付けました。終わると、状態が変わります。";

    public static string Progress(int done, int waiting, int failed) => $"これまでに追加：{done}名、待っている方：{waiting}名、追加できなかった方：{failed}名";

    public static string CalendarTrouble(string reason) => $"{reason}あとでもう一度試します。参加用リンクを入力して配信することもできます。";

    public static string Busy(IReadOnlyCollection<string> names, int shown) => $"この時間に別の予定がある方が{names.Count}名います：{string.Join("、", names.Take(shown))}{(names.Count > shown ? "ほか" : "")}";

    public static string Departed(int count) => $"在籍を確かめられない登録者が{count}名います。";

    public static DirectoryButton BackButton(string verb = DirectoryVerbs.Status, int page = 0) => new(Back, verb) { Page = page };
}
