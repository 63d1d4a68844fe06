using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Data;

/// <summary>Starts of the store over a real SQLite file and a copy of the real record files.</summary>
public sealed class RecordStoreTests : IDisposable
{
    private readonly RecordDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_first_start_fills_the_database_and_returns_every_record()
    {
        var records = await _database.StartAsync();

        Assert.Equal(1741, records.Of<Municipality>().Count);
        Assert.Equal(13, records.Of<RegionalAgreement>().Count);
        await using var context = _database.CreateDbContext();
        Assert.Equal(records.Count, await context.Records.CountAsync());
        Assert.Equal(RecordKinds.All.Count, await context.RecordFiles.CountAsync());
        var row = await context.Records.SingleAsync(r => r.Kind == "regional-agreements" && r.Key == "gunma-mayors");
        Assert.Equal((RecordOrigin.File, RecordDatabase.FirstStart), (row.Origin, row.UpdatedAt));
        Assert.Contains("群馬県市長会", row.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_keeps_a_write_ahead_log()
    {
        await _database.StartAsync();

        Assert.Equal("wal", await _database.ScalarAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_second_start_writes_nothing()
    {
        await _database.StartAsync();
        await RefuseWritesAsync("INSERT", "UPDATE", "DELETE");
        _database.Now = _database.Now.AddDays(1);

        var records = await _database.StartAsync();

        Assert.Equal(1741, records.Of<Municipality>().Count);
        await using var context = _database.CreateDbContext();
        Assert.False(await context.Records.AnyAsync(r => r.UpdatedAt > RecordDatabase.FirstStart));
    }

    [Fact]
    public async Task A_start_with_unchanged_files_does_not_read_what_the_file_rows_hold()
    {
        await _database.StartAsync();
        await _database.ExecuteAsync("UPDATE Records SET Payload = 'not read' WHERE Origin = 'File'");

        var records = await _database.StartAsync();

        Assert.Equal("群馬県市長会", records.Find<RegionalAgreement>("gunma-mayors")!.Name);
        Assert.Equal("not read", await _database.ScalarAsync("SELECT DISTINCT Payload FROM Records"));
    }

    [Fact]
    public async Task A_changed_file_is_taken_over_and_only_its_changed_rows_are_written()
    {
        await _database.StartAsync();
        _database.Folder.Replace("documents.json", "\"interim-2018\"", "平成30年4月", "平成30年4月16日");
        _database.Folder.Replace("figures.json", "\"staff-present-2015\"", "\"staff-present-2015\"", "\"staff-abroad-2015\"");
        _database.Now = _database.Now.AddDays(1);

        var records = await _database.StartAsync();

        Assert.Equal("平成30年4月16日", records.Find<SourceDocument>("interim-2018")!.Published);
        await using var context = _database.CreateDbContext();
        var written = await context.Records.Where(r => r.UpdatedAt == _database.Now).OrderBy(r => r.Key).Select(r => r.Key).ToListAsync();
        Assert.Equal(["interim-2018", "staff-abroad-2015"], written);
        Assert.False(await context.Records.AnyAsync(r => r.Key == "staff-present-2015"));
        Assert.Equal(records.Count, await context.Records.CountAsync());
    }

    [Fact]
    public async Task A_changed_file_with_the_same_records_writes_no_row()
    {
        await _database.StartAsync();
        _database.Folder.Write("documents.json", _database.Folder.Read("documents.json") + "\n");
        _database.Now = _database.Now.AddDays(1);

        await _database.StartAsync();

        await using var context = _database.CreateDbContext();
        Assert.False(await context.Records.AnyAsync(r => r.UpdatedAt == _database.Now));
        Assert.Equal("documents", await context.RecordFiles.Where(f => f.UpdatedAt == _database.Now).Select(f => f.Kind).SingleAsync());
    }

    [Fact]
    public async Task A_row_that_cannot_be_written_leaves_nothing_of_the_fill()
    {
        await using (var context = _database.CreateDbContext())
            await context.Database.MigrateAsync();
        await _database.ExecuteAsync("CREATE TRIGGER refuse BEFORE INSERT ON Records WHEN NEW.Kind = 'figures' BEGIN SELECT RAISE(ABORT, 'refused by the test'); END");

        await Assert.ThrowsAsync<SqliteException>(_database.StartAsync);

        Assert.Equal(0L, await _database.ScalarAsync("SELECT COUNT(*) FROM Records"));
        Assert.Equal(0L, await _database.ScalarAsync("SELECT COUNT(*) FROM RecordFiles"));
        await _database.ExecuteAsync("DROP TRIGGER refuse");
        Assert.NotEmpty((await _database.StartAsync()).Of<Figure>());
    }

    [Fact]
    public async Task A_refused_file_leaves_the_database_as_it_was()
    {
        var before = (await _database.StartAsync()).Count;
        _database.Folder.Replace("documents.json", "\"interim-2018\"", "平成30年4月", "平成30年4月16日");
        _database.Folder.Replace("regional-agreements.json", "\"gunma-mayors\"", "\"memberCount\": 12", "\"memberCount\": 23");

        await Assert.ThrowsAsync<RecordFileException>(_database.StartAsync);

        Assert.Equal((long)before, await _database.ScalarAsync("SELECT COUNT(*) FROM Records"));
        Assert.Equal(0L, await _database.ScalarAsync("SELECT COUNT(*) FROM Records WHERE Kind = 'documents' AND Payload LIKE '%平成30年4月16日%'"));
    }

    [Fact]
    public async Task Rows_of_a_kind_that_is_no_more_are_removed()
    {
        var before = (await _database.StartAsync()).Count;
        await _database.ExecuteAsync("INSERT INTO RecordFiles VALUES ('retired', 'x', '2026-01-01 00:00:00')");
        await _database.ExecuteAsync("INSERT INTO Records VALUES ('File', 'retired', 'a', '{}', 'x', '2026-01-01 00:00:00')");

        await _database.StartAsync();

        Assert.Equal((long)before, await _database.ScalarAsync("SELECT COUNT(*) FROM Records"));
        Assert.Equal(0L, await _database.ScalarAsync("SELECT COUNT(*) FROM RecordFiles WHERE Kind = 'retired'"));
    }

    [Fact]
    public async Task Two_starts_at_once_fill_the_database_once()
    {
        var starts = await Task.WhenAll(Task.Run(_database.StartAsync), Task.Run(_database.StartAsync));

        Assert.Equal(starts[0].Count, starts[1].Count);
        Assert.Equal((long)starts[0].Count, await _database.ScalarAsync("SELECT COUNT(*) FROM Records"));
    }

    [Fact]
    public void Asking_before_the_start_is_an_error() => Assert.Throws<InvalidOperationException>(() => _database.Store().Current);

    [Fact]
    public async Task The_model_and_the_migrations_agree()
    {
        await using var context = _database.CreateDbContext();
        await context.Database.MigrateAsync();
        context.ConversationStates.Add(new ConversationState { ConversationId = new string('x', RenkeiBotDbContext.ConversationIdLength), Json = "{}", UpdatedAt = _database.Now });
        await context.SaveChangesAsync();

        await using var again = _database.CreateDbContext();
        var state = await again.ConversationStates.SingleAsync(s => s.UpdatedAt >= _database.Now && s.UpdatedAt < _database.Now.AddTicks(1));

        Assert.Equal(_database.Now, state.UpdatedAt);
        Assert.Equal(TimeSpan.Zero, state.UpdatedAt.Offset);
    }

    private async Task RefuseWritesAsync(params string[] operations)
    {
        foreach (var table in new[] { "Records", "RecordFiles" })
        {
            foreach (var operation in operations)
                await _database.ExecuteAsync($"CREATE TRIGGER refuse_{table}_{operation} BEFORE {operation} ON {table} BEGIN SELECT RAISE(ABORT, 'refused by the test'); END");
        }
    }
}
