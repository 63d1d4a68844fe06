using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Benchmarks;

/// <summary>What members cost a turn: each looks up who asks. Turns with 2,000 registered, the askers among them, as a part of the turns of a service that knows only its personas.</summary>
internal static class MemberMeasurement
{
    private const int Members = 2_000;
    private const int Lookups = 2_000_000;
    private const double MinRatio = 0.9;

    public static async Task RunAsync(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("renkeibot-benchmark-").FullName;
        try
        {
            var (few, many) = (Directory.CreateDirectory(Path.Combine(folder, "few")).FullName, Directory.CreateDirectory(Path.Combine(folder, "many")).FullName);
            using (var sink = new ReplySink())
            using (var bot = BotProcess.Service(many))
                await bot.FirstAnswerAsync(Questions.Activity(Questions.Conversations[0][0], "first", sink.ServiceUrl));
            var nanoseconds = await RegisterAsync(Path.Combine(many, BotProcess.DatabaseFile));
            report.Line($"       one look-up among {Members:N0} members: {nanoseconds:F0} ns");

            // Twice each and in turns, as the machine is not equally fast all the time.
            double without = 0, with = 0;
            for (var i = 0; i < 2; i++)
            {
                without += await TurnMeasurement.RunAsync("personas only", () => BotProcess.Service(few), report);
                with += await TurnMeasurement.RunAsync($"{Members:N0} members", () => BotProcess.Service(many), report);
            }

            report.AtLeast($"turns per second, {Members:N0} members / personas only", with / without, MinRatio);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Registers the members, those who ask among them.</summary>
    /// <returns>How long one look-up takes among them, in nanoseconds.</returns>
    private static async Task<double> RegisterAsync(string database)
    {
        var contexts = new Contexts(new DbContextOptionsBuilder<RenkeiBotDbContext>().UseSqlite($"Data Source={database};Pooling=False").Options);
        await using (var context = contexts.CreateDbContext())
        {
            context.Members.AddRange(Enumerable.Range(0, Members).Select(Member));
            await context.SaveChangesAsync();
        }

        using var directory = new MemberDirectory(contexts, TimeProvider.System);
        await directory.ReadAsync(CancellationToken.None);
        var people = Enumerable.Range(0, Members).Select(Member).Select(member => new Sender(member.TenantId, member.AadObjectId)).ToList();
        var found = 0;
        var asked = Stopwatch.GetTimestamp();
        for (var i = 0; i < Lookups; i++)
            found += directory.Peek(people[i % Members]) is null ? 0 : 1;
        var time = Stopwatch.GetElapsedTime(asked);
        return found == Lookups ? time.TotalNanoseconds / Lookups : throw new InvalidOperationException($"{found} of {Lookups} members were found.");
    }

    private static Member Member(int number) => new()
    {
        Id = new Guid(number + 1, 0, 0, new byte[8]),
        TenantId = Questions.TenantId,
        AadObjectId = number < TurnMeasurement.Connections ? Questions.PersonOf($"load-{number}") : $"00000000-0000-4000-9000-{number:D12}",
        Name = $"担当 {number}",
        OrganisationKind = OrganisationKind.Ward,
        OrganisationId = "131181",
        OrganisationName = "荒川区",
        Role = MemberRole.LiaisonOfficer,
        Contact = "",
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    private sealed class Contexts(DbContextOptions<RenkeiBotDbContext> options) : IDbContextFactory<RenkeiBotDbContext>
    {
        public RenkeiBotDbContext CreateDbContext() => new(options);
    }
}
