using RenkeiBot.Data.Members;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Members;

/// <summary>What can be done, by the names that the audit uses.</summary>
internal static class Verbs
{
    public const string Register = "registration.apply";
    public const string WithdrawRegistration = "registration.withdraw";
    public const string SeeRegistrations = "registration.see";
    public const string Approve = "registration.approve";
    public const string Reject = "registration.reject";
    public const string SeeMembers = "member.see";
    public const string ChangeMember = "member.change";
    public const string RevokeMember = "member.revoke";
    public const string Preapprove = "member.preapprove";
    public const string SeeTenants = "tenant.see";
    public const string AddTenant = "tenant.add";
    public const string RemoveTenant = "tenant.remove";
    public const string Diagnose = "service.diagnose";
}

/// <summary>Whose the object is that something is to be done with.</summary>
/// <param name="Owner">The person it belongs to; null where it belongs to nobody in particular.</param>
internal readonly record struct Subject(Sender? Owner)
{
    /// <summary>No object, or one that belongs to the project.</summary>
    public static Subject Common => default;

    public static Subject Of(string tenantId, string aadObjectId) => new(new Sender(tenantId, aadObjectId));
}

/// <summary>Whether something may be done.</summary>
/// <param name="Refusal">Null where it may; else why not, as the user reads it.</param>
internal readonly record struct Decision(string? Refusal)
{
    public bool IsAllowed => Refusal is null;
}

/// <summary>Decides who may do what with which object: the one place where that is decided. What it does not know, it refuses.</summary>
internal static class Authorisation
{
    /// <summary>Decides.</summary>
    /// <param name="verb">What is to be done: one of <see cref="Verbs"/>.</param>
    /// <param name="subject">With what.</param>
    /// <param name="person">Who asks; null where the channel does not say.</param>
    /// <param name="member">The registration of that person, read for this decision; null for none.</param>
    public static Decision Decide(string verb, Subject subject, Sender? person, Member? member)
    {
        if (person is not { } who)
            return new(MemberMessages.UnknownPerson);
        return verb switch
        {
            Verbs.Register => default,
            Verbs.WithdrawRegistration => subject.Owner == who ? default : new(MemberMessages.NotYours),
            // Nobody decides about themselves.
            Verbs.Approve or Verbs.Reject => subject.Owner == who ? new(MemberMessages.OwnRequest) : OfSecretariat(member),
            Verbs.SeeRegistrations or Verbs.SeeMembers or Verbs.ChangeMember or Verbs.RevokeMember
                or Verbs.SeeTenants or Verbs.AddTenant or Verbs.RemoveTenant or Verbs.Diagnose => OfSecretariat(member),
            _ => new(MemberMessages.NotAllowed),
        };
    }

    private static Decision OfSecretariat(Member? member) => member switch
    {
        null => new(MemberMessages.NotRegistered),
        { IsActive: false } => new(MemberMessages.Revoked),
        { Role: MemberRole.Secretariat } => default,
        _ => new(MemberMessages.SecretariatOnly),
    };
}
