using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Data;

/// <summary>Starts of the store over a real SQLite file and a copy of the real record files.</summary>
public sealed class RecordStoreTests : IDisposable, IDbContextFactory<RenkeiBotDbContext>
{
    private readonly RecordFolder _folder = RecordFolder.Copy();
    private readonly DateTimeOffset _firstStart = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));
    private DateTimeOffset _now;

    public RecordStoreTests() => _now = _firstStart;

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = _folder.PathOf("test.db") }.ConnectionString;

    public RenkeiBotDbContext CreateDbContext() => new(new DbContextOptionsBuilder<RenkeiBotDbContext>().UseSqlite(ConnectionString).Options);

    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        _folder.Dispose();
    }

    [Fact]
    public async Task The_first_start_fills_the_database_and_returns_every_record()
    {
        var records = await StartAsync();

        Assert.Equal(1741, records.Of<Municipality>().Count);
        Assert.Equal(13, records.Of<RegionalAgreement>().Count);
        await using var context = CreateDbContext();
        Assert.Equal(records.Count, await context.Records.CountAsync());
        Assert.Equal(RecordKinds.All.Count, await context.RecordFiles.CountAsync());
        var row = await context.Records.SingleAsync(r => r.Kind == "regional-agreements" && r.Key == "gunma-mayors");
        Assert.Equal((RecordOrigin.File, _firstStart), (row.Origin, row.UpdatedAt));
        Assert.Contains("群馬県市長会", row.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_keeps_a_write_ahead_log()
    {
        await StartAsync();

        Assert.Equal("wal", await ScalarAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_second_start_writes_nothing()
    {
        await StartAsync();
        await RefuseWritesAsync("INSERT", "UPDATE", "DELETE");
        _now = _now.AddDays(1);

        var records = await StartAsync();

        Assert.Equal(1741, records.Of<Municipality>().Count);
        await using var context = CreateDbContext();
        Assert.False(await context.Records.AnyAsync(r => r.UpdatedAt > _firstStart));
    }

    [Fact]
    public async Task A_start_with_unchanged_files_does_not_read_what_the_file_rows_hold()
    {
        await StartAsync();
        await ExecuteAsync("UPDATE Records SET Payload = 'not read' WHERE Origin = 'File'");

        var records = await StartAsync();

        Assert.Equal("群馬県市長会", records.Find<RegionalAgreement>("gunma-mayors")!.Name);
        Assert.Equal("not read", await ScalarAsync("SELECT DISTINCT Payload FROM Records"));
    }

    [Fact]
    public async Task A_changed_file_is_taken_over_and_only_its_changed_rows_are_written()
    {
        await StartAsync();
        _folder.Replace("documents.json", "\"interim-2018\"", "平成30年4月", "平成30年4月16日");
        _folder.Replace("figures.json", "\"staff-present-2015\"", "\"staff-present-2015\"", "\"staff-abroad-2015\"");
        _now = _now.AddDays(1);

        var records = await StartAsync();

        Assert.Equal("平成30年4月16日", records.Find<SourceDocument>("interim-2018")!.Published);
        await using var context = CreateDbContext();
        var written = await context.Records.Where(r => r.UpdatedAt == _now).OrderBy(r => r.Key).Select(r => r.Key).ToListAsync();
        Assert.Equal(["interim-2018", "staff-abroad-2015"], written);
        Assert.False(await context.Records.AnyAsync(r => r.Key == "staff-present-2015"));
        Assert.Equal(records.Count, await context.Records.CountAsync());
    }

    [Fact]
    public async Task A_changed_file_with_the_same_records_writes_no_row()
    {
        await StartAsync();
        _folder.Write("documents.json", _folder.Read("documents.json") + "\n");
        _now = _now.AddDays(1);

        await StartAsync();

        await using var context = CreateDbContext();
        Assert.False(await context.Records.AnyAsync(r => r.UpdatedAt == _now));
        Assert.Equal("documents", await context.RecordFiles.Where(f => f.UpdatedAt == _now).Select(f => f.Kind).SingleAsync());
    }

    [Fact]
    public async Task A_row_that_cannot_be_written_leaves_nothing_of_the_fill()
    {
        await using (var context = CreateDbContext())
            await context.Database.MigrateAsync();
        await ExecuteAsync("CREATE TRIGGER refuse BEFORE INSERT ON Records WHEN NEW.Kind = 'figures' BEGIN SELECT RAISE(ABORT, 'refused by the test'); END");

        await Assert.ThrowsAsync<SqliteException>(StartAsync);

        Assert.Equal(0L, await ScalarAsync("SELECT COUNT(*) FROM Records"));
        Assert.Equal(0L, await ScalarAsync("SELECT COUNT(*) FROM RecordFiles"));
        await ExecuteAsync("DROP TRIGGER refuse");
        Assert.NotEmpty((await StartAsync()).Of<Figure>());
    }

    [Fact]
    public async Task A_refused_file_leaves_the_database_as_it_was()
    {
        var before = (await StartAsync()).Count;
        _folder.Replace("documents.json", "\"interim-2018\"", "平成30年4月", "平成30年4月16日");
        _folder.Replace("regional-agreements.json", "\"gunma-mayors\"", "\"memberCount\": 12", "\"memberCount\": 23");

        await Assert.ThrowsAsync<RecordFileException>(StartAsync);

        Assert.Equal((long)before, await ScalarAsync("SELECT COUNT(*) FROM Records"));
        Assert.Equal(0L, await ScalarAsync("SELECT COUNT(*) FROM Records WHERE Kind = 'documents' AND Payload LIKE '%平成30年4月16日%'"));
    }

    [Fact]
    public async Task Records_of_members_stay_and_take_the_place_of_a_file_record_with_their_key()
    {
        await StartAsync();
        await AddMemberRowAsync("documents", "flyer-2026", """{"id":"flyer-2026","title":"案内","published":"令和8年4月","publisher":"特別区長会"}""");
        await AddMemberRowAsync("documents", "interim-2018", """{"id":"interim-2018","title":"中間のまとめ","published":"平成30年4月","publisher":"特別区長会"}""");
        _folder.Write("documents.json", _folder.Read("documents.json") + "\n");

        var records = await StartAsync();

        Assert.Equal(10, records.Of<SourceDocument>().Count);
        Assert.Equal("flyer-2026", records.Of<SourceDocument>()[^1].Id);
        Assert.Equal("中間のまとめ", records.Find<SourceDocument>("interim-2018")!.Title);
        Assert.Equal(2L, await ScalarAsync("SELECT COUNT(*) FROM Records WHERE Origin = 'Member'"));
    }

    [Fact]
    public async Task A_record_that_is_put_is_there_after_a_refresh_in_every_instance_and_after_a_start()
    {
        using var store = Store();
        using var other = Store();
        await store.StartAsync(CancellationToken.None);
        await other.StartAsync(CancellationToken.None);
        var before = store.Current;
        Assert.False(await store.RefreshAsync(CancellationToken.None));
        Assert.Same(before, store.Current);

        await PutAsync(store, Snow);
        Assert.Null(store.Current.Find<Collaboration>(Snow.Key));
        Assert.True(await store.RefreshAsync(CancellationToken.None));
        Assert.True(await other.RefreshAsync(CancellationToken.None));
        Assert.False(await other.RefreshAsync(CancellationToken.None));
        Assert.All([store.Current, other.Current, await StartAsync()], records => Assert.Equal(Snow.What, records.Find<Collaboration>(Snow.Key)!.What));
        Assert.Equal(before.Count + 1, store.Current.Count);

        // Another clock, which is behind: the change is seen all the same.
        _now = _now.AddDays(-1);
        await PutAsync(other, Snow with { What = "雪を届け、雪遊びを行います。" });
        Assert.True(await store.RefreshAsync(CancellationToken.None));
        Assert.Equal("雪を届け、雪遊びを行います。", store.Current.Find<Collaboration>(Snow.Key)!.What);

        await using (var context = CreateDbContext())
        {
            Assert.True(await RecordStore.RemoveAsync<Collaboration>(context, Snow.Key, CancellationToken.None));
            Assert.False(await RecordStore.RemoveAsync<Collaboration>(context, "another", CancellationToken.None));
            await context.SaveChangesAsync();
        }

        Assert.True(await other.RefreshAsync(CancellationToken.None));
        Assert.Null(other.Current.Find<Collaboration>(Snow.Key));
    }

    [Fact]
    public async Task A_record_that_is_put_keeps_the_rules_of_the_files()
    {
        using var store = Store();
        await store.StartAsync(CancellationToken.None);
        await using var context = CreateDbContext();

        await RefusedAsync(Snow with { Key = "Not A Key" }, "lower-case letters");
        await RefusedAsync(Snow with { What = " " }, "A text is not empty");
        await RefusedAsync(Snow with { What = "<b>雪</b>" }, "HTML");
        await RefusedAsync(Snow with { Sources = [] }, "at least one source");
        await RefusedAsync(Snow with { Sources = [new SourceRef("no-board", "提案")] }, "not in documents.json");
        await RefusedAsync(Snow with { Sources = [new SourceRef("leaflet-2024", "提案")] }, "transcript's line");
        await RefusedAsync(Snow with { Parties = [new NamedPlace("北上市"), new NamedPlace("無い市")] }, "is no ward, municipality");
        await RefusedAsync(Snow with { Parties = [new NamedPlace("府中市"), new NamedPlace("北区")] }, "the prefecture must be given");
        await RefusedAsync(Snow with { Parties = [new NamedPlace("北上市")] }, "two parties or more");
        await RefusedAsync(Snow with { When = new Period(new DateOnly(2027, 2, 1), new DateOnly(2027, 1, 1)) }, "ends before it begins");
        Assert.Empty(context.ChangeTracker.Entries());

        async Task RefusedAsync(Collaboration record, string reason) =>
            Assert.Contains(reason, (await Assert.ThrowsAsync<RecordFileException>(() => store.PutAsync(context, record, _now, CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("documents", "{")]
    [InlineData("documents", """{"id":"flyer-2026"}""")]
    [InlineData("no-such-kind", "{}")]
    public async Task A_members_row_that_cannot_be_read_is_left_out(string kind, string payload)
    {
        var before = (await StartAsync()).Count;
        await AddMemberRowAsync(kind, "flyer-2026", payload);

        Assert.Equal(before, (await StartAsync()).Count);
    }

    [Fact]
    public async Task Rows_of_a_kind_that_is_no_more_are_removed()
    {
        var before = (await StartAsync()).Count;
        await ExecuteAsync("INSERT INTO RecordFiles VALUES ('retired', 'x', '2026-01-01 00:00:00')");
        await ExecuteAsync("INSERT INTO Records VALUES ('File', 'retired', 'a', '{}', 'x', '2026-01-01 00:00:00')");

        await StartAsync();

        Assert.Equal((long)before, await ScalarAsync("SELECT COUNT(*) FROM Records"));
        Assert.Equal(0L, await ScalarAsync("SELECT COUNT(*) FROM RecordFiles WHERE Kind = 'retired'"));
    }

    [Fact]
    public async Task Two_starts_at_once_fill_the_database_once()
    {
        var starts = await Task.WhenAll(Task.Run(StartAsync), Task.Run(StartAsync));

        Assert.Equal(starts[0].Count, starts[1].Count);
        Assert.Equal((long)starts[0].Count, await ScalarAsync("SELECT COUNT(*) FROM Records"));
    }

    [Fact]
    public void Asking_before_the_start_is_an_error() => Assert.Throws<InvalidOperationException>(() => Store().Current);

    [Fact]
    public async Task The_model_and_the_migrations_agree()
    {
        await using var context = CreateDbContext();
        await context.Database.MigrateAsync();
        context.ConversationStates.Add(new ConversationState { ConversationId = new string('x', RenkeiBotDbContext.ConversationIdLength), Json = "{}", UpdatedAt = _now });
        await context.SaveChangesAsync();

        await using var again = CreateDbContext();
        var state = await again.ConversationStates.SingleAsync(s => s.UpdatedAt >= _now && s.UpdatedAt < _now.AddTicks(1));

        Assert.Equal(_now, state.UpdatedAt);
        Assert.Equal(TimeSpan.Zero, state.UpdatedAt.Offset);
    }

    private static Collaboration Snow => new("snow", "雪の活用", [new NamedPlace("北上市", "岩手県"), new NamedPlace("荒川区")], "雪を届けます。", new DateOnly(2026, 11, 21), [new SourceRef("board", "提案「雪の活用」")]);

    private async Task PutAsync(RecordStore store, IRecord record)
    {
        await using var context = CreateDbContext();
        await store.PutAsync(context, record, _now, CancellationToken.None);
        await context.SaveChangesAsync();
    }

    private RecordStore Store() => new(this, new RecordStoreOptions(_folder.Path), new FixedTime(() => _now), NullLogger<RecordStore>.Instance);

    private Task<RecordSet> StartAsync() => Store().StartAsync(CancellationToken.None);

    private async Task AddMemberRowAsync(string kind, string key, string payload)
    {
        await using var context = CreateDbContext();
        context.Records.Add(new StoredRecord { Origin = RecordOrigin.Member, Kind = kind, Key = key, Payload = payload, Hash = "", UpdatedAt = _now });
        await context.SaveChangesAsync();
    }

    private async Task RefuseWritesAsync(params string[] operations)
    {
        foreach (var table in new[] { "Records", "RecordFiles" })
        {
            foreach (var operation in operations)
                await ExecuteAsync($"CREATE TRIGGER refuse_{table}_{operation} BEFORE {operation} ON {table} BEGIN SELECT RAISE(ABORT, 'refused by the test'); END");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private sealed class FixedTime(Func<DateTimeOffset> now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now().ToUniversalTime();
    }
}
