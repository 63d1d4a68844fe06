using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;

namespace RenkeiBot.Tests.Data;

/// <summary>People as tests of the database need them: someone of a ward, and what is kept of them.</summary>
internal static class People
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    public const string Someone = "22222222-2222-2222-2222-222222222222";
    public const string SomeoneElse = "33333333-3333-3333-3333-333333333333";

    /// <summary>The id of the personal chat and of the person in the channel, as the reference of <see cref="Chat"/> has them.</summary>
    public const string Conversation = "a:1AbC-personal";
    public const string ChannelUser = "29:1xYz";

    public static readonly DateTimeOffset Day = new(2026, 11, 1, 9, 0, 0, TimeSpan.FromHours(9));

    public static Member Member(string person = Someone, string name = "山田花子", MemberRole role = MemberRole.LiaisonOfficer, string organisation = "131181") => new()
    {
        Id = Guid.NewGuid(),
        TenantId = Tenant,
        AadObjectId = person,
        Name = name,
        OrganisationKind = role == MemberRole.Secretariat ? OrganisationKind.Secretariat : OrganisationKind.Ward,
        OrganisationId = organisation,
        OrganisationName = "荒川区",
        Role = role,
        Contact = "03-0000-0000",
        CreatedAt = Day,
        UpdatedAt = Day,
    };

    public static Registration Registration(string person = Someone, RegistrationState state = RegistrationState.Pending, DateTimeOffset? appliedAt = null) => new()
    {
        Id = Guid.NewGuid(),
        TenantId = Tenant,
        AadObjectId = person,
        Name = "山田花子",
        OrganisationKind = OrganisationKind.Ward,
        OrganisationId = "131181",
        OrganisationName = "荒川区",
        Role = MemberRole.LiaisonOfficer,
        Contact = "03-0000-0000",
        State = state,
        AppliedAt = appliedAt ?? Day,
        DecidedAt = state == RegistrationState.Pending ? null : (appliedAt ?? Day).AddHours(1),
    };

    public static OutboxMessage Message(string key, string person = Someone, string activity = "{}") => new()
    {
        Key = key,
        TenantId = Tenant,
        AadObjectId = person,
        Activity = activity,
        CreatedAt = Day,
        NotBefore = Day,
    };

    public static PersonalChat Chat(string person = Someone, string conversation = Conversation, string user = ChannelUser) => new()
    {
        TenantId = Tenant,
        AadObjectId = person,
        Reference = $$$"""{"user":{"id":"{{{user}}}","aadObjectId":"{{{person}}}"},"conversation":{"id":"{{{conversation}}}"}}""",
        ServiceUrl = "https://smba.trafficmanager.net/jp/",
        UpdatedAt = Day,
    };
}
