using System.CommandLine;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Maintenance;

/// <summary>Copies the SQLite database, while the service runs or not.</summary>
internal static class BackupCommand
{
    public static Command Create(MaintenanceHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = "The file to make. It has personal data: keep it as safe as the database." };
        var command = new Command("backup", "Copies the SQLite database into one file, also while the service runs.") { file };
        host.OnDatabase(command, (run, cancellationToken) => BackUpAsync(run, run.Arguments.GetRequiredValue(file)));
        return command;
    }

    private static async Task BackUpAsync(MaintenanceRun run, FileInfo file)
    {
        var database = run.SqliteFile;
        if (!File.Exists(database))
            throw new MaintenanceException($"There is no database {database}.");
        await PrivateFile.Create(file).DisposeAsync();
        try
        {
            SqliteBackup.Copy(database, file.FullName);
            var migrations = SqliteBackup.Migrations(file.FullName) ?? throw new MaintenanceException($"The copy of {database} is not a sound database of RenkeiBot: is the database itself?");
            await run.Output.WriteLineAsync($"{file.FullName} has the database {database}, as of {migrations.LastOrDefault() ?? "no migration"}.");
        }
        catch
        {
            // Half a backup must not look like one.
            file.Delete();
            throw;
        }
    }
}
