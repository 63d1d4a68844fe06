using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Inbox;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Maintenance;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.Maintenance;

/// <summary>The commands privacy-report and privacy-erase.</summary>
public sealed class PrivacyTests
{
    [Fact]
    public async Task A_report_has_everything_that_is_held_about_a_person_and_nothing_of_another()
    {
        await using var terminal = await FilledAsync();

        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync("privacy-report", People.Tenant, People.Someone));

        using var report = JsonDocument.Parse(terminal.Output);
        var root = report.RootElement;
        Assert.Equal("山田花子", root.GetProperty("member").GetProperty("name").GetString());
        Assert.Equal("LiaisonOfficer", root.GetProperty("member").GetProperty("role").GetString());
        Assert.Equal(
            "registrations 2, outboxMessages 2, conversationStates 2, inboxActivities 1, proposals 2, proposalRevisions 1, applications 1, comments 1, savedSearches 1, supportReports 1, supportRevisions 1, aidRequests 1, aidOffers 1, announcementTargets 0, announcementConfirmations 0, channels 1, meetingAnswers 1, actions 1, mentions 2",
            string.Join(", ", root.EnumerateObject().Where(part => part.Value.ValueKind == JsonValueKind.Array).Select(part => $"{part.Name} {part.Value.GetArrayLength()}")));
        Assert.Contains("smba.trafficmanager.net", root.GetProperty("personalChat").GetProperty("serviceUrl").GetString(), StringComparison.Ordinal);
        Assert.Contains("山田花子", terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("佐藤次郎", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_may_go_into_a_file_of_its_own()
    {
        await using var terminal = await FilledAsync();

        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync("privacy-report", People.Tenant, People.Someone, "--output", terminal.PathOf("report.json")));

        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(terminal.PathOf("report.json")));
        Assert.Equal(People.Someone, report.RootElement.GetProperty("aadObjectId").GetString());
        Assert.DoesNotContain("山田花子", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_erasure_nothing_in_the_file_names_the_person()
    {
        await using var terminal = await FilledAsync();

        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync("privacy-erase", People.Tenant, People.Someone.ToUpperInvariant()));

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(terminal.File)!))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (var trace in new[] { People.Someone, "山田花子", "03-0000-0000", People.Conversation, People.ChannelUser })
                Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(trace)) < 0, $"{Path.GetFileName(file)} still has {trace}.");
        }
    }

    [Fact]
    public async Task What_the_person_did_stays_under_one_pseudonym()
    {
        await using var terminal = await FilledAsync();

        await terminal.RunAsync("privacy-erase", People.Tenant, People.Someone);

        var events = await terminal.ReadAsync(context => context.AuditEvents.OrderBy(e => e.Id).ToListAsync());
        var action = events.Single(e => e.Type == "profile.change");
        var pseudonym = action.ActorAadObjectId;
        Assert.True(Guid.TryParse(pseudonym, out _));
        Assert.Equal((People.Tenant, null, null), (action.ActorTenantId, action.ConversationId, action.ActivityId));
        Assert.Equal(pseudonym, events.Single(e => e.Type == "access.refuse").SubjectId);
        Assert.Equal(("privacy.erase", "", pseudonym), (events[^1].Type, events[^1].ActorAadObjectId, events[^1].SubjectId));
        Assert.Equal("19:channel", events.Single(e => e.Type == "registration.approve").ConversationId);
    }

    [Fact]
    public async Task What_the_person_posted_for_the_organisation_stays_without_their_contact_and_words()
    {
        await using var terminal = await FilledAsync();

        await terminal.RunAsync("privacy-erase", People.Tenant, People.Someone);

        var proposal = Assert.Single(await terminal.ReadAsync(context => context.Proposals.ToListAsync()));
        var application = Assert.Single(await terminal.ReadAsync(context => context.Applications.ToListAsync()));
        Assert.Equal(("雪の活用", ""), (proposal.Content.Title, proposal.Content.Contact));
        Assert.Equal("", application.Message);
        Assert.Equal("", Assert.Single(await terminal.ReadAsync(context => context.ProposalComments.ToListAsync())).Text);
        Assert.Equal(proposal.AadObjectId, application.AadObjectId);
        Assert.Empty(await terminal.ReadAsync(context => context.SavedSearches.ToListAsync()));
        Assert.Empty(await terminal.ReadAsync(context => context.MeetingAnswers.ToListAsync()));
    }

    [Fact]
    public async Task An_erasure_leaves_everyone_else_alone()
    {
        await using var terminal = await FilledAsync();

        await terminal.RunAsync("privacy-erase", People.Tenant, People.Someone);

        await terminal.RunAsync("privacy-report", People.Tenant, People.SomeoneElse);
        using var report = JsonDocument.Parse(terminal.Output);
        Assert.Equal("佐藤次郎", report.RootElement.GetProperty("member").GetProperty("name").GetString());
        Assert.Equal(1, report.RootElement.GetProperty("conversationStates").GetArrayLength());
        Assert.Equal(1, report.RootElement.GetProperty("outboxMessages").GetArrayLength());
    }

    [Fact]
    public async Task An_erasure_that_fails_erases_nothing()
    {
        await using var terminal = await FilledAsync();
        SqliteRows.Execute(terminal.File, "CREATE TRIGGER refuse BEFORE INSERT ON AuditEvents BEGIN SELECT RAISE(ABORT, 'refused by the test'); END");

        Assert.Equal(MaintenanceCommands.Refused, await terminal.RunAsync("privacy-erase", People.Tenant, People.Someone));

        Assert.Contains("refused by the test", terminal.Error, StringComparison.Ordinal);
        Assert.Equal(2, SqliteRows.Count(terminal.File, "Members"));
        Assert.Equal(1, await terminal.ReadAsync(context => context.AuditEvents.CountAsync(e => e.ActorAadObjectId == People.Someone)));
    }

    [Fact]
    public async Task Of_someone_unknown_there_is_nothing_to_report_or_erase()
    {
        await using var terminal = await OperatorTerminal.OpenAsync();

        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync("privacy-report", People.Tenant, People.Someone));
        Assert.Contains("\"member\": null", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(MaintenanceCommands.Done, await terminal.RunAsync("privacy-erase", People.Tenant, People.Someone));
        Assert.Contains("Erased: 0 member", terminal.Output, StringComparison.Ordinal);
    }

    /// <summary>Someone of whom everything is held that may be, and someone else beside.</summary>
    private static async Task<OperatorTerminal> FilledAsync()
    {
        var terminal = await OperatorTerminal.OpenAsync();
        var (member, pending) = (People.Member(), People.Registration());
        await terminal.AddAsync(
            member, People.Channel(member.Id), People.Registration(state: RegistrationState.Approved), pending, People.Chat(),
            People.Message("to-her"), People.Message("about-her", People.SomeoneElse, $$"""{"text":"山田花子","registration":"{{pending.Id}}"}"""),
            State(People.Conversation), State($"19:channel|{People.ChannelUser}"),
            new InboxActivity { Key = $"msteams|{People.Conversation}|message|1", StatusCode = 200, ReceivedAt = People.Day },
            Event("profile.change", People.Someone, "Member", "x", People.Conversation),
            Event("access.refuse", People.SomeoneElse, "Person", People.Someone, "19:channel"),
            Event("registration.approve", People.SomeoneElse, "Registration", pending.Id.ToString(), "19:channel"));
        await terminal.AddAsync([.. People.Proposals(), .. People.DisasterSupport()]);
        await terminal.AddAsync(People.MeetingAnswer());
        var other = People.Member(People.SomeoneElse, "佐藤次郎");
        other.Contact = "sato@example.jp";
        await terminal.AddAsync(
            other, People.Chat(People.SomeoneElse, "a:2", "29:2"), People.Message("to-him", People.SomeoneElse),
            State("a:2"), State("a:3"));
        return terminal;
    }

    private static ConversationState State(string key) => new() { ConversationId = key, Json = "{}", UpdatedAt = People.Day };

    private static AuditEvent Event(string type, string actor, string subjectType, string subject, string conversation) => new()
    {
        At = People.Day,
        Type = type,
        ActorTenantId = People.Tenant,
        ActorAadObjectId = actor,
        SubjectType = subjectType,
        SubjectId = subject,
        Outcome = AuditOutcome.Done,
        ConversationId = conversation,
        ActivityId = "1",
    };
}
