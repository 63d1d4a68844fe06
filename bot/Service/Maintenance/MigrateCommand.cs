using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Maintenance;

/// <summary>Brings the schema up to date without starting the service.</summary>
internal static class MigrateCommand
{
    public static Command Create(MaintenanceHost host)
    {
        var command = new Command("migrate", "Brings the database's schema up to date, as a start of the service does.");
        host.OnDatabase(command, MigrateAsync);
        return command;
    }

    private static async Task MigrateAsync(MaintenanceRun run, CancellationToken cancellationToken)
    {
        await using var context = run.CreateContext();
        await using var turn = await DatabaseLock.TakeAsync(context, cancellationToken);
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        await DatabaseMigration.RunAsync(context, cancellationToken);
        foreach (var migration in pending)
            await run.Output.WriteLineAsync($"Applied {migration}.");
        await run.Output.WriteLineAsync("The database is up to date.");
    }
}
