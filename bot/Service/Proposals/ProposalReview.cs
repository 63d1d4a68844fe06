using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Settings;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Proposals;

/// <summary>Whether new proposals wait for the secretariat. Off until the secretariat switches it on.</summary>
internal static class ProposalReview
{
    private const string Name = "Proposals:Review";
    private const string On = "on";

    public static async Task<bool> IsOnAsync(RenkeiBotDbContext context, CancellationToken cancellationToken) =>
        await SettingQueries.Named(context, Name).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { Value: On };

    /// <summary>Sets it in the caller's transaction.</summary>
    public static async Task SetAsync(RenkeiBotDbContext context, bool isOn, Guid by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var value = isOn ? On : "off";
        if (await SettingQueries.Named(context, Name).SingleOrDefaultAsync(cancellationToken) is { } setting)
            (setting.Value, setting.UpdatedAt, setting.UpdatedBy) = (value, now, by);
        else
            context.Settings.Add(new StoredSetting { Name = Name, Value = value, UpdatedAt = now, UpdatedBy = by });
    }
}
