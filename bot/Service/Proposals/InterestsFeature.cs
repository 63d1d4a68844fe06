using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Proposals;

/// <summary>関心を登録: what an organisation offers and looks for. The first form has what the records know of it.</summary>
internal sealed class InterestsFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, ProfileSource profiles, ProposalBoard board, FormAreas areas, TurnInbox inbox, TimeProvider time) : ITurnFeature
{
    public const string Command = "関心を登録";

    private const string FirstText = "記録をもとにした下書きです。確かめて「登録する」を押してください。";
    private const string OpenText = "登録されている関心です。";
    private const string SavedText = "関心を登録しました。「おすすめ」に反映されます。";
    private const string StaleText = "ほかの方が先に変更していました。赤い文字が今の内容です。確かめて、もう一度登録してください。";
    private const string EndBeforeStart = "休止期間の終了は、開始の日以後にしてください。";
    private const string StartMissing = "休止期間の開始も入力してください。";
    private const string EndMissing = "休止期間の終了も入力してください。";

    private static readonly string[] Months = [.. Enumerable.Range(1, 12).Select(month => month.ToString(CultureInfo.InvariantCulture))];

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, OpenAsync);
        router.OnVerb(ProposalVerbs.Interests, OpenAsync);
        router.OnVerb(ProposalVerbs.SaveInterests, SaveAsync);
    }

    private async Task OpenAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, cancellationToken) is { } actor)
            await ShowAsync(turn, actor, null, cancellationToken);
    }

    private async Task SaveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, cancellationToken) is not { } actor)
            return;
        var (content, errors) = Read(turn.Action!);
        if (errors.Count > 0)
        {
            await turn.RespondAsync(InterestFormCard.Build(View(ProposalMessages.Wrong, actor, content, turn.PressedVersion()) with { Errors = errors }), cancellationToken);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (member, now) = (actor.Member, time.GetUtcNow());
        var profile = await ProposalQueries.InterestOf(context, member.OrganisationKind, member.OrganisationId).SingleOrDefaultAsync(cancellationToken);
        if ((profile?.Version ?? -1) != turn.PressedVersion())
        {
            await ShowStaleAsync(turn, actor, content, cancellationToken);
            return;
        }

        if (profile is null)
        {
            context.InterestProfiles.Add(profile = new InterestProfile
            {
                OrganisationKind = member.OrganisationKind, OrganisationId = member.OrganisationId, OrganisationName = member.OrganisationName, Content = content, UpdatedAt = now, UpdatedBy = member.Id,
            });
        }
        else
        {
            (profile.Content, profile.UpdatedAt, profile.UpdatedBy, profile.OrganisationName) = (content, now, member.Id, member.OrganisationName);
        }

        context.Audit(Verbs.SaveInterests, actor.Person, (nameof(InterestProfile), member.Organisation.Text), AuditOutcome.Done, now, turn);
        inbox.Claim(context, turn);
        if (!await context.TrySaveChangesAsync(cancellationToken))
        {
            await ShowStaleAsync(turn, actor, content, cancellationToken);
            return;
        }

        board.Changed(profile);
        await ShowAsync(turn, actor, SavedText, cancellationToken);
    }

    private (InterestContent Content, IReadOnlyDictionary<string, string> Errors) Read(AdaptiveCardAction action)
    {
        var inputs = new CardInputs(action);
        var content = new InterestContent
        {
            Fields = inputs.Fields(ProposalKeys.Fields, "分野"),
            Offer = inputs.Limited(ProposalKeys.Offer, inputs.Text(ProposalKeys.Offer), "提供できること", ProposalContent.SideLength),
            Need = inputs.Limited(ProposalKeys.Need, inputs.Text(ProposalKeys.Need), "求めること", ProposalContent.SideLength),
            Areas = inputs.Areas(ProposalKeys.Areas, "対象地域", areas),
            Months = [.. inputs.Chosen(ProposalKeys.Months, "希望する時期", Months).Select(month => int.Parse(month, CultureInfo.InvariantCulture))],
            Capacity = inputs.Number(ProposalKeys.Capacity, "同時に取り組める連携の数", 0, 99),
            QuietFrom = inputs.Day(ProposalKeys.QuietFrom, "休止期間（開始）"),
            QuietUntil = inputs.Day(ProposalKeys.QuietUntil, "休止期間（終了）"),
            OptOut = inputs.Flag(ProposalKeys.OptOut),
        };
        switch (content)
        {
            case { QuietFrom: { } from, QuietUntil: { } until } when until < from:
                inputs.Refuse(ProposalKeys.QuietUntil, EndBeforeStart);
                break;
            case { QuietFrom: null, QuietUntil: not null }:
                inputs.Refuse(ProposalKeys.QuietFrom, StartMissing);
                break;
            case { QuietFrom: not null, QuietUntil: null }:
                inputs.Refuse(ProposalKeys.QuietUntil, EndMissing);
                break;
            default:
                break;
        }

        return (content, inputs.Errors);
    }

    /// <summary>What was typed stays, and what someone else registered meanwhile stands beside it.</summary>
    private async Task ShowStaleAsync(TurnContext turn, Actor actor, InterestContent typed, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await ProposalQueries.InterestOf(context, actor.Member.OrganisationKind, actor.Member.OrganisationId).AsNoTracking().SingleAsync(cancellationToken);
        var errors = Texts(typed).Zip(Texts(now.Content), (mine, theirs) => (mine, theirs)).Where(pair => pair.mine.Text != pair.theirs.Text)
            .ToDictionary(pair => pair.mine.Key, pair => $"今の内容：{(pair.theirs.Text.Length > 0 ? pair.theirs.Text : "なし")}");
        await turn.RespondAsync(InterestFormCard.Build(View(StaleText, actor, typed, now.Version) with { Errors = errors }), cancellationToken);
    }

    private IEnumerable<(string Key, string Text)> Texts(InterestContent content) =>
    [
        (ProposalKeys.Fields, string.Join('、', content.Fields.Select(field => field.JapaneseName()))),
        (ProposalKeys.Offer, content.Offer),
        (ProposalKeys.Need, content.Need),
        (ProposalKeys.Areas, areas.NamesOf(content.Areas)),
        (ProposalKeys.Months, string.Join('、', content.Months.Select(month => $"{month}月"))),
        (ProposalKeys.Capacity, $"{content.Capacity}"),
        (ProposalKeys.QuietFrom, $"{content.QuietFrom:yyyy/M/d}"),
        (ProposalKeys.QuietUntil, $"{content.QuietUntil:yyyy/M/d}"),
    ];

    private async Task ShowAsync(TurnContext turn, Actor actor, string? said, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var member = actor.Member;
        var profile = await ProposalQueries.InterestOf(context, member.OrganisationKind, member.OrganisationId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var view = profile is null
            ? View(said ?? FirstText, actor, profiles.Current.Prefill(member.Organisation), -1)
            : View(said ?? OpenText, actor, profile.Content, profile.Version);
        await turn.RespondAsync(InterestFormCard.Build(view), cancellationToken);
    }

    private InterestFormView View(string sentence, Actor actor, InterestContent content, int version) => new(sentence, actor.Member.OrganisationName, version)
    {
        Fields = [.. content.Fields.Select(field => field.ToString())],
        FieldChoices = ProposalForm.FieldChoices,
        Offer = content.Offer,
        Need = content.Need,
        Areas = content.Areas,
        AreaChoices = areas.Choices,
        Months = [.. content.Months.Select(month => month.ToString(CultureInfo.InvariantCulture))],
        MonthChoices = [.. Months.Select(month => new CardChoice($"{month}月", month))],
        Capacity = content.Capacity,
        QuietFrom = content.QuietFrom,
        QuietUntil = content.QuietUntil,
        OptOut = content.OptOut,
    };

    private Task<Actor?> AllowedAsync(TurnContext turn, CancellationToken cancellationToken) =>
        permissions.AllowedAsync(turn, Verbs.SaveInterests, Subject.Common, (nameof(InterestProfile), ""), cancellationToken);
}
