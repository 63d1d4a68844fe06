namespace RenkeiBot.Cards.Members;

/// <summary>What the buttons of the members' cards send back, and the keys of what they send.</summary>
public static class MemberVerbs
{
    /// <summary>「変更する」: the form, filled with what is registered.</summary>
    public const string Edit = "members.edit";

    /// <summary>「申請する」: the inputs of the form.</summary>
    public const string Apply = "members.apply";

    /// <summary>「申請を取り下げる」: <see cref="CardKeys.Id"/> and <see cref="CardKeys.Version"/> of the registration.</summary>
    public const string Withdraw = "members.withdraw";

    /// <summary>「承認する」: <see cref="CardKeys.Id"/> and <see cref="CardKeys.Version"/> of the registration, and <see cref="Reason"/>.</summary>
    public const string Approve = "members.approve";

    /// <summary>「却下する」: as <see cref="Approve"/>.</summary>
    public const string Reject = "members.reject";

    /// <summary>「申請を見る」: <see cref="CardKeys.Id"/> of the registration.</summary>
    public const string OpenRegistration = "members.registration";

    /// <summary>A page of the waiting registrations: <see cref="CardKeys.Page"/>.</summary>
    public const string Registrations = "members.registrations";

    /// <summary>A page of the members: <see cref="CardKeys.Page"/> and <see cref="CardKeys.Words"/>.</summary>
    public const string List = "members.list";

    /// <summary>「詳しく見る」: <see cref="CardKeys.Id"/> of the member.</summary>
    public const string Open = "members.open";

    /// <summary>「保存する」: <see cref="CardKeys.Id"/> and <see cref="CardKeys.Version"/> of the member, and the inputs.</summary>
    public const string Save = "members.save";

    /// <summary>「登録を取り消す」: as <see cref="Save"/>.</summary>
    public const string Revoke = "members.revoke";

    /// <summary>Input: the name of the applicant.</summary>
    public const string Name = "name";

    /// <summary>Input: a part of the name or the reading of the organisation.</summary>
    public const string Organisation = "organisation";

    /// <summary>Input: the organisation chosen among several.</summary>
    public const string OrganisationChoice = "organisationChoice";

    /// <summary>Input: the role.</summary>
    public const string Role = "role";

    /// <summary>Input: mail address or telephone number.</summary>
    public const string Contact = "contact";

    /// <summary>Input: the reason of a decision.</summary>
    public const string Reason = "reason";
}
