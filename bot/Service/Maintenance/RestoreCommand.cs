using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Maintenance;

/// <summary>Puts a backup in the place of the SQLite database.</summary>
internal static class RestoreCommand
{
    public static Command Create(MaintenanceHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = "A file that the command backup made." };
        var command = new Command("restore", "Puts a backup in the place of the SQLite database. The service must not run. The database before stays beside it.") { file };
        host.Set(command, (run, cancellationToken) => RestoreAsync(run, run.Arguments.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static async Task RestoreAsync(MaintenanceRun run, FileInfo file, CancellationToken cancellationToken)
    {
        var database = run.SqliteFile;
        await RefuseUnknownAsync(run, file);
        using var use = await FileLock.TakeAsync(DatabaseLock.UseFile(database), shared: false, TimeSpan.Zero, cancellationToken)
            ?? throw new MaintenanceException($"The service, or one of its commands, runs on {database}. Stop it first.");
        using var start = await FileLock.TakeAsync(DatabaseLock.StartFile(database), shared: false, TimeSpan.Zero, cancellationToken)
            ?? throw new MaintenanceException($"An instance is starting on {database}. Stop it first.");

        var restored = new FileInfo(database + ".restoring");
        restored.Delete();
        await PrivateFile.Create(restored).DisposeAsync();
        SqliteBackup.Copy(file.FullName, restored.FullName);
        if (SqliteBackup.Migrations(restored.FullName) is null)
            throw new MaintenanceException($"The copy {restored.FullName} is not sound. The database was left as it was.");
        var before = SqliteBackup.Replace(database, restored.FullName);
        await run.Output.WriteLineAsync($"{database} is as it was in {file.FullName}.");
        if (before is not null)
            await run.Output.WriteLineAsync($"The database before is in {before}. It has personal data: delete it when it is no longer needed.");
    }

    private static async Task RefuseUnknownAsync(MaintenanceRun run, FileInfo file)
    {
        if (!file.Exists)
            throw new MaintenanceException($"There is no file {file.FullName}.");
        var migrations = SqliteBackup.Migrations(file.FullName) ?? throw new MaintenanceException($"{file.FullName} is not a sound database of RenkeiBot.");
        await using var context = run.CreateContext();
        if (migrations.Except(context.Database.GetMigrations()).FirstOrDefault() is { } unknown)
            throw new MaintenanceException($"{file.FullName} is of a newer version of RenkeiBot (migration {unknown}): restore it with that version.");
    }
}
