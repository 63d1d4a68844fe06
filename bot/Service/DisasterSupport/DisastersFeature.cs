using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>災害支援を登録 and 災害一覧: the form with its preview, one disaster, and what the secretariat does with it.</summary>
internal sealed class DisastersFeature(IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, DisasterForm form, DisasterChanges changes, DisasterShowing showing) : ITurnFeature
{
    public const string RegisterCommand = "災害支援を登録";
    public const string ListCommand = "災害一覧";

    public void Register(TurnRouter router)
    {
        router.OnCommand(RegisterCommand, StartAsync);
        router.OnCommand(ListCommand, ListAsync);
        router.OnVerb(DisasterVerbs.Preview, (turn, cancellationToken) => SendAsync(turn, isPreview: true, cancellationToken));
        router.OnVerb(DisasterVerbs.Publish, (turn, cancellationToken) => SendAsync(turn, isPreview: false, cancellationToken));
        router.OnVerb(DisasterVerbs.List, ListAsync);
        router.OnVerb(DisasterVerbs.Open, OpenAsync);
        router.OnVerb(DisasterVerbs.Timeline, TimelineAsync);
        router.OnVerb(DisasterVerbs.Edit, EditAsync);
        router.OnVerb(DisasterVerbs.Save, SaveAsync);
        router.OnVerb(DisasterVerbs.Update, UpdateAsync);
        router.OnVerb(DisasterVerbs.Close, (turn, cancellationToken) => SetStateAsync(turn, DisasterState.Closed, DisasterMessages.Closed, cancellationToken));
        router.OnVerb(DisasterVerbs.Reopen, (turn, cancellationToken) => SetStateAsync(turn, DisasterState.Active, DisasterMessages.Reopened, cancellationToken));
        router.OnVerb(DisasterVerbs.Withdraw, (turn, cancellationToken) => SetStateAsync(turn, DisasterState.Withdrawn, DisasterMessages.Withdrawn, cancellationToken));
    }

    private async Task StartAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.RegisterDisaster, cancellationToken) is not null)
            await turn.RespondAsync(DisasterFormCard.Build(DisasterForm.Empty(Guid.NewGuid())), cancellationToken);
    }

    /// <summary>「プレビュー」 and 「配信する」 of the form.</summary>
    private async Task SendAsync(TurnContext turn, bool isPreview, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.RegisterDisaster, cancellationToken) is not { } actor)
            return;
        var (content, view) = form.Read(turn, null);
        if (content is null || isPreview)
        {
            await turn.RespondAsync(DisasterFormCard.Build(content is null ? view : form.Previewed(view, content)), cancellationToken);
            return;
        }

        var change = await changes.RegisterAsync(turn, actor, turn.MadeId(actor.Person), content, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Refused, Refusal: DisasterMessages.NameTaken })
        {
            await turn.RespondAsync(NameTaken(view), cancellationToken);
            return;
        }

        await showing.RespondAsync(turn, actor, change, DisasterMessages.Published, cancellationToken, unchanged: DisasterMessages.PublishedAlready);
    }

    private async Task ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeDisasters, cancellationToken) is not { } viewer)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = DisasterQueries.Listed(context).AsNoTracking();
        var count = await all.CountAsync(cancellationToken);
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), count, SupportListCard.PageSize);
        var disasters = await all.Skip((page - 1) * SupportListCard.PageSize).Take(SupportListCard.PageSize).ToListAsync(cancellationToken);
        var lines = new List<SupportLine>();
        foreach (var disaster in disasters)
        {
            var totals = DisasterViews.Rows(await DisasterQueries.Reports(context, disaster.Id).AsNoTracking().ToListAsync(cancellationToken));
            lines.Add(new SupportLine(DisasterViews.NameOf(disaster), $"{DisasterMessages.StateOf(disaster.State)}・重大度：{disaster.Severity.JapaneseName()}・発生日：{JapaneseCalendar.Short(disaster.OccurredOn)}",
                string.Join('、', totals.Select(total => $"{total.Sort} {total.Sum}")))
            {
                Id = DisasterViews.Id(disaster.Id),
                Buttons = [DisasterButton.Open, .. DisasterViews.Buttons(turn.IsSeenByOthers ? null : viewer, disaster).Where(button => button is DisasterButton.Report or DisasterButton.Totals)],
            });
        }

        await turn.RespondAsync(SupportListCard.Build(new SupportListView(count == 0 ? DisasterMessages.NoDisasters : DisasterMessages.Listed(count), lines)
        {
            PageVerb = DisasterVerbs.List, Page = page, Pages = pages, IsShared = turn.IsSeenByOthers,
        }), cancellationToken);
    }

    private async Task OpenAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await SeenAsync(turn, cancellationToken) is var (viewer, disaster))
            await showing.ShowAsync(turn, viewer, disaster, null, cancellationToken);
    }

    private async Task TimelineAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await SeenAsync(turn, cancellationToken) is not var (_, disaster))
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = DisasterQueries.Timeline(context, disaster.Id).AsNoTracking();
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), await all.CountAsync(cancellationToken), SupportListCard.PageSize);
        var entries = await all.Skip((page - 1) * SupportListCard.PageSize).Take(SupportListCard.PageSize).ToListAsync(cancellationToken);
        await turn.RespondAsync(SupportListCard.Build(new SupportListView(DisasterMessages.Timeline(DisasterViews.NameOf(disaster)),
            [.. entries.Select(entry => new SupportLine(DisasterViews.Moment(entry.At), "", entry.Text))])
        {
            PageVerb = DisasterVerbs.Timeline, Id = DisasterViews.Id(disaster.Id), Page = page, Pages = pages, Buttons = [DisasterButton.Open], IsShared = turn.IsSeenByOthers,
        }), cancellationToken);
    }

    private async Task EditAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await SeenAsync(turn, cancellationToken, Verbs.ChangeDisaster) is var (_, disaster))
            await turn.RespondAsync(DisasterFormCard.Build(form.Of(disaster, DisasterMessages.EditForm)), cancellationToken);
    }

    private async Task SaveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await SeenAsync(turn, cancellationToken, Verbs.ChangeDisaster) is not var (actor, disaster))
            return;
        var (content, view) = form.Read(turn, disaster);
        if (content is null)
        {
            await turn.RespondAsync(DisasterFormCard.Build(view), cancellationToken);
            return;
        }

        var change = await changes.CorrectAsync(turn, actor, disaster.Id, turn.PressedVersion(), content, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Stale, Now: { } now })
            await turn.RespondAsync(DisasterFormCard.Build(form.Of(now, DisasterMessages.StaleForm)), cancellationToken);
        else if (change is { Outcome: ChangeOutcome.Refused, Refusal: DisasterMessages.NameTaken })
            await turn.RespondAsync(NameTaken(view), cancellationToken);
        else
            await showing.RespondAsync(turn, actor, change, DisasterMessages.Saved, cancellationToken);
    }

    /// <summary>「状況を更新」: what was typed on the card of the disaster.</summary>
    private async Task UpdateAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await SeenAsync(turn, cancellationToken, Verbs.ChangeDisaster) is not var (actor, disaster))
            return;
        var inputs = new CardInputs(turn.Action!);
        var situation = inputs.Limited(DisasterKeys.Situation, inputs.Text(DisasterKeys.Situation), "状況", DisasterCase.SituationLength);
        if (situation.Length == 0)
            inputs.Refuse(DisasterKeys.Situation, DisasterMessages.SituationMissing);
        if (inputs.Errors.TryGetValue(DisasterKeys.Situation, out var error))
        {
            await showing.ShowAsync(turn, actor, disaster, DisasterMessages.Wrong, cancellationToken, (situation, error));
            return;
        }

        var change = await changes.UpdateAsync(turn, actor, disaster.Id, turn.PressedVersion(), situation, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Stale, Now: { } now })
            await showing.ShowAsync(turn, actor, now, DisasterMessages.StaleForm, cancellationToken, (situation, null));
        else
            await showing.RespondAsync(turn, actor, change, DisasterMessages.Updated, cancellationToken);
    }

    private async Task SetStateAsync(TurnContext turn, DisasterState state, string done, CancellationToken cancellationToken)
    {
        if (await SeenAsync(turn, cancellationToken, state == DisasterState.Withdrawn ? Verbs.WithdrawDisaster : Verbs.ChangeDisaster) is not var (actor, disaster))
            return;
        var change = await changes.SetStateAsync(turn, actor, disaster.Id, turn.PressedVersion(), state, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Done, Now.State: DisasterState.Withdrawn })
            await turn.RespondWithMessageAsync(done, cancellationToken);
        else
            await showing.RespondAsync(turn, actor, change, done, cancellationToken);
    }

    /// <summary>The disaster that the card names, where the person may do this with it; else they have been answered.</summary>
    private async Task<(Actor Actor, DisasterCase Disaster)?> SeenAsync(TurnContext turn, CancellationToken cancellationToken, string verb = Verbs.SeeDisasters)
    {
        if (await AllowedAsync(turn, verb, cancellationToken) is not { } actor)
            return null;
        return await showing.FindAsync(turn, turn.PressedId(), cancellationToken) is { } disaster ? (actor, disaster) : null;
    }

    private static AdaptiveCard NameTaken(DisasterFormView view) =>
        DisasterFormCard.Build(view with { Sentence = DisasterMessages.Wrong, Errors = new Dictionary<string, string> { [DisasterKeys.Name] = DisasterMessages.NameTaken } });

    private Task<Actor?> AllowedAsync(TurnContext turn, string verb, CancellationToken cancellationToken) =>
        permissions.AllowedAsync(turn, verb, Subject.Common, turn.Audited(nameof(DisasterCase)), cancellationToken);
}
