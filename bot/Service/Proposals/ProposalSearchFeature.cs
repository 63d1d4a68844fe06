using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Proposals.Search;

namespace RenkeiBot.Service.Proposals;

/// <summary>提案を探す: words and conditions, pages of what is found, and searches that are saved to be told of new finds.</summary>
internal sealed class ProposalSearchFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, ProposalBoard board, FormAreas areas, ProposalViews views, TimeProvider time) : ITurnFeature
{
    public const string Command = "提案を探す";

    private const string SavedText = "この条件を保存しました。合う提案が投稿されると、お知らせします。";
    private const string KnownText = "この条件は、すでに保存されています。";
    private const string TooManyText = "保存できる条件は20件までです。使わない条件を削除してください。";
    private const string DeletedText = "条件を削除しました。";
    private const string NoneSavedText = "保存した条件はありません。「提案を探す」で条件を決めて、保存できます。";
    private const string GoneText = "この条件は、すでに削除されています。";

    private static readonly (ProposalOrder Order, string Name)[] Orders = [(ProposalOrder.Relevance, "関連度"), (ProposalOrder.Deadline, "締切"), (ProposalOrder.Newest, "新着")];

    public void Register(TurnRouter router)
    {
        router.OnCommandWithText(Command, SearchByTextAsync);
        router.OnVerb(ProposalVerbs.Search, SearchAsync);
        router.OnVerb(ProposalVerbs.SaveSearch, SaveAsync);
        router.OnVerb(ProposalVerbs.SavedSearches, ListSavedAsync);
        router.OnVerb(ProposalVerbs.DeleteSearch, DeleteAsync);
    }

    private async Task SearchByTextAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, cancellationToken) is not null)
            await RespondAsync(turn, new SearchTerms { Words = CardText.Line(turn.CommandText, SearchTerms.WordsLength) }, ProposalOrder.Relevance, 1, null, cancellationToken);
    }

    private async Task SearchAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, cancellationToken) is not { } viewer)
            return;
        if (turn.PressedId() is { } id)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var saved = (await ProposalQueries.SavedSearchesOf(context, viewer.Person.TenantId, viewer.Person.AadObjectId).AsNoTracking().ToListAsync(cancellationToken)).Find(one => one.Id == id);
            if (saved is null)
                await turn.RespondWithErrorAsync("NotFound", GoneText, cancellationToken);
            else
                await RespondAsync(turn, saved.Terms, ProposalOrder.Newest, 1, null, cancellationToken);
            return;
        }

        var (terms, order, error) = Read(turn);
        await RespondAsync(turn, terms, order, turn.PressedPage(), error, cancellationToken);
    }

    private async Task SaveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, cancellationToken) is not { } viewer)
            return;
        var (terms, order, error) = Read(turn);
        if (error is not null)
        {
            await RespondAsync(turn, terms, order, 1, error, cancellationToken);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var saved = await ProposalQueries.SavedSearchesOf(context, viewer.Person.TenantId, viewer.Person.AadObjectId).AsNoTracking().ToListAsync(cancellationToken);
        var said = saved.Exists(one => InWords(one.Terms) == InWords(terms)) ? KnownText : saved.Count >= SavedSearchesCard.MaxLines ? TooManyText : SavedText;
        if (said == SavedText)
        {
            context.SavedSearches.Add(new SavedSearch { Id = Guid.NewGuid(), TenantId = viewer.Person.TenantId, AadObjectId = viewer.Person.AadObjectId, Terms = terms, CreatedAt = time.GetUtcNow() });
            await context.SaveChangesAsync(cancellationToken);
        }

        await RespondSavedAsync(turn, viewer, said, cancellationToken);
    }

    private async Task ListSavedAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, cancellationToken) is { } viewer)
            await RespondSavedAsync(turn, viewer, null, cancellationToken);
    }

    private async Task DeleteAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, cancellationToken) is not { } viewer)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var saved = (await ProposalQueries.SavedSearchesOf(context, viewer.Person.TenantId, viewer.Person.AadObjectId).ToListAsync(cancellationToken)).Find(one => one.Id == turn.PressedId());
        if (saved is not null)
        {
            context.SavedSearches.Remove(saved);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Pressed twice: it is deleted.
            }
        }

        await RespondSavedAsync(turn, viewer, saved is null ? GoneText : DeletedText, cancellationToken);
    }

    private async Task RespondSavedAsync(TurnContext turn, Actor viewer, string? said, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var saved = await ProposalQueries.SavedSearchesOf(context, viewer.Person.TenantId, viewer.Person.AadObjectId).AsNoTracking().ToListAsync(cancellationToken);
        var sentence = said ?? (saved.Count == 0 ? NoneSavedText : $"保存した条件は{saved.Count}件です。合う提案が投稿されると、お知らせします。");
        await turn.RespondAsync(SavedSearchesCard.Build(new SavedSearchesView(sentence, [.. saved.Select(one => new SavedSearchLine(ProposalViews.Id(one.Id), InWords(one.Terms)))])), cancellationToken);
    }

    private async Task RespondAsync(TurnContext turn, SearchTerms terms, ProposalOrder order, int page, string? error, CancellationToken cancellationToken)
    {
        var today = JapanTime.Today(time);
        if (error is not null)
        {
            // Hits of what could be read would look like hits of what was asked for.
            await turn.RespondAsync(ProposalListCard.Build(new ProposalListView(error, [], ProposalVerbs.Search) { Search = View(terms, order), Links = [ProposalListLink.SavedSearches] }), cancellationToken);
            return;
        }

        var (total, hasAllWords, found) = await board.SearchAsync(terms, order, (Math.Clamp(page, 1, 100_000) - 1) * ProposalListCard.PageSize, ProposalListCard.PageSize, today, cancellationToken);
        var (shown, pages) = CardTurns.PageOf(page, total, ProposalListCard.PageSize);
        if (shown != page)
            (_, _, found) = await board.SearchAsync(terms, order, (shown - 1) * ProposalListCard.PageSize, ProposalListCard.PageSize, today, cancellationToken);
        await turn.RespondAsync(ProposalListCard.Build(new ProposalListView(Sentence(terms, total, hasAllWords), [.. found.Select(proposal => views.Line(proposal, Note(proposal)))], ProposalVerbs.Search)
        {
            Page = shown,
            Pages = pages,
            Search = View(terms, order),
            Links = [ProposalListLink.SavedSearches, ProposalListLink.New],
        }), cancellationToken);
    }

    private static string Note(Proposal proposal) =>
        $"{string.Join('、', proposal.Content.Fields.Select(field => field.JapaneseName()))}｜{CardText.Line(proposal.Content.Text, 60)}";

    private static string Sentence(SearchTerms terms, int total, bool hasAllWords) => (terms.Words.Length > 0, total) switch
    {
        (true, 0) => $"「{CardText.Truncate(terms.Words, 40)}」に合う提案は見つかりませんでした。言葉や条件を変えてお試しください。",
        (false, 0) => "条件に合う提案はありません。",
        (true, _) when !hasAllWords => $"すべての言葉に合う提案はありません。近い提案は{total}件です。",
        (true, _) => $"「{CardText.Truncate(terms.Words, 40)}」に合う提案は{total}件です。",
        _ => $"提案は{total}件です。",
    };

    private (SearchTerms Terms, ProposalOrder Order, string? Error) Read(TurnContext turn)
    {
        var inputs = new CardInputs(turn.Action!);
        var words = inputs.Limited(CardKeys.Words, inputs.Line(CardKeys.Words), "言葉", SearchTerms.WordsLength);
        var terms = new SearchTerms
        {
            Words = CardText.Truncate(words, SearchTerms.WordsLength),
            Fields = inputs.Fields(ProposalKeys.Fields, "分野"),
            Areas = inputs.Areas(ProposalKeys.Areas, "地域", areas),
            From = inputs.Day(ProposalKeys.From, "実施時期（開始）"),
            Until = inputs.Day(ProposalKeys.Until, "実施時期（終了）"),
            OnlyOpen = inputs.Flag(ProposalKeys.OnlyOpen),
        };
        if (terms is { From: { } from, Until: { } until } && until < from)
            inputs.Refuse(ProposalKeys.Until, ProposalMessages.EndBeforeStart);
        var order = Orders.FirstOrDefault(one => one.Order.ToString() == inputs.Line(ProposalKeys.Order)).Order;
        return (terms, order, inputs.Errors.Count > 0 ? inputs.Errors.Values.First() : null);
    }

    private ProposalSearchView View(SearchTerms terms, ProposalOrder order) => new()
    {
        Words = terms.Words,
        Fields = [.. terms.Fields.Select(field => field.ToString())],
        FieldChoices = ProposalForm.FieldChoices,
        Area = terms.Areas.Count > 0 ? terms.Areas[0] : FormAreas.Any,
        AreaChoices = areas.Choices,
        From = terms.From,
        Until = terms.Until,
        OnlyOpen = terms.OnlyOpen,
        Order = order.ToString(),
        Orders = [.. Orders.Select(one => new CardChoice(one.Name, one.Order.ToString()))],
    };

    private string InWords(SearchTerms terms)
    {
        var parts = new[]
        {
            terms.Words.Length > 0 ? $"言葉「{terms.Words}」" : "",
            terms.Fields.Count > 0 ? $"分野：{string.Join('、', terms.Fields.Select(field => field.JapaneseName()))}" : "",
            terms.Areas.Count > 0 ? $"地域：{areas.NamesOf(terms.Areas)}" : "",
            terms.From is not null || terms.Until is not null ? $"時期：{Day(terms.From)}～{Day(terms.Until)}" : "",
            terms.OnlyOpen ? "募集中のみ" : "",
        }.Where(part => part.Length > 0).ToList();
        return parts.Count > 0 ? string.Join('・', parts) : "すべての提案";
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy/M/d", CultureInfo.InvariantCulture) ?? "";

    private Task<Actor?> AllowedAsync(TurnContext turn, CancellationToken cancellationToken) =>
        permissions.AllowedAsync(turn, Verbs.SeeProposals, Subject.Common, (nameof(Proposal), ""), cancellationToken);
}
