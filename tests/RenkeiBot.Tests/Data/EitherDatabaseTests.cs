using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Privacy;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Conversations;
using RenkeiBot.Tests.Data.Queries;

namespace RenkeiBot.Tests.Data;

/// <summary>What is written in SQL by hand, and what takes a lock, on both databases.</summary>
public sealed class EitherDatabaseTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task Two_instances_that_start_at_once_take_the_records_over_once(DatabaseProvider provider)
    {
        using var folder = RecordFolder.Copy();
        await using var database = await TestDatabase.CreateAsync(provider, migrated: false);

        var starts = await Task.WhenAll(Task.Run(() => StartAsync(database, folder)), Task.Run(() => StartAsync(database, folder)));

        await using var context = database.CreateDbContext();
        Assert.All(starts, records => Assert.Equal(1741, records.Of<Municipality>().Count));
        Assert.Equal(starts[0].Count, await context.Records.CountAsync());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_changed_file_is_taken_over(DatabaseProvider provider)
    {
        using var folder = RecordFolder.Copy();
        await using var database = await TestDatabase.CreateAsync(provider);
        await StartAsync(database, folder);
        folder.Replace("documents.json", "\"interim-2018\"", "平成30年4月", "平成30年4月16日");
        folder.Replace("figures.json", "\"staff-present-2015\"", "\"staff-present-2015\"", "\"staff-abroad-2015\"");

        await StartAsync(database, folder);

        await using var context = database.CreateDbContext();
        Assert.Contains("平成30年4月16日", (await context.Records.SingleAsync(r => r.Key == "interim-2018")).Payload, StringComparison.Ordinal);
        Assert.True(await context.Records.AnyAsync(r => r.Key == "staff-abroad-2015"));
        Assert.False(await context.Records.AnyAsync(r => r.Key == "staff-present-2015"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Conversations_whose_ids_differ_in_case_alone_are_two(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var states = new ConversationStates(database);
        var at = People.Day.AddTicks(1);

        await states.WriteAsync([new("a:AbC", new(["一つ目"], at)), new("a:aBc", new(["二つ目"], at))], CancellationToken.None);
        await states.WriteAsync([new("a:AbC", new(["三つ目"], at))], CancellationToken.None);

        Assert.Equal(["三つ目"], await states.ReadAsync("a:AbC", at, CancellationToken.None));
        Assert.Equal(["二つ目"], await states.ReadAsync("a:aBc", at, CancellationToken.None));
        Assert.Null(await states.ReadAsync("a:AbC", at.AddTicks(1), CancellationToken.None));
        await states.RemoveAsync(at.AddTicks(1), CancellationToken.None);
        Assert.Null(await states.ReadAsync("a:AbC", at, CancellationToken.None));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_person_is_erased(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var context = database.CreateDbContext();
        var said = new OutboxContent { Activity = "what a message said before it was changed" };
        context.AddRange(People.Member(), People.Registration(), People.Chat(), People.Message("one"), said);
        await context.SaveChangesAsync();

        await Erasure.RunAsync(context, People.Tenant, People.Someone, People.Day, CancellationToken.None);

        await using var after = database.CreateDbContext();
        var held = await PersonalData.ReadAsync(after, People.Tenant, People.Someone, CancellationToken.None);
        Assert.Equal((null, null, 0, 0), (held.Member, held.PersonalChat, held.Registrations.Count, held.OutboxMessages.Count));
        Assert.False(await after.OutboxContents.AnyAsync());
        Assert.Equal("member=1;registrations=1;messages=1;proposals=0;applications=0;actions=0", (await after.AuditEvents.SingleAsync()).Detail);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Every_query_runs(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var context = database.CreateDbContext();

        foreach (var query in ApplicationQueries.All)
        {
            foreach (var _ in ApplicationQueries.Call(query, context))
                Assert.Fail($"{ApplicationQueries.NameOf(query)} found something in an empty database.");
        }
    }

    private static Task<RecordSet> StartAsync(TestDatabase database, RecordFolder folder) =>
        new RecordStore(database, new RecordStoreOptions(folder.Path), TimeProvider.System, NullLogger<RecordStore>.Instance).StartAsync(CancellationToken.None);
}
