using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Proposals;

/// <summary>提案の集計: what was posted, applied for and agreed, and how long the first answer took, by field and region.</summary>
internal sealed class ProposalFiguresFeature(IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, ProfileSource profiles) : ITurnFeature
{
    public const string Command = "提案の集計";

    private const string None = "－";

    public void Register(TurnRouter router) => router.OnCommand(Command, ShowAsync);

    private async Task ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, Verbs.SeeFigures, Subject.Common, (nameof(Proposal), ""), cancellationToken) is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var proposals = (await ProposalQueries.All(context).AsNoTracking().ToListAsync(cancellationToken)).Where(proposal => proposal.PostedAt is not null).ToList();
        var applications = (await ProposalQueries.AllApplications(context).AsNoTracking().ToListAsync(cancellationToken)).ToLookup(application => application.ProposalId);
        var all = Figures("", proposals, applications);
        await turn.RespondAsync(ProposalFiguresCard.Build(new ProposalFiguresView(
            $"これまでの投稿は{all.Posted}件、応募は{all.Applied}件、合意は{all.Agreed}件です。{(all.FirstAnswer == None ? "" : $"最初の返答までは、ふつう{all.FirstAnswer}です。")}")
        {
            Fields = [.. Enum.GetValues<ProposalField>().Select(field => Figures(field.JapaneseName(), proposals.FindAll(proposal => proposal.Content.Fields.Contains(field)), applications)).Where(IsAny)],
            Regions = [.. Enum.GetValues<Region>().Select(region => Figures(region.JapaneseName(), proposals.FindAll(proposal => profiles.Current.Find(proposal.Organisation).Region == region), applications))
                .Append(Figures("その他", proposals.FindAll(proposal => profiles.Current.Find(proposal.Organisation).Region is null), applications)).Where(IsAny)],
        }), cancellationToken);
    }

    private static bool IsAny(FiguresLine line) => line.Posted != "0";

    private static FiguresLine Figures(string name, IReadOnlyList<Proposal> proposals, ILookup<Guid, Application> all)
    {
        var applications = proposals.SelectMany(proposal => all[proposal.Id]).ToList();
        var waits = applications.Where(one => one.DecidedAt is not null).GroupBy(one => one.ProposalId)
            .Select(ofProposal => ofProposal.Min(one => one.DecidedAt!.Value - one.AppliedAt)).Order().ToList();
        return new FiguresLine(name, Text(proposals.Count), Text(applications.Count), Text(applications.Count(one => one.State == ApplicationState.Agreed)),
            waits.Count == 0 ? None : Wait(waits[waits.Count / 2]));
    }

    /// <summary>The median in words: a mean would say more of the one that was forgotten than of the others.</summary>
    private static string Wait(TimeSpan wait) => wait.TotalDays >= 1 ? $"{Text((int)Math.Round(wait.TotalDays))}日" : wait.TotalHours >= 1 ? $"{Text((int)wait.TotalHours)}時間" : "1時間未満";

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
