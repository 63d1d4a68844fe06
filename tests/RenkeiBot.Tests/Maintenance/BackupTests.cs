using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Maintenance;
using RenkeiBot.Tests.Data;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Maintenance;

/// <summary>The commands backup and restore.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_has_what_the_database_had_and_a_restore_brings_it_back()
    {
        await using var terminal = await OperatorTerminal.OpenAsync();
        await terminal.AddAsync(People.Member());
        var backup = terminal.PathOf("backup.db");

        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync("backup", backup));
        await terminal.AddAsync(People.Member(People.SomeoneElse));
        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync("restore", backup));

        Assert.Equal(People.Someone, await terminal.ReadAsync(context => context.Members.Select(m => m.AadObjectId).SingleAsync()));
        Assert.Contains(terminal.File + ".replaced", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(2, SqliteRows.Count(terminal.File + ".replaced", "Members"));
    }

    [Fact]
    public async Task A_backup_is_one_file_and_no_one_elses_business()
    {
        await using var terminal = await OperatorTerminal.OpenAsync();
        var backup = terminal.PathOf("backup.db");

        await terminal.RunAsync("backup", backup);

        Assert.Equal([backup], Directory.GetFiles(Path.GetDirectoryName(backup)!, "backup*"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
    }

    [Fact]
    public async Task A_backup_has_what_is_in_the_log_of_a_database_that_is_written_to()
    {
        await using var terminal = await OperatorTerminal.OpenAsync();
        await using var writer = terminal.Database.CreateDbContext();
        writer.Members.Add(People.Member());
        await writer.SaveChangesAsync();
        await using var transaction = await writer.Database.BeginTransactionAsync();
        writer.Members.Add(People.Member(People.SomeoneElse));
        await writer.SaveChangesAsync();

        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync("backup", terminal.PathOf("backup.db")));

        Assert.Equal(1, SqliteRows.Count(terminal.PathOf("backup.db"), "Members"));
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_overwritten()
    {
        await using var terminal = await OperatorTerminal.OpenAsync();
        await File.WriteAllTextAsync(terminal.PathOf("mine.txt"), "mine");

        Assert.Equal(MaintenanceCommands.Refused, await terminal.RunAsync("backup", terminal.PathOf("mine.txt")));

        Assert.Contains("is there already", terminal.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(terminal.PathOf("mine.txt")));
    }

    [Fact]
    public async Task Where_there_is_no_database_there_is_no_backup()
    {
        await using var terminal = await OperatorTerminal.OpenAsync(migrated: false);

        Assert.Equal(MaintenanceCommands.Refused, await terminal.RunAsync("backup", terminal.PathOf("backup.db")));

        Assert.False(File.Exists(terminal.PathOf("backup.db")));
        Assert.False(File.Exists(terminal.File));
    }

    [Fact]
    public async Task A_restore_is_refused_while_the_service_runs()
    {
        await using var bot = await RunningBot.StartAsync();
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:RenkeiBot"] = $"Data Source={bot.Database};Pooling=False" };
        var backup = Path.Combine(Path.GetDirectoryName(bot.Database)!, "backup.db");
        using var error = new StringWriter();

        Assert.Equal(MaintenanceCommands.Done, await MaintenanceCommands.RunAsync(["backup", backup], TextWriter.Null, error, settings));
        Assert.Equal(MaintenanceCommands.Refused, await MaintenanceCommands.RunAsync(["restore", backup], TextWriter.Null, error, settings));
        Assert.Contains("Stop it first.", error.ToString(), StringComparison.Ordinal);

        await bot.StopAsync();
        Assert.Equal(MaintenanceCommands.Done, await MaintenanceCommands.RunAsync(["restore", backup], TextWriter.Null, error, settings));
    }

    [Fact]
    public async Task The_service_starts_on_a_restored_database()
    {
        await using var bot = await RunningBot.StartAsync();
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:RenkeiBot"] = $"Data Source={bot.Database};Pooling=False" };
        var backup = Path.Combine(Path.GetDirectoryName(bot.Database)!, "backup.db");
        Assert.Equal(MaintenanceCommands.Done, await MaintenanceCommands.RunAsync(["backup", backup], TextWriter.Null, TextWriter.Null, settings));
        await bot.StopAsync();
        Assert.Equal(MaintenanceCommands.Done, await MaintenanceCommands.RunAsync(["restore", backup], TextWriter.Null, TextWriter.Null, settings));

        await using var restarted = await bot.RestartAsync();

        Assert.Contains("13団体", (await restarted.User().SendAsync("広域連携協定は全部で何団体？")).Answer, StringComparison.Ordinal);
        Assert.Contains(restarted.Log, line => line.Contains(" 0 rows were written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_not_restored()
    {
        await using var terminal = await OperatorTerminal.OpenAsync();
        await terminal.AddAsync(People.Member());
        var backup = terminal.PathOf("backup.db");
        await terminal.RunAsync("backup", backup);
        SqliteRows.Execute(backup, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')");

        Assert.Equal(MaintenanceCommands.Refused, await terminal.RunAsync("restore", backup));

        Assert.Contains("29990101000000_Later", terminal.Error, StringComparison.Ordinal);
        Assert.Equal(1, SqliteRows.Count(terminal.File, "Members"));
    }

    [Theory]
    [InlineData("not a database")]
    [InlineData("")]
    public async Task What_is_no_database_of_the_bot_is_not_restored(string content)
    {
        await using var terminal = await OperatorTerminal.OpenAsync();
        await File.WriteAllTextAsync(terminal.PathOf("other.db"), content);

        Assert.Equal(MaintenanceCommands.Refused, await terminal.RunAsync("restore", terminal.PathOf("other.db")));

        Assert.Contains("is not a sound database of RenkeiBot", terminal.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(terminal.File)!, "*.restoring"));
    }

    [Fact]
    public async Task A_database_of_SQL_Server_is_left_to_the_servers_own_means()
    {
        using var error = new StringWriter();
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = nameof(DatabaseProvider.SqlServer), ["ConnectionStrings:RenkeiBot"] = "Server=never-opened.invalid;Initial Catalog=x" };

        Assert.Equal(MaintenanceCommands.Refused, await MaintenanceCommands.RunAsync(["backup", "never-made.db"], TextWriter.Null, error, settings));

        Assert.Contains("This command is for a SQLite file.", error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists("never-made.db"));
    }
}
