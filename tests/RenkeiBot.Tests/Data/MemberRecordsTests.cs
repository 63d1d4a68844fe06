using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Data;

/// <summary>Records that members make, beside those of the files.</summary>
public sealed class MemberRecordsTests : IDisposable
{
    private readonly RecordDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Records_of_members_stay_and_take_the_place_of_a_file_record_with_their_key()
    {
        await _database.StartAsync();
        await AddMemberRowAsync("documents", "flyer-2026", """{"id":"flyer-2026","title":"案内","published":"令和8年4月","publisher":"特別区長会"}""");
        await AddMemberRowAsync("documents", "interim-2018", """{"id":"interim-2018","title":"中間のまとめ","published":"平成30年4月","publisher":"特別区長会"}""");
        _database.Folder.Write("documents.json", _database.Folder.Read("documents.json") + "\n");

        var records = await _database.StartAsync();

        Assert.Equal(10, records.Of<SourceDocument>().Count);
        Assert.Equal("flyer-2026", records.Of<SourceDocument>()[^1].Id);
        Assert.Equal("中間のまとめ", records.Find<SourceDocument>("interim-2018")!.Title);
        Assert.Equal(2L, await _database.ScalarAsync("SELECT COUNT(*) FROM Records WHERE Origin = 'Member'"));
    }

    [Fact]
    public async Task A_record_that_is_put_is_there_after_a_refresh_in_every_instance_and_after_a_start()
    {
        using var store = _database.Store();
        using var other = _database.Store();
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
        Assert.All([store.Current, other.Current, await _database.StartAsync()], records => Assert.Equal(Snow.What, records.Find<Collaboration>(Snow.Key)!.What));
        Assert.Equal(before.Count + 1, store.Current.Count);

        // Another clock, which is behind: the change is seen all the same.
        _database.Now = _database.Now.AddDays(-1);
        await PutAsync(other, Snow with { What = "雪を届け、雪遊びを行います。" });
        Assert.True(await store.RefreshAsync(CancellationToken.None));
        Assert.Equal("雪を届け、雪遊びを行います。", store.Current.Find<Collaboration>(Snow.Key)!.What);

        await using (var context = _database.CreateDbContext())
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
        using var store = _database.Store();
        await store.StartAsync(CancellationToken.None);
        await using var context = _database.CreateDbContext();

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
            Assert.Contains(reason, (await Assert.ThrowsAsync<RecordFileException>(() => store.PutAsync(context, record, _database.Now, CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("documents", "{")]
    [InlineData("documents", """{"id":"flyer-2026"}""")]
    [InlineData("no-such-kind", "{}")]
    public async Task A_members_row_that_cannot_be_read_is_left_out(string kind, string payload)
    {
        var before = (await _database.StartAsync()).Count;
        await AddMemberRowAsync(kind, "flyer-2026", payload);

        Assert.Equal(before, (await _database.StartAsync()).Count);
    }

    private static Collaboration Snow => new("snow", "雪の活用", [new NamedPlace("北上市", "岩手県"), new NamedPlace("荒川区")], "雪を届けます。", new DateOnly(2026, 11, 21), [new SourceRef("board", "提案「雪の活用」")]);

    private async Task PutAsync(RecordStore store, IRecord record)
    {
        await using var context = _database.CreateDbContext();
        await store.PutAsync(context, record, _database.Now, CancellationToken.None);
        await context.SaveChangesAsync();
    }

    private async Task AddMemberRowAsync(string kind, string key, string payload)
    {
        await using var context = _database.CreateDbContext();
        context.Records.Add(new StoredRecord { Origin = RecordOrigin.Member, Kind = kind, Key = key, Payload = payload, Hash = "", UpdatedAt = _database.Now });
        await context.SaveChangesAsync();
    }
}
