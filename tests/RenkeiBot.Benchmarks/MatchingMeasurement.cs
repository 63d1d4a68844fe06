using System.Diagnostics;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.Proposals.Matching;

namespace RenkeiBot.Benchmarks;

/// <summary>What recommendations take over a thousand and over ten thousand open proposals, with every ward and municipality, and what the assignment over all of them takes.</summary>
internal static class MatchingMeasurement
{
    private const int Few = 1_000;
    private const int Many = 10_000;
    private const int Shown = 5;
    private const double MaxMilliseconds = 50;
    private const double MaxSeconds = 30;
    private const double MaxMegabytes = 1024;

    private static readonly DateOnly Today = new(2026, 11, 21);

    public static async Task RunAsync(Report report)
    {
        var files = await RecordLoader.LoadAsync(Path.Combine(AppContext.BaseDirectory, "Records"), CancellationToken.None);
        var records = RecordSet.Create(files.SelectMany(file => file.Records));
        var before = Held();
        var empty = new MatchBoard(new OrganisationProfiles(records), new MatchWeights());
        report.AtMost("memory of a board without proposals", (Held() - before) / 1024.0, 64, "KiB");
        GC.KeepAlive(empty);

        var (few, many) = (Build(records, Few, report), Build(records, Many, report));
        var (fewTimes, manyTimes) = (new Times(), new Times());
        // In turns, so that a machine that is slower for a while is slower for both; the first round is not counted.
        foreach (var round in Enumerable.Range(0, 4))
        {
            Ask(few, round == 0 ? new Times() : fewTimes);
            Ask(many, round == 0 ? new Times() : manyTimes);
        }

        report.AtMost($"proposals for an organisation, {Many:N0} proposals, p99", Print("proposals for an organisation", fewTimes.Proposals, manyTimes.Proposals, report).P99, MaxMilliseconds, "ms");
        report.AtMost("the same, growth from a tenth of the proposals (p50)", P(manyTimes.Proposals, 50) / P(fewTimes.Proposals, 50), Many / Few, "");
        report.AtMost($"organisations for a proposal, {Many:N0} proposals, p99", Print("organisations for a proposal", fewTimes.Organisations, manyTimes.Organisations, report).P99, MaxMilliseconds, "ms");
        report.AtMost("complements of a proposal, p99", Print("complements of a proposal", fewTimes.Complements, manyTimes.Complements, report).P99, MaxMilliseconds, "ms");
        Assign(few.Board, $"{Few:N0}", new AssignmentOptions(), report);
        report.AtMost($"assignment of {Many:N0} proposals", Assign(many.Board, $"{Many:N0}", new AssignmentOptions(), report), MaxSeconds, "s");
        // Many more units than places, so that nearly every one of them drives out another.
        report.AtMost("the same, where who registered no number takes on ten", Assign(many.Board, $"{Many:N0}, ten for each", new AssignmentOptions { Capacity = 10, Places = 1 }, report), MaxSeconds, "s");
        using var process = Process.GetCurrentProcess();
        report.AtMost("greatest memory of the process", process.PeakWorkingSet64 / 1024.0 / 1024, MaxMegabytes, "MiB");
    }

    private static (MatchBoard Board, IReadOnlyList<OrganisationKey> Organisations, IReadOnlyList<Guid> Proposals) Build(RecordSet records, int count, Report report)
    {
        var before = Held();
        var profiles = new OrganisationProfiles(records);
        var generated = new GeneratedProposals(records, profiles);
        var board = new MatchBoard(profiles, new MatchWeights());
        var organisations = profiles.All.Where(profile => profile.Organisation.Kind is OrganisationKind.Ward or OrganisationKind.Municipality).Select(profile => profile.Organisation).ToList();
        // Every second one has registered; of the others the board has what the records know.
        for (var i = 0; i < organisations.Count; i += 2)
            board.SetInterest(organisations[i], generated.Interest());
        var ids = new List<Guid>(count);
        var taken = 0L;
        for (var i = 0; i < count; i++)
        {
            var proposal = generated.Proposal(Today);
            var start = Stopwatch.GetTimestamp();
            board.Set(proposal);
            taken += Stopwatch.GetTimestamp() - start;
            ids.Add(proposal.Id);
        }

        board.ProposalsFor(organisations[0], Shown, Today);
        report.Line($"       {count:N0} proposals and {organisations.Count:N0} organisations: put in at {taken * 1e6 / Stopwatch.Frequency / count:F0} µs each, {(Held() - before) / 1024.0 / 1024:F1} MiB held");
        return (board, organisations, ids);
    }

    private static void Ask((MatchBoard Board, IReadOnlyList<OrganisationKey> Organisations, IReadOnlyList<Guid> Proposals) one, Times times)
    {
        foreach (var organisation in one.Organisations.Where((_, i) => i < 23 || i % 5 == 0))
            times.Proposals.Add(Time(() => one.Board.ProposalsFor(organisation, Shown, Today)));
        foreach (var proposal in one.Proposals.Take(400))
        {
            times.Organisations.Add(Time(() => one.Board.OrganisationsFor(proposal, Shown, Today)));
            times.Complements.Add(Time(() => one.Board.ComplementsOf(proposal, Shown, Today)));
        }
    }

    private static double Assign(MatchBoard board, string name, AssignmentOptions options, Report report)
    {
        var start = Stopwatch.GetTimestamp();
        var result = new Assignment(board, options).Solve(Today);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        report.Line($"       assignment of {name}: {seconds:F2} s, {result.Matches.Count:N0} pairs, mean score {result.Matches.Average(match => match.Score):F1}, wards served {result.Matches.Select(match => match.Organisation).Where(key => key.Kind == OrganisationKind.Ward).Distinct().Count()}; "
            + $"left: {result.ProposalsLeft.Count:N0} proposals, {result.OrganisationsLeft.Count:N0} organisations");
        return seconds;
    }

    private static double Time(Func<object> ask)
    {
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(ask());
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static (double P50, double P99) Print(string what, List<double> few, List<double> many, Report report)
    {
        report.Line($"       {what}: p50 {P(few, 50):F3} ms, p99 {P(few, 99):F3} ms of {Few:N0}; p50 {P(many, 50):F3} ms, p99 {P(many, 99):F3} ms of {Many:N0}");
        return (P(many, 50), P(many, 99));
    }

    private static double P(List<double> times, int percent) => times.Order().ElementAt(times.Count * percent / 100);

    private static long Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private sealed class Times
    {
        public List<double> Proposals { get; } = [];

        public List<double> Organisations { get; } = [];

        public List<double> Complements { get; } = [];
    }
}
