using RenkeiBot.Data.Channels;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Proposals;

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

    public static MeetingAnswer MeetingAnswer(string person = Someone) => new()
    {
        Id = Guid.NewGuid(),
        MeetingId = Guid.NewGuid(),
        TenantId = Tenant,
        AadObjectId = person,
        OrganisationKind = OrganisationKind.Ward,
        OrganisationId = "131181",
        OrganisationName = "荒川区",
        Name = "山田花子",
        Attendance = Attendance.Substitute,
        Substitute = "荒川次郎",
        DateRevision = 0,
        At = Day,
    };

    public static OutboxMessage Message(string key, string person = Someone, string activity = "{}", OutboxLane lane = OutboxLane.Notice) => new()
    {
        Key = key,
        Lane = lane,
        Target = $"{Tenant}/{person}",
        TenantId = Tenant,
        AadObjectId = person,
        Content = new OutboxContent { Activity = activity },
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

    /// <summary>A channel whose settings a member saved last.</summary>
    public static Channel Channel(Guid member) => new()
    {
        ConversationId = "19:team@thread.tacv2", TenantId = Tenant, TeamId = "19:team@thread.tacv2", TeamName = "全国連携", Name = "", Reference = "{}",
        ServiceUrl = "https://smba.trafficmanager.net/jp/", ChangedBy = member, ChangedAt = Day, AddedAt = Day, UpdatedAt = Day,
    };

    /// <summary>A posted proposal with its revision, a draft, an application, a comment and a saved search of someone.</summary>
    public static IEnumerable<object> Proposals()
    {
        var content = new ProposalContent { Title = "雪の活用", Text = "雪を使います。", Contact = "03-0000-0000 山田花子" };
        var posted = Proposal(content, ProposalState.Open);
        yield return posted;
        yield return Proposal(content, ProposalState.Draft);
        yield return new ProposalRevision { ProposalId = posted.Id, Number = 1, Content = content, At = Day, By = Guid.NewGuid() };
        yield return new Application
        {
            Id = Guid.NewGuid(), ProposalId = posted.Id, TenantId = Tenant, AadObjectId = Someone, OrganisationKind = OrganisationKind.Ward, OrganisationId = "131181", OrganisationName = "荒川区",
            Message = "山田花子です。", State = ApplicationState.Applied, AppliedAt = Day,
        };
        yield return new ProposalComment
        {
            Id = Guid.NewGuid(), ProposalId = posted.Id, TenantId = Tenant, AadObjectId = Someone, OrganisationKind = OrganisationKind.Ward, OrganisationId = "131181", OrganisationName = "荒川区",
            Text = "担当の山田花子です。", At = Day,
        };
        yield return new SavedSearch { Id = Guid.NewGuid(), TenantId = Tenant, AadObjectId = Someone, Terms = new SearchTerms { Words = "雪" }, CreatedAt = Day };
    }

    /// <summary>A report of support with what it said, a request and an offer of someone.</summary>
    public static IEnumerable<object> DisasterSupport()
    {
        var content = new SupportContent { Sort = SupportSort.Staff, Quantity = 3, Unit = SupportUnit.Persons, Note = "担当は山田花子です。" };
        var report = new SupportReport
        {
            Id = Guid.NewGuid(), DisasterId = Guid.NewGuid(), TenantId = Tenant, AadObjectId = Someone, OrganisationKind = OrganisationKind.Ward, OrganisationId = "131181", OrganisationName = "荒川区",
            Content = content, ReportedAt = Day, UpdatedAt = Day,
        };
        yield return report;
        yield return new SupportRevision { ReportId = report.Id, Number = 1, Content = content, At = Day, By = Guid.NewGuid() };
        var request = new AidRequest
        {
            Id = Guid.NewGuid(), DisasterId = report.DisasterId, TenantId = Tenant, AadObjectId = Someone, OrganisationKind = OrganisationKind.Municipality, OrganisationId = "172049", OrganisationName = "石川県輪島市",
            Item = "毛布", Quantity = 10, Unit = SupportUnit.Boxes, Place = "市役所", Note = "山田花子まで", RequestedAt = Day, UpdatedAt = Day,
        };
        yield return request;
        yield return new AidOffer
        {
            Id = Guid.NewGuid(), RequestId = request.Id, TenantId = Tenant, AadObjectId = Someone, OrganisationKind = OrganisationKind.Ward, OrganisationId = "131181", OrganisationName = "荒川区",
            Quantity = 5, Message = "山田花子が届けます。", OfferedAt = Day,
        };
    }

    private static Proposal Proposal(ProposalContent content, ProposalState state) => new()
    {
        Id = Guid.NewGuid(),
        State = state,
        TenantId = Tenant,
        AadObjectId = Someone,
        OrganisationKind = OrganisationKind.Ward,
        OrganisationId = "131181",
        OrganisationName = "荒川区",
        Content = content,
        CreatedAt = Day,
        UpdatedAt = Day,
    };
}
