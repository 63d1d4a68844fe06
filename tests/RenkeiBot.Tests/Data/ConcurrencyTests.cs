using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Data;

/// <summary>Of two who change the same thing at once, the second is told so, on both databases.</summary>
public sealed class ConcurrencyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(9));

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_change_counts_the_version_without_the_features_help(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var id = await AddAsync(database, People.Member());

        await using (var context = database.CreateDbContext())
        {
            var member = await MemberQueries.ById(context, id).SingleAsync();
            member.Role = MemberRole.Observer;
            await context.SaveChangesAsync();
            Assert.Equal(1, member.Version);
            member.Name = "後藤";
            member.Version = 17;
            context.SaveChanges();
        }

        await using var after = database.CreateDbContext();
        Assert.Equal(2, (await MemberQueries.ById(after, id).SingleAsync()).Version);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_second_of_two_changes_at_once_is_refused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var registration = People.Registration();
        await AddAsync(database, registration);
        await using var first = database.CreateDbContext();
        await using var second = database.CreateDbContext();
        var seenByFirst = await MemberQueries.RegistrationById(first, registration.Id).SingleAsync();
        var seenBySecond = await MemberQueries.RegistrationById(second, registration.Id).SingleAsync();

        seenByFirst.State = RegistrationState.Approved;
        await first.SaveChangesAsync();
        seenBySecond.State = RegistrationState.Rejected;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_second_registration_of_a_person_cannot_wait_beside_the_first(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await AddAsync(database, People.Registration());

        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(database, People.Registration()));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_new_registration_may_take_the_place_of_the_one_that_waits_in_one_save(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var old = People.Registration();
        await AddAsync(database, old);
        var @new = People.Registration();

        await using (var context = database.CreateDbContext())
        {
            context.Registrations.Add(@new);
            (await MemberQueries.PendingRegistrationOf(context, People.Tenant, People.Someone).SingleAsync()).State = RegistrationState.Withdrawn;
            await context.SaveChangesAsync();
        }

        await using var after = database.CreateDbContext();
        Assert.Equal(@new.Id, (await MemberQueries.PendingRegistrationOf(after, People.Tenant, People.Someone).SingleAsync()).Id);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Of_two_who_change_what_a_message_should_be_the_second_is_refused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await AddAsync(database, People.Message("one"), People.Chat());
        await using var first = database.CreateDbContext();
        await using var second = database.CreateDbContext();
        var seenByFirst = await OutboxQueries.ByKey(first, "one").SingleAsync();
        var seenBySecond = await OutboxQueries.ByKey(second, "one").SingleAsync();

        seenByFirst.Revision++;
        await first.SaveChangesAsync();
        seenBySecond.Revision++;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Of_each_conversation_the_first_message_of_the_most_urgent_lane_is_due(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await AddAsync(database, People.Chat(), People.Message("first"), People.Message("second"), People.Message("urgent", lane: OutboxLane.Disaster));
        await using var context = database.CreateDbContext();

        var due = await OutboxQueries.Due(context, Now, false, [], 10).ToListAsync();

        Assert.Equal(["urgent"], due.Select(delivery => delivery.Message.Key));
        Assert.Empty(await OutboxQueries.Due(context, Now, false, [People.Tenant], 10).ToListAsync());
    }

    [Fact]
    public async Task A_writer_of_SQLite_waits_for_the_one_before_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var first = database.CreateDbContext();
        var transaction = await first.Database.BeginTransactionAsync();
        first.Members.Add(People.Member());
        await first.SaveChangesAsync();

        var second = Task.Run(() => AddAsync(database, People.Registration()));
        await Task.Delay(300);
        Assert.False(second.IsCompleted);
        await transaction.CommitAsync();

        await second.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task<Guid> AddAsync(TestDatabase database, params object[] entities)
    {
        await using var context = database.CreateDbContext();
        context.AddRange(entities);
        await context.SaveChangesAsync();
        return entities.OfType<Member>().FirstOrDefault()?.Id ?? Guid.Empty;
    }
}
