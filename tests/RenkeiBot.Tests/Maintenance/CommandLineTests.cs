using Microsoft.EntityFrameworkCore;
using RenkeiBot.Service.Maintenance;

namespace RenkeiBot.Tests.Maintenance;

/// <summary>The command line: what is a command, its help, its exit codes; and the command migrate.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("backup", true)]
    [InlineData("bakcup", true)]
    [InlineData("--help", true)]
    [InlineData("--urls", false)]
    [InlineData("--environment=Development", false)]
    [InlineData("Clock:Now=2026-11-21T09:00:00+09:00", false)]
    [InlineData("/Clock:Now", false)]
    public void Settings_of_the_service_are_no_command(string argument, bool command) => Assert.Equal(command, MaintenanceCommands.Are([argument, "value"]));

    [Fact]
    public void Without_arguments_the_service_starts() => Assert.False(MaintenanceCommands.Are([]));

    [Theory]
    [InlineData("--help", "privacy-erase")]
    [InlineData("backup --help", "<file>")]
    [InlineData("restore --help", "The service must not run.")]
    [InlineData("audit-export --help", "--until <yyyy-MM-dd>")]
    [InlineData("privacy-report --help", "<tenant-id> <object-id>")]
    [InlineData("privacy-erase --help", "It cannot be undone.")]
    [InlineData("migrate --help", "up to date")]
    public async Task Every_command_explains_itself_in_English(string line, string part)
    {
        await using var terminal = await OperatorTerminal.OpenAsync(migrated: false);

        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync(line.Split(' ')));

        Assert.Contains(part, terminal.Output, StringComparison.Ordinal);
        Assert.All(terminal.Output, character => Assert.True(character < 0x3000, "Operators' tools are in English."));
    }

    [Theory]
    [InlineData("bakcup file.db")]
    [InlineData("backup")]
    [InlineData("privacy-erase somebody else")]
    [InlineData("audit-export x.csv --from yesterday")]
    public async Task A_line_that_cannot_be_read_does_nothing(string line)
    {
        await using var terminal = await OperatorTerminal.OpenAsync(migrated: false);

        Assert.Equal(MaintenanceCommands.WrongUsage, await terminal.RunAsync(line.Split(' ')));

        Assert.NotEmpty(terminal.Error);
        Assert.False(File.Exists(terminal.File));
    }

    [Fact]
    public async Task Migrate_makes_the_database_and_says_what_it_applied()
    {
        await using var terminal = await OperatorTerminal.OpenAsync(migrated: false);

        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync("migrate"));

        foreach (var migration in await terminal.ReadAsync(context => context.Database.GetAppliedMigrationsAsync()))
            Assert.Contains($"Applied {migration}.", terminal.Output, StringComparison.Ordinal);
        Assert.Equal("wal", SqliteRows.Execute(terminal.File, "PRAGMA journal_mode"));
        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync("migrate"));
        Assert.DoesNotContain("Applied", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_does_not_touch_a_database_of_a_newer_version()
    {
        await using var terminal = await OperatorTerminal.OpenAsync();
        SqliteRows.Execute(terminal.File, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')");

        Assert.Equal(MaintenanceCommands.Refused, await terminal.RunAsync("audit-export", terminal.PathOf("audit.csv")));

        Assert.Contains("29990101000000_Later", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_makes_no_sense_is_said()
    {
        using var error = new StringWriter();

        var code = await MaintenanceCommands.RunAsync(["migrate"], TextWriter.Null, error, new Dictionary<string, string?> { ["Database:Provider"] = "Oracle" });

        Assert.Equal((MaintenanceCommands.Refused, "Database:Provider is 'Oracle'. It must be Sqlite or SqlServer."), (code, error.ToString().Trim()));
    }
}
