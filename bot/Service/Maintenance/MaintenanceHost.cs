using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Maintenance;

/// <summary>Gives commands the settings and the database of the service, and turns what goes wrong into a sentence and an exit code.</summary>
internal sealed class MaintenanceHost(IReadOnlyDictionary<string, string?>? settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Has a command do its work while the database cannot be replaced.</summary>
    public void OnDatabase(Command command, Func<MaintenanceRun, CancellationToken, Task> work) => Set(command, async (run, cancellationToken) =>
    {
        using var use = await UseAsync(run.Settings, cancellationToken);
        await work(run, cancellationToken);
    });

    /// <summary>Has a command do its work.</summary>
    public void Set(Command command, Func<MaintenanceRun, CancellationToken, Task> work) => command.SetAction(async (arguments, cancellationToken) =>
    {
        try
        {
            await using var services = Services();
            await work(new(arguments, services), cancellationToken);
            return MaintenanceCommands.Done;
        }
        catch (Exception e) when (e is MaintenanceException or InvalidOperationException or TimeoutException or IOException or UnauthorizedAccessException or DbException)
        {
            await Refuse(arguments, e.Message);
        }
        catch (DbUpdateException e)
        {
            await Refuse(arguments, e.GetBaseException().Message);
        }

        return MaintenanceCommands.Refused;
    });

    private static Task Refuse(ParseResult arguments, string reason) => arguments.InvocationConfiguration.Error.WriteLineAsync(reason);

    private static async Task<FileLock?> UseAsync(DatabaseSettings database, CancellationToken cancellationToken)
    {
        if (database.SqliteFile is not { } file)
            return null;
        return await FileLock.TakeAsync(DatabaseLock.UseFile(file), shared: true, Patience, cancellationToken)
            ?? throw new MaintenanceException($"The database {file} is being restored.");
    }

    private ServiceProvider Services()
    {
        var builder = WebApplication.CreateBuilder();
        if (settings is not null)
            builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddDatabase(builder.Configuration);
        return builder.Services.BuildServiceProvider();
    }
}

/// <summary>What a command works with.</summary>
internal sealed class MaintenanceRun(ParseResult arguments, IServiceProvider services)
{
    public ParseResult Arguments => arguments;

    public TextWriter Output => arguments.InvocationConfiguration.Output;

    public DatabaseSettings Settings => services.GetRequiredService<DatabaseSettings>();

    public DateTimeOffset Now => services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>The file of the SQLite database; with another provider the command is refused.</summary>
    public string SqliteFile => Settings.SqliteFile
        ?? throw new MaintenanceException("This command is for a SQLite file. A database of SQL Server is backed up and restored by the server's own means (docs/operations.md).");

    /// <summary>A context of a database that has this version's schema.</summary>
    public async Task<RenkeiBotDbContext> OpenAsync(CancellationToken cancellationToken)
    {
        if (Settings.SqliteFile is { } file && !File.Exists(file))
            throw new MaintenanceException($"There is no database {file}.");
        var context = CreateContext();
        if (await DatabaseMigration.FirstUnknownAsync(context, cancellationToken) is { } unknown)
            throw new MaintenanceException($"The database is of a newer version of RenkeiBot (migration {unknown}): use the commands of that version.");
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            throw new MaintenanceException("The database is of an older version of RenkeiBot. Run the command migrate, or start the service, first.");
        return context;
    }

    public RenkeiBotDbContext CreateContext() => services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContext();
}

/// <summary>A reason not to do what was asked, in a sentence for whoever operates the service.</summary>
internal sealed class MaintenanceException(string message) : Exception(message);
