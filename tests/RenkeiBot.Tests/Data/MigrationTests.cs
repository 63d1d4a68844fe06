using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Data;

/// <summary>The migrations of both databases, and starts at once.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void The_migrations_have_everything_that_the_model_has(DatabaseProvider provider)
    {
        using var context = TestDatabase.Unopened(provider);
        var snapshot = context.GetService<IMigrationsAssembly>().ModelSnapshot!.Model;
        if (snapshot is IMutableModel mutable)
            snapshot = mutable.FinalizeModel();
        snapshot = context.GetService<IModelRuntimeInitializer>().Initialize(snapshot);

        var differences = context.GetService<IMigrationsModelDiffer>()
            .GetDifferences(snapshot.GetRelationalModel(), context.GetService<IDesignTimeModel>().Model.GetRelationalModel());

        Assert.True(differences.Count == 0, $"data/add-migration.sh <Name> has to be run: {string.Join(", ", differences.Select(d => d.GetType().Name))}");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void The_compiled_model_is_that_of_the_code(DatabaseProvider provider)
    {
        using var context = TestDatabase.Unopened(provider);
        using RenkeiBotDbContext fromCode = provider == DatabaseProvider.Sqlite ? new SqliteDesignTime().CreateDbContext([]) : new SqlServerDesignTime().CreateDbContext([]);

        Assert.NotSame(context.Model, fromCode.Model);
        Assert.Equal(fromCode.Model.ToDebugString(MetadataDebugStringOptions.LongDefault), context.Model.ToDebugString(MetadataDebugStringOptions.LongDefault));
    }

    [Fact]
    public async Task A_new_SQLite_database_is_made_by_the_script_of_all_migrations()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false);
        await using var migrated = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false);
        await using (var context = migrated.CreateDbContext())
            await context.Database.MigrateAsync();

        await using (var context = database.CreateDbContext())
            await DatabaseMigration.RunAsync(context, CancellationToken.None);

        Assert.Equal(await SchemaAsync(migrated), await SchemaAsync(database));
        using var script = new StreamReader(typeof(DatabaseMigration).Assembly.GetManifestResourceStream(DatabaseMigration.ScriptName)!);
        await using var any = database.CreateDbContext();
        Assert.Equal(any.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions), await script.ReadToEndAsync());
    }

    private static async Task<IReadOnlyList<string>> SchemaAsync(TestDatabase database)
    {
        await using var context = database.CreateDbContext();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master UNION ALL SELECT MigrationId || ProductVersion FROM __EFMigrationsHistory ORDER BY 1";
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }

    [Fact]
    public void Each_database_has_migrations_of_its_own()
    {
        using var sqlite = TestDatabase.Unopened(DatabaseProvider.Sqlite);
        using var sqlServer = TestDatabase.Unopened(DatabaseProvider.SqlServer);

        Assert.NotEmpty(sqlite.Database.GetMigrations());
        Assert.NotEmpty(sqlServer.Database.GetMigrations());
        Assert.Empty(sqlite.Database.GetMigrations().Intersect(sqlServer.Database.GetMigrations()));
    }

    [Fact]
    public void The_script_for_SQL_Server_makes_every_table_of_the_model_with_texts_compared_by_code_points()
    {
        using var context = TestDatabase.Unopened(DatabaseProvider.SqlServer);

        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()))
            Assert.Contains($"CREATE TABLE [{table}]", script, StringComparison.Ordinal);
        Assert.Contains("[ConversationId] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL", script, StringComparison.Ordinal);
        Assert.Contains("[At] datetime2 NOT NULL", script, StringComparison.Ordinal);
        Assert.Contains("ON [Registrations] ([TenantId], [AadObjectId]) WHERE [State] = ''Pending''", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void A_key_or_an_index_is_never_longer_than_SQL_Server_takes(DatabaseProvider provider)
    {
        using var context = TestDatabase.Unopened(provider);
        foreach (var type in context.GetService<IDesignTimeModel>().Model.GetEntityTypes())
        {
            foreach (var key in type.GetKeys())
                Assert.InRange(Bytes(key.Properties), 1, 900);
            foreach (var index in type.GetIndexes())
                Assert.InRange(Bytes(index.Properties), 1, 1700);
        }
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Several_instances_may_bring_an_empty_database_up_to_date_at_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, migrated: false);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var context = database.CreateDbContext();
            await using var turn = await DatabaseLock.TakeAsync(context, CancellationToken.None);
            await DatabaseMigration.RunAsync(context, CancellationToken.None);
        })));

        await using var after = database.CreateDbContext();
        Assert.Equal(after.Database.GetMigrations(), await after.Database.GetAppliedMigrationsAsync());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_messages_said_before_contents_had_a_table_they_say_afterwards(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, migrated: false);
        await using (var before = database.CreateDbContext())
        {
            var migrations = before.Database.GetMigrations().ToList();
            await before.GetService<IMigrator>().MigrateAsync(migrations[migrations.FindIndex(name => name.EndsWith("_OutboxContents", StringComparison.Ordinal)) - 1]);
            foreach (var key in new[] { "one", "other" })
            {
                await before.Database.ExecuteSqlInterpolatedAsync(
                    $"""
                     INSERT INTO [OutboxMessages] ([Key], [Source], [Lane], [Target], [TenantId], [AadObjectId], [Activity], [Revision], [IsWithdrawn], [CreatedAt], [NotBefore], [Attempts], [IsThrottled], [SentRevision])
                     VALUES ({key}, '', 1, 't', 'tenant', 'person', {key}, 1, 0, '2026-11-21', '2026-11-21', 0, 0, 0)
                     """);
            }

            await DatabaseMigration.RunAsync(before, CancellationToken.None);
        }

        await using var after = database.CreateDbContext();
        Assert.Equal([("one", "one"), ("other", "other")], (await OutboxQueries.To(after, "tenant", "person").ToListAsync()).Select(message => (message.Key, message.Content!.Activity)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_lock_is_held_by_one_at_a_time(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var inside = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await using var context = database.CreateDbContext();
            await using var turn = await DatabaseLock.TakeAsync(context, CancellationToken.None);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Delay(100);
            Interlocked.Decrement(ref inside);
        })));

        Assert.Equal(1, most);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_database_of_a_newer_version_is_refused_by_name(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var context = database.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync("INSERT INTO [__EFMigrationsHistory] VALUES ('29990101000000_Later', '99.0')");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => DatabaseMigration.RunAsync(context, CancellationToken.None));

        Assert.Contains("29990101000000_Later", refusal.Message, StringComparison.Ordinal);
    }

    private static int Bytes(IEnumerable<IReadOnlyProperty> properties) => properties.Sum(property =>
        property.GetProviderClrType() is { } stored && stored != typeof(string) ? 16
        : property.ClrType == typeof(string) || property.GetProviderClrType() == typeof(string) ? 2 * (property.GetMaxLength() ?? 100_000) : 16);
}
