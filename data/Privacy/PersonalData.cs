using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Conversations;
using RenkeiBot.Data.Directories;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Inbox;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Privacy;

/// <summary>Everything that is held about a person. docs/what-we-store.md says the same in words: what is added to one is added to the other.</summary>
public sealed record PersonalData
{
    /// <summary>The person's tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The person's object id in Entra ID.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>The member that the person is or was.</summary>
    public required Member? Member { get; init; }

    /// <summary>The person's registrations, newest first.</summary>
    public required IReadOnlyList<Registration> Registrations { get; init; }

    /// <summary>How the person is reached.</summary>
    public required PersonalChat? PersonalChat { get; init; }

    /// <summary>That the Teams app was to be installed for the person.</summary>
    public required AppInstallation? AppInstallation { get; init; }

    /// <summary>Messages to the person, and messages to others that name the person, the member or a registration.</summary>
    public required IReadOnlyList<OutboxMessage> OutboxMessages { get; init; }

    /// <summary>What is remembered of the person's last questions.</summary>
    public required IReadOnlyList<ConversationState> ConversationStates { get; init; }

    /// <summary>What came in from the person's chat, and was answered there.</summary>
    public required IReadOnlyList<InboxActivity> InboxActivities { get; init; }

    /// <summary>The proposals that the person wrote.</summary>
    public required IReadOnlyList<Proposal> Proposals { get; init; }

    /// <summary>What those proposals said before.</summary>
    public required IReadOnlyList<ProposalRevision> ProposalRevisions { get; init; }

    /// <summary>The applications that the person wrote.</summary>
    public required IReadOnlyList<Application> Applications { get; init; }

    /// <summary>The comments that the person wrote.</summary>
    public required IReadOnlyList<ProposalComment> Comments { get; init; }

    /// <summary>The searches that the person saved.</summary>
    public required IReadOnlyList<SavedSearch> SavedSearches { get; init; }

    /// <summary>The reports of support that the person wrote.</summary>
    public required IReadOnlyList<SupportReport> SupportReports { get; init; }

    /// <summary>What those reports said before.</summary>
    public required IReadOnlyList<SupportRevision> SupportRevisions { get; init; }

    /// <summary>What the person asked for after disasters.</summary>
    public required IReadOnlyList<AidRequest> AidRequests { get; init; }

    /// <summary>What the person offered after disasters.</summary>
    public required IReadOnlyList<AidOffer> AidOffers { get; init; }

    /// <summary>The announcements that reached the person's personal chat.</summary>
    public required IReadOnlyList<AnnouncementTarget> AnnouncementTargets { get; init; }

    /// <summary>The announcements that the person confirmed.</summary>
    public required IReadOnlyList<AnnouncementConfirmation> AnnouncementConfirmations { get; init; }

    /// <summary>The channels whose settings the person saved last.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>What the person answered to notices of meetings.</summary>
    public required IReadOnlyList<MeetingAnswer> MeetingAnswers { get; init; }

    /// <summary>What the person did.</summary>
    public required IReadOnlyList<AuditEvent> Actions { get; init; }

    /// <summary>What was done to the person, the member or a registration.</summary>
    public required IReadOnlyList<AuditEvent> Mentions { get; init; }

    /// <summary>Reads it. The rows are tracked by the context.</summary>
    public static async Task<PersonalData> ReadAsync(RenkeiBotDbContext context, string tenantId, string aadObjectId, CancellationToken cancellationToken)
    {
        var member = await MemberQueries.ByPerson(context, tenantId, aadObjectId).SingleOrDefaultAsync(cancellationToken);
        var registrations = await MemberQueries.RegistrationsOf(context, tenantId, aadObjectId).ToListAsync(cancellationToken);
        var chat = await OutboxQueries.ChatOf(context, tenantId, aadObjectId).SingleOrDefaultAsync(cancellationToken);
        var proposals = await ProposalQueries.WrittenBy(context, tenantId, aadObjectId).ToListAsync(cancellationToken);
        var applications = await ProposalQueries.ApplicationsBy(context, tenantId, aadObjectId).ToListAsync(cancellationToken);
        string[] ids = [aadObjectId, .. member is null ? [] : new[] { member.Id.ToString() }, .. registrations.Select(r => r.Id.ToString())];

        var requests = await DisasterQueries.RequestsBy(context, tenantId, aadObjectId).ToListAsync(cancellationToken);
        var offers = await DisasterQueries.OffersBy(context, tenantId, aadObjectId).ToListAsync(cancellationToken);
        var comments = await ProposalQueries.CommentsBy(context, tenantId, aadObjectId).ToListAsync(cancellationToken);

        // Others were sent the person's comments, and, where both sides agreed, their name and contact: such messages name the proposal, the application, the comment or have the contact.
        string[] named =
        [
            .. ids, .. proposals.Select(p => p.Id.ToString("N")), .. applications.Select(a => a.Id.ToString("N")), .. comments.Select(c => c.Id.ToString("N")),
            .. requests.Select(r => r.Id.ToString("N")), .. offers.Select(o => o.Id.ToString("N")),
            .. member is { Contact.Length: > 0 } ? new[] { member.Contact } : [],
        ];

        var messages = await OutboxQueries.To(context, tenantId, aadObjectId).ToListAsync(cancellationToken);
        var mentions = new List<AuditEvent>();
        foreach (var id in named)
            messages.AddRange(await OutboxQueries.Naming(context, id).ToListAsync(cancellationToken));
        foreach (var id in ids)
            mentions.AddRange(await AuditQueries.Naming(context, id).ToListAsync(cancellationToken));

        var (conversation, user) = chat is null ? default : ReadReference(chat.Reference);
        return new()
        {
            TenantId = tenantId,
            AadObjectId = aadObjectId,
            Member = member,
            Registrations = registrations,
            PersonalChat = chat,
            AppInstallation = await DirectoryQueries.For(context, tenantId, InstallationTarget.Person, aadObjectId).SingleOrDefaultAsync(cancellationToken),
            OutboxMessages = [.. messages.DistinctBy(m => m.Id).OrderBy(m => m.Id)],
            ConversationStates = conversation is null || user is null ? [] : await ConversationQueries.Of(context, conversation, user).ToListAsync(cancellationToken),
            InboxActivities = conversation is null ? [] : await InboxQueries.In(context, conversation).ToListAsync(cancellationToken),
            Proposals = proposals,
            ProposalRevisions = await ProposalQueries.RevisionsBy(context, tenantId, aadObjectId).ToListAsync(cancellationToken),
            Applications = applications,
            Comments = comments,
            SavedSearches = await ProposalQueries.SavedSearchesOf(context, tenantId, aadObjectId).ToListAsync(cancellationToken),
            SupportReports = await DisasterQueries.ReportsBy(context, tenantId, aadObjectId).ToListAsync(cancellationToken),
            SupportRevisions = await DisasterQueries.RevisionsBy(context, tenantId, aadObjectId).ToListAsync(cancellationToken),
            AidRequests = requests,
            AidOffers = offers,
            Channels = member is null ? [] : await ChannelQueries.ChangedBy(context, member.Id).ToListAsync(cancellationToken),
            MeetingAnswers = await MeetingQueries.AnswersBy(context, tenantId, aadObjectId).ToListAsync(cancellationToken),
            AnnouncementTargets = await AnnouncementQueries.TargetsOf(context, tenantId, aadObjectId).ToListAsync(cancellationToken),
            AnnouncementConfirmations = await AnnouncementQueries.ConfirmationsBy(context, tenantId, aadObjectId).ToListAsync(cancellationToken),
            Actions = await AuditQueries.OfActor(context, tenantId, aadObjectId).ToListAsync(cancellationToken),
            Mentions = [.. mentions.DistinctBy(e => e.Id).OrderBy(e => e.Id)],
        };
    }

    private static (string? Conversation, string? User) ReadReference(string json)
    {
        try
        {
            using var reference = JsonDocument.Parse(json);
            return (IdOf(reference, "conversation"), IdOf(reference, "user"));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? IdOf(JsonDocument reference, string part) =>
        reference.RootElement.ValueKind == JsonValueKind.Object
        && reference.RootElement.TryGetProperty(part, out var account)
        && account.ValueKind == JsonValueKind.Object
        && account.TryGetProperty("id", out var id)
        && id.GetString() is { Length: > 0 } text
            ? text
            : null;
}
