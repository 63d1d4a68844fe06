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
    public const string SeeDirectory = "directory.see";
    public const string InstallApp = "directory.install";
    public const string SeeProposals = "proposal.see";
    public const string PostProposal = "proposal.post";
    public const string DraftProposal = "proposal.draft";
    public const string DeleteDraft = "proposal.delete";
    public const string EditProposal = "proposal.edit";
    public const string CloseProposal = "proposal.close";
    public const string ReopenProposal = "proposal.reopen";
    public const string WithdrawProposal = "proposal.withdraw";
    public const string ExpireProposal = "proposal.expire";
    public const string AcceptProposal = "proposal.accept";
    public const string RejectProposal = "proposal.reject";
    public const string SetReview = "proposal.review";
    public const string SeeFigures = "proposal.figures";
    public const string Apply = "application.apply";
    public const string SeeApplications = "application.see";
    public const string ApproveApplication = "application.approve";
    public const string DeclineApplication = "application.decline";
    public const string AgreeApplication = "application.agree";
    public const string WithdrawApplication = "application.withdraw";
    public const string Comment = "comment.write";
    public const string DeleteComment = "comment.delete";
    public const string SaveInterests = "interest.save";
    public const string SeeMatches = "match.see";
    public const string DeclineMatch = "match.decline";
    public const string HoldMeeting = "match.meeting";
    public const string AdoptMatch = "match.adopt";
    public const string SeeUndelivered = "outbox.see";
    public const string SendAgain = "outbox.again";
    public const string SeeEvents = "event.see";
    public const string RegisterEvent = "event.register";
    public const string EditEvent = "event.edit";
    public const string RemoveEvent = "event.remove";
    public const string SeeDisasters = "disaster.see";
    public const string RegisterDisaster = "disaster.register";
    public const string ChangeDisaster = "disaster.change";
    public const string WithdrawDisaster = "disaster.withdraw";
    public const string ReportSupport = "support.report";
    public const string CorrectSupport = "support.correct";
    public const string WithdrawSupport = "support.withdraw";
    public const string RequestAid = "aid.request";
    public const string CloseAid = "aid.close";
    public const string DecideOffer = "aid.decide";
    public const string OfferAid = "aid.offer";
    public const string WithdrawOffer = "aid.withdraw";
    public const string SeeChannels = "channel.see";
    public const string SaveChannel = "channel.save";
    public const string UndoChannel = "channel.undo";
    public const string SeeMeetings = "meeting.see";
    public const string AnswerMeeting = "meeting.answer";
    public const string DraftMeeting = "meeting.draft";
    public const string DeleteMeeting = "meeting.delete";
    public const string SendMeeting = "meeting.send";
    public const string CancelMeeting = "meeting.cancel";
    public const string SeeRoster = "meeting.roster";
    public const string KeepMinutes = "meeting.minutes";
    public const string SeeAnnouncements = "announcement.see";
    public const string WriteAnnouncement = "announcement.write";
    public const string DeleteAnnouncement = "announcement.delete";
    public const string TestAnnouncement = "announcement.test";
    public const string SendAnnouncement = "announcement.send";
    public const string StartAnnouncement = "announcement.start";
    public const string ApproveAnnouncement = "announcement.approve";
    public const string RejectAnnouncement = "announcement.reject";
    public const string WithdrawAnnouncement = "announcement.withdraw";
    public const string CorrectAnnouncement = "announcement.correct";
    public const string ResendAnnouncement = "announcement.resend";
    public const string RemindAnnouncement = "announcement.remind";
    public const string SeeConfirmations = "announcement.roster";
    public const string ConfirmAnnouncement = "announcement.confirm";
    public const string KeepTemplate = "announcement.template";
}

/// <summary>Whose the object is that something is to be done with.</summary>
/// <param name="Owner">The person it belongs to; null where it belongs to nobody in particular.</param>
/// <param name="Organisation">The organisation it belongs to; null where it belongs to none.</param>
internal readonly record struct Subject(Sender? Owner, OrganisationKey? Organisation = null)
{
    /// <summary>No object, or one that belongs to the project.</summary>
    public static Subject Common => default;

    public static Subject Of(string tenantId, string aadObjectId) => new(new Sender(tenantId, aadObjectId));

    public static Subject Of(OrganisationKey organisation) => new(null, organisation);
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
                or Verbs.SeeTenants or Verbs.AddTenant or Verbs.RemoveTenant or Verbs.Diagnose
                or Verbs.AcceptProposal or Verbs.RejectProposal or Verbs.SetReview or Verbs.SeeFigures or Verbs.HoldMeeting or Verbs.AdoptMatch
                or Verbs.SeeUndelivered or Verbs.SendAgain or Verbs.SeeDirectory or Verbs.InstallApp => OfSecretariat(member),
            Verbs.SeeEvents or Verbs.RegisterEvent or Verbs.EditEvent or Verbs.RemoveEvent => OfSecretariat(member),
            Verbs.SeeAnnouncements or Verbs.WriteAnnouncement or Verbs.DeleteAnnouncement or Verbs.TestAnnouncement or Verbs.SendAnnouncement or Verbs.ApproveAnnouncement
                or Verbs.RejectAnnouncement or Verbs.WithdrawAnnouncement or Verbs.CorrectAnnouncement or Verbs.ResendAnnouncement or Verbs.RemindAnnouncement
                or Verbs.SeeConfirmations or Verbs.KeepTemplate => OfSecretariat(member),
            // Whoever was told can say so, registered or not.
            Verbs.ConfirmAnnouncement => default,
            Verbs.SeeProposals or Verbs.SeeMatches => OfMember(member),
            Verbs.RegisterDisaster or Verbs.ChangeDisaster or Verbs.WithdrawDisaster => OfSecretariat(member),
            Verbs.SeeDisasters => OfMember(member),
            Verbs.ReportSupport or Verbs.CorrectSupport or Verbs.WithdrawSupport => OfSupporter(member, subject),
            Verbs.RequestAid or Verbs.CloseAid or Verbs.DecideOffer => OfMunicipality(member, subject),
            Verbs.OfferAid or Verbs.WithdrawOffer => OfOfferer(member, subject),
            Verbs.PostProposal or Verbs.DraftProposal or Verbs.Comment => OfActor(member),
            // Whether they are in the team as well, the Connector says (ChannelSettingsFeature).
            Verbs.SaveChannel or Verbs.UndoChannel => OfActor(member),
            Verbs.SeeChannels => OfSecretariat(member),
            Verbs.SaveInterests => OfOther(member, Subject.Common),
            Verbs.DeleteDraft or Verbs.DeleteComment => OfActor(member) is { IsAllowed: false } refusal ? refusal : subject.Owner == who ? default : new(MemberMessages.NotYourOwn),
            // Whoever acts for the organisation, not only who wrote it: people change their posts.
            Verbs.EditProposal or Verbs.CloseProposal or Verbs.ReopenProposal or Verbs.WithdrawProposal or Verbs.SeeApplications or Verbs.ApproveApplication
                or Verbs.DeclineApplication or Verbs.AgreeApplication or Verbs.WithdrawApplication or Verbs.DeclineMatch => OfOrganisation(member, subject),
            Verbs.Apply => OfOther(member, subject),
            Verbs.SeeMeetings => OfMember(member),
            Verbs.AnswerMeeting => OfActor(member),
            Verbs.DraftMeeting or Verbs.DeleteMeeting or Verbs.SendMeeting or Verbs.CancelMeeting or Verbs.SeeRoster or Verbs.KeepMinutes => OfSecretariat(member),
            _ => new(MemberMessages.NotAllowed),
        };
    }

    private static Decision OfMember(Member? member) => member switch
    {
        null => new(MemberMessages.NotRegistered),
        { IsActive: false } => new(MemberMessages.Revoked),
        _ => default,
    };

    private static Decision OfActor(Member? member) => OfMember(member) is { IsAllowed: false } refusal ? refusal
        : member!.Role == MemberRole.Observer ? new(MemberMessages.ObserversOnlyRead) : default;

    private static Decision OfOrganisation(Member? member, Subject subject) => OfActor(member) is { IsAllowed: false } refusal ? refusal
        : subject.Organisation == member!.Organisation ? default : new(MemberMessages.NotYourOrganisation);

    private static Decision OfOther(Member? member, Subject subject) => OfActor(member) is { IsAllowed: false } refusal ? refusal
        : member!.Role == MemberRole.Secretariat ? new(MemberMessages.SecretariatDoesNotApply)
        : subject.Organisation == member.Organisation ? new(MemberMessages.OwnProposal) : default;

    /// <summary>Wards report what they gave; the secretariat reports and corrects for all.</summary>
    private static Decision OfSupporter(Member? member, Subject subject) => OfActor(member) is { IsAllowed: false } refusal ? refusal
        : member!.Role switch
        {
            MemberRole.Secretariat => default,
            MemberRole.LiaisonOfficer => subject.Organisation is null || subject.Organisation == member.Organisation ? default : new(MemberMessages.NotYourSupport),
            _ => new(MemberMessages.WardsReport),
        };

    /// <summary>Municipalities say what they need; the secretariat says it for them.</summary>
    private static Decision OfMunicipality(Member? member, Subject subject) => OfActor(member) is { IsAllowed: false } refusal ? refusal
        : member!.Role switch
        {
            MemberRole.Secretariat => default,
            MemberRole.MunicipalityMember => subject.Organisation is null || subject.Organisation == member.Organisation ? default : new(MemberMessages.NotYourSupport),
            _ => new(MemberMessages.MunicipalitiesAsk),
        };

    private static Decision OfOfferer(Member? member, Subject subject) => OfActor(member) is { IsAllowed: false } refusal ? refusal
        : member!.Role != MemberRole.LiaisonOfficer ? new(MemberMessages.WardsOffer)
        : subject.Organisation is null || subject.Organisation == member.Organisation ? default : new(MemberMessages.NotYourSupport);

    private static Decision OfSecretariat(Member? member) => member switch
    {
        null => new(MemberMessages.NotRegistered),
        { IsActive: false } => new(MemberMessages.Revoked),
        { Role: MemberRole.Secretariat } => default,
        _ => new(MemberMessages.SecretariatOnly),
    };
}
