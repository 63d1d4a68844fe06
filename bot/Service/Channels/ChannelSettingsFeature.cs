using System.Net;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Channels;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Channels;

/// <summary>配信設定 in a channel or group chat: everyone there sees what is sent there and who chose it; the registered among its people choose.</summary>
internal sealed partial class ChannelSettingsFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, ChannelFollower follower, ChannelChanges changes, ChannelList list, Permissions permissions, TimeProvider time, ILogger<ChannelSettingsFeature> logger)
    : ITurnFeature
{
    public const string Command = "配信設定";

    private const string NotFound = "NotFound";
    private const string Forbidden = "Forbidden";

    public void Register(TurnRouter router)
    {
        router.OnCommandWithText(Command, ShowAsync);
        router.OnVerb(ChannelVerbs.Save, SaveAsync);
        router.OnVerb(ChannelVerbs.Undo, UndoAsync);
        router.OnVerb(ChannelVerbs.List, (turn, cancellationToken) => list.ShowAsync(turn, turn.Action!.GetText(CardKeys.Words) ?? "", turn.PressedPage(), cancellationToken));
    }

    private async Task ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (ChannelPlace.Of(turn, time.GetUtcNow()) is not { } place)
        {
            await list.ShowOrExplainAsync(turn, turn.CommandText, cancellationToken);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var channel = await FindAsync(context, place, cancellationToken);
        if (channel is null)
        {
            // The message that asks may be the first from there.
            await follower.SeeAsync([place], cancellationToken);
            channel = await FindAsync(context, place, cancellationToken);
        }

        if (channel is null)
            await turn.RespondWithErrorAsync(NotFound, ChannelMessages.Gone, cancellationToken);
        else
            await turn.RespondAsync(await CardAsync(context, channel, channel.TeamId.Length > 0 ? ChannelMessages.Settings : ChannelMessages.SettingsOfChat, cancellationToken), cancellationToken);
    }

    private async Task SaveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SaveChannel, cancellationToken) is not var (actor, place))
            return;
        var inputs = new CardInputs(turn.Action!);
        var topics = inputs.Chosen(ChannelKeys.Topics, "配信する内容", [.. TopicNames.Choices.Select(choice => choice.Value)]);
        var fields = inputs.Fields(ProposalKeys.Fields, "新着提案の分野");
        if (inputs.Errors.Count == 0)
        {
            await RespondAsync(turn, await changes.SaveAsync(turn, actor, place.ConversationId, turn.PressedVersion(), TopicNames.Of(topics), fields, cancellationToken), ChannelMessages.Saved, cancellationToken);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(context, place, cancellationToken) is not { } channel)
        {
            await turn.RespondWithErrorAsync(NotFound, ChannelMessages.Gone, cancellationToken);
            return;
        }

        // What one person mistyped is not for everyone.
        var view = await ChannelViews.SettingsAsync(context, channel, ChannelMessages.Wrong, cancellationToken);
        await turn.RespondAsync(ChannelSettingsCard.Build(view with
        {
            Version = turn.PressedVersion(), Topics = topics, Fields = [.. fields.Select(field => field.ToString())], Errors = inputs.Errors,
        }), cancellationToken);
    }

    private async Task UndoAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.UndoChannel, cancellationToken) is var (actor, place))
            await RespondAsync(turn, await changes.UndoAsync(turn, actor, place.ConversationId, turn.PressedVersion(), cancellationToken), ChannelMessages.Undone, cancellationToken);
    }

    /// <summary>Answers in the place of the card: what it shows is everyone's.</summary>
    private async Task RespondAsync(TurnContext turn, Change<Channel> change, string done, CancellationToken cancellationToken)
    {
        if (change.Now is not { } channel)
        {
            await turn.RespondWithErrorAsync(NotFound, ChannelMessages.Gone, cancellationToken);
            return;
        }

        var said = change.Outcome switch
        {
            ChangeOutcome.Done => done,
            ChangeOutcome.Unchanged => ChannelMessages.Unchanged,
            _ => ChannelMessages.Stale,
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var card = await CardAsync(context, channel, said, cancellationToken);
        var json = RawJson.FromUtf8(card.ToUtf8Json());
        await turn.RespondWithCardAsync(json, card.FallbackText, cancellationToken);
        if (turn.IsInvoke && change.Outcome == ChangeOutcome.Done)
            await ReplaceAsync(turn, Activity.CreateCard(json, card.FallbackText), cancellationToken);
    }

    /// <summary>Whoever pressed an Action.Execute gets the answer alone: the card that all see is replaced as well. (An Action.Submit is answered in its place.)</summary>
    private async Task ReplaceAsync(TurnContext turn, Activity card, CancellationToken cancellationToken)
    {
        if (turn.Activity.ReplyToId is not { Length: > 0 } pressed)
            return;
        try
        {
            await turn.UpdateAsync(pressed, card, cancellationToken);
        }
        catch (ConnectorException exception)
        {
            // It is saved; who presses the old card gets the new one.
            LogNotReplaced(exception, turn.Activity.Conversation?.Id);
        }
    }

    /// <summary>Who acts and where, when they may; else they have been answered. To save, the secretariat need not be in the team; whatever was saved is undone only by people who are.</summary>
    private async Task<(Actor Actor, ChannelPlace Place)?> AllowedAsync(TurnContext turn, string verb, CancellationToken cancellationToken)
    {
        if (ChannelPlace.Of(turn, time.GetUtcNow()) is not { } place)
        {
            await turn.RespondWithErrorAsync(NotFound, ChannelMessages.OnlyInChannels, cancellationToken);
            return null;
        }

        if (await permissions.AllowedAsync(turn, verb, Subject.Common, ChannelChanges.Audited(place.ConversationId), cancellationToken) is not { } actor)
            return null;
        var isExempt = verb == Verbs.SaveChannel && actor.Member.Role == MemberRole.Secretariat;
        if (isExempt || await RefusalAsync(turn, place, cancellationToken) is not { } refusal)
            return (actor, place);
        await changes.RefusedAsync(turn, actor, verb, place.ConversationId, cancellationToken);
        await turn.RespondWithErrorAsync(Forbidden, refusal, cancellationToken);
        return null;
    }

    /// <summary>Why a person is not taken for one of the team or chat; null where they are.</summary>
    private async Task<string?> RefusalAsync(TurnContext turn, ChannelPlace place, CancellationToken cancellationToken)
    {
        try
        {
            var member = await turn.Connector.GetConversationMemberAsync(place.ServiceUrl, place.ConversationId, turn.Activity.From?.Id ?? "", cancellationToken);
            return member.Id is { Length: > 0 } ? null : ChannelMessages.NotChecked;
        }
        catch (ConnectorException exception) when (exception is { StatusCode: HttpStatusCode.NotFound, Code: not ChannelLoss.ConversationNotFound })
        {
            return ChannelMessages.NotMember;
        }
        catch (ConnectorException exception)
        {
            LogNotChecked(exception, place.ConversationId);
            return ChannelMessages.NotChecked;
        }
    }

    private static Task<Channel?> FindAsync(RenkeiBotDbContext context, ChannelPlace place, CancellationToken cancellationToken) =>
        ChannelQueries.ById(context, place.ConversationId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    private static async Task<AdaptiveCard> CardAsync(RenkeiBotDbContext context, Channel channel, string sentence, CancellationToken cancellationToken) =>
        ChannelSettingsCard.Build(await ChannelViews.SettingsAsync(context, channel, sentence, cancellationToken));

    [LoggerMessage(122, LogLevel.Warning, "Whether a person is a member of {ConversationId} could not be asked: they were told to try again")]
    private partial void LogNotChecked(Exception exception, string conversationId);

    [LoggerMessage(123, LogLevel.Warning, "The settings of {ConversationId} were saved, but the card there could not be replaced")]
    private partial void LogNotReplaced(Exception exception, string? conversationId);
}
