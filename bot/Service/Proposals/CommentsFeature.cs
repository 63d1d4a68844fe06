using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Proposals;

/// <summary>「コメント」: what members write to each other on a proposal, in threads of one level; the other side is told.</summary>
internal sealed class CommentsFeature(IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, ProposalNotices notices, TurnInbox inbox, TimeProvider time) : ITurnFeature
{
    private const int MaxParents = 20;

    public void Register(TurnRouter router)
    {
        router.OnVerb(ProposalVerbs.Comments, CommentAsync);
        router.OnVerb(ProposalVerbs.DeleteComment, DeleteAsync);
    }

    private async Task CommentAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var isSent = turn.IsSent();
        if (await permissions.AllowedAsync(turn, isSent ? Verbs.Comment : Verbs.SeeProposals, Subject.Common, turn.Audited(nameof(Proposal)), cancellationToken) is not { } actor)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = turn.PressedId() is { } id ? await ProposalQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        if (proposal is null || !proposal.IsPublic())
        {
            await turn.RespondWithErrorAsync("NotFound", ProposalMessages.Gone, cancellationToken);
            return;
        }

        if (!isSent)
        {
            await ShowAsync(turn, actor, proposal, null, null, cancellationToken);
            return;
        }

        var inputs = new CardInputs(turn.Action!);
        var (text, parent) = (inputs.Text(ProposalKeys.Message), turn.PressedId(ProposalKeys.Parent));
        var error = text.Length == 0 ? ProposalMessages.CommentMissing : text.Length > RenkeiBotDbContext.ReasonLength ? ProposalMessages.CommentTooLong : null;
        if (error is not null)
        {
            await ShowAsync(turn, actor, proposal, null, (text, parent, error), cancellationToken);
            return;
        }

        await WriteAsync(turn, actor, proposal, turn.MadeId(actor.Person), parent, text, cancellationToken);
        await ShowAsync(turn, actor, proposal, ProposalMessages.Commented, null, cancellationToken);
    }

    private async Task WriteAsync(TurnContext turn, Actor actor, Proposal proposal, Guid id, Guid? parentId, string text, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (now, member) = (time.GetUtcNow(), actor.Member);
        var others = await ProposalQueries.Comments(context, proposal.Id).AsNoTracking().ToListAsync(cancellationToken);
        var parent = others.Find(one => one.Id == parentId);
        context.ProposalComments.Add(new ProposalComment
        {
            Id = id,
            ProposalId = proposal.Id,
            ParentId = parent?.ParentId ?? parent?.Id,
            TenantId = actor.Person.TenantId,
            AadObjectId = actor.Person.AadObjectId,
            OrganisationKind = member.OrganisationKind,
            OrganisationId = member.OrganisationId,
            OrganisationName = member.OrganisationName,
            Text = text,
            At = now,
        });
        context.Audit(Verbs.Comment, actor.Person, (nameof(ProposalComment), id.ToString()), AuditOutcome.Done, now, turn, $"proposal={proposal.Id}");
        await TellOthersAsync(context, actor, proposal, id, parent, others, text, cancellationToken);
        inbox.Claim(context, turn);
        // Where it is not saved, the same card was sent a moment earlier: the comment is there.
        _ = await context.TrySaveChangesAsync(cancellationToken);
    }

    /// <summary>The owner is told of what others write; of what the owner writes, those in the thread, or, outside of one, all who wrote on the proposal.</summary>
    private async Task TellOthersAsync(
        RenkeiBotDbContext context, Actor actor, Proposal proposal, Guid id, ProposalComment? parent, IReadOnlyList<ProposalComment> others, string text, CancellationToken cancellationToken)
    {
        var thread = parent?.ParentId ?? parent?.Id;
        var writers = others.Where(one => thread is null ? actor.Member.Organisation == proposal.Organisation : one.Id == thread || one.ParentId == thread)
            .Select(one => (Organisation: new Data.Members.OrganisationKey(one.OrganisationKind, one.OrganisationId), Person: new Sender(one.TenantId, one.AadObjectId)))
            .Prepend((proposal.Organisation, new Sender(proposal.TenantId, proposal.AadObjectId)))
            .DistinctBy(writer => writer.Organisation).Where(writer => writer.Organisation != actor.Member.Organisation);
        var view = new ProposalNoticeView($"{actor.Member.OrganisationName}がコメントしました。", ProposalViews.Id(proposal.Id), proposal.Content.Title) { Text = text, Button = ProposalButton.Comments };
        foreach (var (organisation, person) in writers)
            await notices.TellAsync(context, $"comment/{id:N}", organisation, person, view, cancellationToken);
    }

    private async Task DeleteAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var comment = turn.PressedId() is { } id ? await ProposalQueries.CommentById(context, id).SingleOrDefaultAsync(cancellationToken) : null;
        var subject = comment is null ? Subject.Common : Subject.Of(comment.TenantId, comment.AadObjectId);
        if (await permissions.AllowedAsync(turn, comment is null ? Verbs.SeeProposals : Verbs.DeleteComment, subject, turn.Audited(nameof(ProposalComment)), cancellationToken) is not { } actor)
            return;
        var proposal = comment is null ? null : await ProposalQueries.ById(context, comment.ProposalId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (comment is null || proposal is null)
        {
            await turn.RespondWithErrorAsync("NotFound", ProposalMessages.CommentGone, cancellationToken);
            return;
        }

        comment.Text = "";
        context.Audit(Verbs.DeleteComment, actor.Person, (nameof(ProposalComment), comment.Id.ToString()), AuditOutcome.Done, time.GetUtcNow(), turn, $"proposal={proposal.Id}");
        await context.SaveChangesAsync(cancellationToken);
        await ShowAsync(turn, actor, proposal, ProposalMessages.CommentDeleted, null, cancellationToken);
    }

    private async Task ShowAsync(TurnContext turn, Actor viewer, Proposal proposal, string? said, (string Text, Guid? Parent, string Error)? refused, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var comments = await ProposalQueries.Comments(context, proposal.Id).AsNoTracking().ToListAsync(cancellationToken);
        var replies = comments.Where(one => one.ParentId is not null).ToLookup(one => one.ParentId!.Value);
        List<ProposalComment> threaded = [.. comments.Where(one => one.ParentId is null).SelectMany(one => replies[one.Id].Prepend(one))];
        // The newest thread is what one comes for: the last page, unless another is asked for.
        var (page, pages) = CardTurns.PageOf(turn.Action?.GetText(CardKeys.Page) is null ? int.MaxValue : turn.PressedPage(), threaded.Count, CommentsCard.PageSize);
        await turn.RespondAsync(CommentsCard.Build(new CommentsView(
            said ?? ProposalMessages.Comments(comments.Count), ProposalViews.Id(proposal.Id), proposal.Content.Title,
            [.. threaded.Skip((page - 1) * CommentsCard.PageSize).Take(CommentsCard.PageSize).Select(one => Line(one, viewer))], ProposalViews.Id(Guid.NewGuid()))
        {
            Page = page,
            Pages = pages,
            Parents = [.. comments.Where(one => one.ParentId is null && one.Text.Length > 0).TakeLast(MaxParents)
                .Select(one => new CardChoice($"{one.OrganisationName}：{CardText.Line(one.Text, 20)}", ProposalViews.Id(one.Id)))],
            Parent = refused?.Parent is { } parent ? ProposalViews.Id(parent) : "",
            Text = refused?.Text ?? "",
            Error = refused?.Error,
            CanWrite = Authorisation.Decide(Verbs.Comment, Subject.Common, viewer.Person, viewer.Member).IsAllowed,
        }), cancellationToken);
    }

    private static CommentLine Line(ProposalComment comment, Actor viewer) => new(
        ProposalViews.Id(comment.Id), comment.OrganisationName, JapanTime.Day(comment.At), comment.Text.Length > 0 ? comment.Text : ProposalMessages.DeletedText, comment.ParentId is not null,
        comment.Text.Length > 0 && Authorisation.Decide(Verbs.DeleteComment, Subject.Of(comment.TenantId, comment.AadObjectId), viewer.Person, viewer.Member).IsAllowed);
}
