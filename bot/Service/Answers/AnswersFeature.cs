using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Data.Members;
using RenkeiBot.Service.Answers.Conversations;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Telemetry;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Answers;

/// <summary>Questions and their answers, help, and the first words where the bot was added.</summary>
internal sealed class AnswersFeature(ConversationMemory conversations, IEnumerable<TypedCommand> commands, MemberDirectory members, ServiceTelemetry telemetry) : ITurnFeature
{
    public const string HelpCommand = "ヘルプ";

    private const string UnknownButton = "申し訳ありません。このボタンは、今はお使いいただけません。「ヘルプ」と入力していただくと、できることをご覧いただけます。";
    private const string Failed = "申し訳ありません。処理の途中で問題が起きたため、お答えできませんでした。しばらくしてから、もう一度お試しください。";

    private static readonly string[] HelpWords = [HelpCommand, "へるぷ", "help", "?", "使い方"];

    // The commands are known when the host is built, and the cards never change.
    private readonly Lazy<(RawJson Json, string Summary)> help = new(() => Serialise(HelpCard.Build(new HelpCardView([.. commands.Where(command => !command.IsForSecretariat)]))));
    private readonly Lazy<(RawJson Json, string Summary)> helpOfSecretariat = new(() => Serialise(HelpCard.Build(new HelpCardView([.. commands.OrderBy(command => command.IsForSecretariat)]))));

    public void Register(TurnRouter router)
    {
        router.OnMessage(AnswerAsync);
        router.OnVerbAsText(AnswerVerbs.Ask, AnswerVerbs.QuestionKey);
        foreach (var word in HelpWords)
            router.OnCommand(word, HelpAsync);
        // Teams announces an installation twice, as installationUpdate and as conversationUpdate: only the second one is welcomed.
        router.OnBotAdded(WelcomeAsync);
        router.OnUnknownVerb((turn, cancellationToken) => turn.RespondWithErrorAsync("NotSupported", UnknownButton, cancellationToken));
        router.OnError(ApologiseAsync);
    }

    private async Task AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var text = turn.Text;
        if (text.Length == 0)
        {
            await HelpAsync(turn, cancellationToken);
            return;
        }

        if (Courtesies.ReplyTo(text) is { } reply)
        {
            await turn.SendAsync(reply, cancellationToken);
            return;
        }

        using var measured = telemetry.BeginAnswer();
        var (answer, knowledge) = await conversations.AskAsync(ConversationKey.Of(turn.Activity), text, cancellationToken);
        measured.Kind = answer.Kind;
        var activity = AnswerActivity.Create(answer, knowledge.Tables.Documents, questionWasCut: text.Length > QuestionText.MaxLength);
        await turn.SendAsync(activity, cancellationToken);
    }

    private Task HelpAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var isSecretary = members.Peek(Sender.Of(turn.Activity))?.Role == MemberRole.Secretariat;
        var (json, summary) = (isSecretary ? helpOfSecretariat : help).Value;
        return turn.SendAsync(Activity.CreateCard(json, summary), cancellationToken);
    }

    private static Task WelcomeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var name = turn.Activity.Recipient?.Name is { Length: > 0 } given ? given : "RenkeiBot";
        var (json, summary) = Serialise(WelcomeCard.Build(new WelcomeCardView(Place(turn), name)));
        return turn.SendAsync(Activity.CreateCard(json, summary), cancellationToken);
    }

    private static WelcomePlace Place(TurnContext turn) => turn.Activity.Conversation switch
    {
        { ConversationType: "channel" } => WelcomePlace.Team,
        { ConversationType: "groupChat" } => WelcomePlace.Group,
        { ConversationType: "personal" } => WelcomePlace.Personal,
        _ when turn.TeamsChannelData?.Team is not null => WelcomePlace.Team,
        { IsGroup: true } => WelcomePlace.Group,
        _ => WelcomePlace.Personal,
    };

    private static Task ApologiseAsync(TurnContext turn, Exception exception, CancellationToken cancellationToken) =>
        // What the Connector refused once it would refuse again; the library has logged it.
        exception is ConnectorException || turn.Activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke)
            ? Task.CompletedTask
            : turn.RespondWithErrorAsync("InternalError", Failed, cancellationToken);

    private static (RawJson Json, string Summary) Serialise(AdaptiveCard card) => (RawJson.FromUtf8(card.ToUtf8Json()), card.FallbackText);
}
