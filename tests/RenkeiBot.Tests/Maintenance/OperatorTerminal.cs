using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Maintenance;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.Maintenance;

/// <summary>Runs the maintenance commands in this process, over a SQLite file of a test's own.</summary>
internal sealed class OperatorTerminal : IAsyncDisposable
{
    private OperatorTerminal(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public string File => Database.Settings.SqliteFile!;

    /// <summary>What the last command wrote.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Why the last command was refused.</summary>
    public string Error { get; private set; } = "";

    public static async Task<OperatorTerminal> OpenAsync(bool migrated = true) => new(await TestDatabase.CreateAsync(migrated: migrated));

    /// <summary>A file beside the database, which goes with it.</summary>
    public string PathOf(string name) => Path.Combine(Path.GetDirectoryName(File)!, name);

    public async Task<int> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await MaintenanceCommands.RunAsync(args, output, error, Settings());
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public async Task AddAsync(params object[] entities)
    {
        await using var context = Database.CreateDbContext();
        context.AddRange(entities);
        await context.SaveChangesAsync();
    }

    public async Task<T> ReadAsync<T>(Func<RenkeiBotDbContext, Task<T>> read)
    {
        await using var context = Database.CreateDbContext();
        return await read(context);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private Dictionary<string, string?> Settings() => new()
    {
        ["Database:Provider"] = "Sqlite",
        ["ConnectionStrings:RenkeiBot"] = Database.Settings.ConnectionString,
    };
}
