using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Outbox;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Channels;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Outbox;

/// <summary>「未配信一覧」: the secretariat sees what was given up and why, and sends it once more. What the messages say is not shown: they may be for one person alone.</summary>
internal sealed class UndeliveredFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, OutboxWriter outbox, TurnInbox inbox, TimeProvider time) : ITurnFeature
{
    public const string Command = "未配信一覧";

    /// <summary>How many one press sends again.</summary>
    private const int MostAtOnce = 500;

    private const string None = "届かなかったメッセージはありません。";
    private const string Gone = "このメッセージは、すでに再送されたか、取り消されています。";
    private const string Again = "再送を始めました。";

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, (turn, cancellationToken) => ShowAsync(turn, null, cancellationToken));
        router.OnVerb(OutboxVerbs.List, (turn, cancellationToken) => ShowAsync(turn, null, cancellationToken));
        router.OnVerb(OutboxVerbs.Again, AgainAsync);
        router.OnVerb(OutboxVerbs.AllAgain, AllAgainAsync);
    }

    private async Task AgainAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SendAgain, cancellationToken) is not { } actor)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var message = long.TryParse(turn.Action!.GetText(OutboxVerbs.Id), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await OutboxQueries.ById(context, id).SingleOrDefaultAsync(cancellationToken)
            : null;
        var isChanged = message is { EndedAt: not null, Failure: not null } && await TrySendAgainAsync(context, turn, actor, [message], cancellationToken);
        await ShowAsync(turn, isChanged ? Again : Gone, cancellationToken);
    }

    private async Task AllAgainAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SendAgain, cancellationToken) is not { } actor)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var messages = await OutboxQueries.GivenUp(context).Take(MostAtOnce).ToListAsync(cancellationToken);
        await ShowAsync(turn, messages.Count > 0 && await TrySendAgainAsync(context, turn, actor, messages, cancellationToken) ? Again : Gone, cancellationToken);
    }

    private async Task<bool> TrySendAgainAsync(RenkeiBotDbContext context, TurnContext turn, Actor actor, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var message in messages)
        {
            outbox.SendAgain(context, message, now);
            context.Audit(Verbs.SendAgain, actor.Person, (nameof(OutboxMessage), message.Id.ToString(CultureInfo.InvariantCulture)), AuditOutcome.Done, now, turn);
        }

        inbox.Claim(context, turn);
        return await context.TrySaveChangesAsync(cancellationToken);
    }

    private async Task ShowAsync(TurnContext turn, string? said, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeUndelivered, cancellationToken) is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await OutboxQueries.GivenUp(context).CountAsync(cancellationToken);
        if (count == 0)
        {
            await turn.RespondWithMessageAsync(said is null ? None : $"{said}{None}", cancellationToken);
            return;
        }

        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), count, UndeliveredCard.PageSize);
        var messages = await OutboxQueries.GivenUp(context).Skip((page - 1) * UndeliveredCard.PageSize).Take(UndeliveredCard.PageSize).AsNoTracking().ToListAsync(cancellationToken);
        var lines = new List<UndeliveredLine>();
        foreach (var message in messages)
        {
            var (reason, advice) = OutboxFailures.Of(message.Failure!);
            lines.Add(new(
                message.Id.ToString(CultureInfo.InvariantCulture), await NameAsync(context, message, cancellationToken),
                $"{KindOf(message.Lane)}・{JapanTime.Day(message.EndedAt!.Value)}", reason, advice));
        }

        var sentence = string.Create(CultureInfo.InvariantCulture, $"{said}届かなかったメッセージが{count:N0}件あります。");
        await turn.RespondAsync(UndeliveredCard.Build(new UndeliveredView(sentence, lines) { Page = page, Pages = pages }), cancellationToken);
    }

    private static async Task<string> NameAsync(RenkeiBotDbContext context, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (message.ConversationId is null)
            return await MemberQueries.ByPerson(context, message.TenantId, message.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } member
                ? $"{member.Name}（{member.OrganisationName}）"
                : "登録のない方";
        return await ChannelQueries.ById(context, message.Target).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } channel ? AudienceTargets.NameOf(channel) : "チャネルまたはグループチャット";
    }

    private static string KindOf(OutboxLane lane) => lane switch
    {
        OutboxLane.Disaster => "災害支援",
        OutboxLane.Meeting => "会議",
        OutboxLane.Announcement => "お知らせ",
        OutboxLane.Digest => "行事の案内",
        _ => "通知",
    };

    private Task<Actor?> AllowedAsync(TurnContext turn, string verb, CancellationToken cancellationToken) =>
        permissions.AllowedAsync(turn, verb, Subject.Common, (nameof(OutboxMessage), turn.Action?.GetText(OutboxVerbs.Id) ?? ""), cancellationToken);
}
