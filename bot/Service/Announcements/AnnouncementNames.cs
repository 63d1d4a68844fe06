using System.Globalization;

namespace RenkeiBot.Service.Announcements;

/// <summary>What the messages of announcements are called in the outbox.</summary>
internal static class AnnouncementNames
{
    /// <summary>The copies of one sending.</summary>
    public static string Copies(Guid id, int number) => Text($"announcement:{id:N}:{number}");

    /// <summary>The reminders of one sending.</summary>
    public static string Reminders(Guid id, int number) => Text($"announcement:{id:N}:{number}:remind");

    /// <summary>The requests to a second person.</summary>
    public static string Requests(Guid id) => $"announcement:{id:N}:approval";

    /// <summary>One copy.</summary>
    public static string Copy(Guid id, int number, int target) => Text($"announcement/{id:N}/{number}/{target}");

    /// <summary>The target whose copy has a key.</summary>
    public static int TargetOf(string key) => int.Parse(key.AsSpan(key.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The card on which its author sees how a sending comes along.</summary>
    public static string Progress(Guid id, int number) => Text($"announcement/{id:N}/{number}/progress");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
