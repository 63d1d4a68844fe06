using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Settings;

/// <summary>The questions about settings that the secretariat changes.</summary>
public static class SettingQueries
{
    /// <summary>The setting of a name.</summary>
    public static IQueryable<StoredSetting> Named(RenkeiBotDbContext context, string name) => context.Settings.Where(s => s.Name == name);
}
