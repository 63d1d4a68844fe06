using Microsoft.Extensions.Options;
using RenkeiBot.Service.Proposals.Matching;

namespace RenkeiBot.Service.Proposals;

/// <summary>The settings of the section <c>Proposals</c>.</summary>
internal sealed class ProposalsOptions
{
    /// <summary>How many days before a deadline the owner is reminded of it; 0 for never.</summary>
    public int RemindDays { get; set; } = 3;

    /// <summary>How often deadlines are looked at.</summary>
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>What each reason for a match counts.</summary>
    public MatchWeights Weights { get; set; } = new();

    /// <summary>How the assignment of the マッチング会議 is made.</summary>
    public AssignmentOptions Assignment { get; set; } = new();
}

/// <summary>Refuses settings that would remind for ever, or match by nonsense.</summary>
internal sealed class ProposalsOptionsValidator : IValidateOptions<ProposalsOptions>
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromHours(12);

    public ValidateOptionsResult Validate(string? name, ProposalsOptions options)
    {
        List<string> failures =
        [
            .. options.Weights.Failures(),
            .. options.Assignment.Failures(),
        ];
        if (options.RemindDays is < 0 or > 20)
            failures.Add("Proposals:RemindDays must be from 0 to 20.");
        if (options.CheckInterval <= TimeSpan.Zero || options.CheckInterval > LongestInterval)
            failures.Add("Proposals:CheckInterval must be longer than nothing and at most 12 hours.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
