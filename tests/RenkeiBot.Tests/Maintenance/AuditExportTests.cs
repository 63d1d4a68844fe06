using RenkeiBot.Data.Audit;
using RenkeiBot.Service.Maintenance;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.Maintenance;

/// <summary>The command audit-export.</summary>
public sealed class AuditExportTests
{
    [Fact]
    public async Task The_audit_is_a_table_that_Excel_reads_with_the_time_of_Japan()
    {
        await using var terminal = await OperatorTerminal.OpenAsync();
        await terminal.AddAsync(Event("registration.approve", new(2026, 4, 1, 0, 30, 0, TimeSpan.FromHours(9)), "role=LiaisonOfficer;organisation=131181"));

        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync("audit-export", terminal.PathOf("audit.csv")));

        var bytes = await File.ReadAllBytesAsync(terminal.PathOf("audit.csv"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = (await File.ReadAllTextAsync(terminal.PathOf("audit.csv"))).Split("\r\n");
        Assert.Equal("Id,At,Type,Outcome,ActorTenantId,ActorAadObjectId,SubjectType,SubjectId,Detail,ConversationId,ActivityId", lines[0]);
        Assert.Equal($"1,2026-04-01T00:30:00.000+09:00,registration.approve,Done,{People.Tenant},{People.Someone},Registration,x,role=LiaisonOfficer;organisation=131181,,", lines[1]);
        Assert.Equal(["", "1 events."], [lines[2], terminal.Output.Trim()[^9..]]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    public async Task What_a_spreadsheet_would_calculate_stays_a_text(string detail)
    {
        await using var terminal = await OperatorTerminal.OpenAsync();
        await terminal.AddAsync(Event("a.b", People.Day, detail));

        await terminal.RunAsync("audit-export", terminal.PathOf("audit.csv"));

        Assert.Contains($",\"'{detail}\",", await File.ReadAllTextAsync(terminal.PathOf("audit.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1 2 3 4")]
    [InlineData("--from 2026-04-01", "2 3 4")]
    [InlineData("--until 2026-04-30", "1 2 3")]
    [InlineData("--from 2026-04-01 --until 2026-04-30", "2 3")]
    public async Task Days_are_those_of_Japan_and_both_belong_to_it(string options, string types)
    {
        await using var terminal = await OperatorTerminal.OpenAsync();
        var japan = TimeSpan.FromHours(9);
        await terminal.AddAsync(
            Event("1", new(2026, 3, 31, 23, 59, 59, japan)),
            Event("2", new(2026, 4, 1, 0, 0, 0, japan)),
            Event("3", new(2026, 4, 30, 23, 59, 59, japan)),
            Event("4", new(2026, 5, 1, 0, 0, 0, japan)));

        await terminal.RunAsync(["audit-export", terminal.PathOf("audit.csv"), .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        var rows = await File.ReadAllLinesAsync(terminal.PathOf("audit.csv"));
        Assert.Equal(types, string.Join(' ', rows.Skip(1).Select(row => row.Split(',')[2])));
    }

    private static AuditEvent Event(string type, DateTimeOffset at, string detail = "") => new()
    {
        At = at,
        Type = type,
        ActorTenantId = People.Tenant,
        ActorAadObjectId = People.Someone,
        SubjectType = "Registration",
        SubjectId = "x",
        Outcome = AuditOutcome.Done,
        Detail = detail,
    };
}
