using System.Globalization;
using RenkeiBot.Cards.Members;
using RenkeiBot.Data.Members;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Members;

/// <summary>Members and registrations as their cards show them.</summary>
internal static class MemberViews
{
    public static MemberFacts Facts(Member member) => new(member.Name, member.OrganisationName, Roles.NameOf(member.Role), member.Contact);

    public static MemberFacts Facts(Registration registration) =>
        new(registration.Name, registration.OrganisationName, Roles.NameOf(registration.Role), registration.Contact);

    public static (string Id, int Version) Open(Guid id, int version) => (id.ToString("N", CultureInfo.InvariantCulture), version);

    /// <summary>Where someone's own registration stands.</summary>
    public static OwnRegistrationView Own(Member? member, Registration? waiting, string? said = null) =>
        new(said ?? (member, waiting) switch
        {
            ({ IsActive: true }, null) => MemberMessages.RegisteredNow,
            ({ IsActive: true }, _) => MemberMessages.RegisteredAndWaiting,
            (_, not null) => MemberMessages.Waiting,
            (not null, null) => MemberMessages.RevokedNow,
            _ => MemberMessages.NotYetRegistered,
        })
        {
            Registered = member is { IsActive: true } ? Facts(member) : null,
            Applied = waiting is null ? null : Facts(waiting),
            Withdrawable = waiting is null ? null : Open(waiting.Id, waiting.Version),
        };

    /// <summary>A request as the secretariat sees it: open, or how it ended.</summary>
    public static RegistrationRequestView Request(Registration registration, Member? before, string? said = null) => new(
        said ?? registration.State switch
        {
            RegistrationState.Pending => before is { IsActive: true } ? MemberMessages.ChangeRequest : MemberMessages.Request,
            RegistrationState.Withdrawn => MemberMessages.RequestWithdrawn,
            _ => MemberMessages.Decided(registration.State == RegistrationState.Approved, registration.DecidedAt ?? registration.AppliedAt),
        },
        Facts(registration),
        JapanTime.Day(registration.AppliedAt))
    {
        Before = registration.State == RegistrationState.Pending && before is { IsActive: true } ? Facts(before) : null,
        Open = registration.State == RegistrationState.Pending ? Open(registration.Id, registration.Version) : null,
        Reason = registration.Reason,
    };

    public static MemberView Member(Member member, string said) => new(said, Facts(member), JapanTime.Day(member.CreatedAt))
    {
        Open = member.IsActive ? Open(member.Id, member.Version) : null,
        Role = member.Role.ToString(),
        Roles = Roles.Choices,
        Contact = member.Contact,
    };
}
