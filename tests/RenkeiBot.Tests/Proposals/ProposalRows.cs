using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Proposals;

/// <summary>Rows that would take many people to write, and looks into the database.</summary>
internal static class ProposalRows
{
    /// <summary>Applications of as many municipalities.</summary>
    public static async Task<IReadOnlyList<Guid>> AddApplicationsAsync(this RunningBot bot, Guid proposalId, int count)
    {
        await using var context = await bot.OpenContextAsync();
        var applications = Enumerable.Range(1, count).Select(n => new Application
        {
            Id = Guid.NewGuid(),
            ProposalId = proposalId,
            TenantId = "d0000000-0000-4000-8000-000000000000",
            AadObjectId = Guid.NewGuid().ToString(),
            OrganisationKind = OrganisationKind.Municipality,
            OrganisationId = $"9{n:00000}",
            OrganisationName = $"第{n}市",
            Message = "参加したいです。",
            State = ApplicationState.Applied,
            AppliedAt = DateTimeOffset.UnixEpoch,
        }).ToList();
        context.Applications.AddRange(applications);
        await context.SaveChangesAsync();
        return [.. applications.Select(one => one.Id)];
    }

    public static async Task<int> CountApplicationsAsync(this RunningBot bot, Guid proposalId, ApplicationState state)
    {
        await using var context = await bot.OpenContextAsync();
        return await context.Applications.CountAsync(one => one.ProposalId == proposalId && one.State == state);
    }

    public static Task<RenkeiBotDbContext> OpenContextAsync(this RunningBot bot) => bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();

    /// <summary>JSON as text, with its escapes read.</summary>
    public static string Unescaped(this string json) => System.Text.RegularExpressions.Regex.Unescape(json);
}
