using Microsoft.Extensions.Options;
using RenkeiBot.Data.Members;

namespace RenkeiBot.Service.Members;

/// <summary>The section <c>Members</c> of the settings.</summary>
internal sealed class MembersOptions
{
    /// <summary>Those who are registered at start without asking: the way the first secretary gets in.</summary>
    public IReadOnlyList<PreapprovedMember> Preapproved { get; set; } = [];
}

/// <summary>Someone who is registered at start.</summary>
internal sealed class PreapprovedMember
{
    /// <summary>The tenant's id.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The object id in Entra ID.</summary>
    public string AadObjectId { get; set; } = "";

    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <summary>One of <see cref="MemberRole"/>.</summary>
    public string Role { get; set; } = "";

    /// <summary>The code of a municipality or ward, an association's or company's name, or 事務局.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>Mail address or telephone number; may be left out.</summary>
    public string Contact { get; set; } = "";
}

/// <summary>Says which entry of <c>Members:Preapproved</c> is wrong. Whether the organisation exists is seen when the records have been read.</summary>
internal sealed class MembersOptionsValidator : IValidateOptions<MembersOptions>
{
    public ValidateOptionsResult Validate(string? name, MembersOptions options)
    {
        var failures = new List<string>();
        for (var i = 0; i < options.Preapproved.Count; i++)
        {
            var (member, where) = (options.Preapproved[i], $"Members:Preapproved:{i}");
            if (!Guid.TryParse(member.TenantId, out _))
                failures.Add($"{where}:TenantId must be the id of a tenant (a GUID).");
            if (!Guid.TryParse(member.AadObjectId, out _))
                failures.Add($"{where}:AadObjectId must be the object id of a person in Entra ID (a GUID).");
            if (string.IsNullOrWhiteSpace(member.Name))
                failures.Add($"{where}:Name must not be empty.");
            if (Roles.Parse(member.Role) is null)
                failures.Add($"{where}:Role must be one of {string.Join(", ", Enum.GetNames<MemberRole>())}.");
            if (string.IsNullOrWhiteSpace(member.Organisation))
                failures.Add($"{where}:Organisation must be the code of a municipality or ward, the name of an association or company, or 事務局.");
        }

        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
