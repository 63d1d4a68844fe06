using System.Reflection;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Operations;

/// <summary>The table of settings in docs/operations.md.</summary>
internal static class SettingsTable
{
    /// <summary>The section with the table.</summary>
    public static string Text { get; } = Section(Repository.Read("docs/operations.md"), "## Settings");

    /// <summary>Settings of options types whose property has another name.</summary>
    private static readonly Dictionary<string, string> OtherNames = new()
    {
        [$"{nameof(RecordStoreOptions)}.{nameof(RecordStoreOptions.Directory)}"] = "Records:Path",
    };

    /// <summary>Every property of every type named …Options in the projects of the service, with the end of its setting's name.</summary>
    public static IReadOnlyList<(string Property, string Setting)> Properties { get; } =
    [
        .. new[] { typeof(Program).Assembly, typeof(TurnRouter).Assembly, typeof(RenkeiBotDbContext).Assembly, typeof(AdaptiveCard).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.Namespace?.StartsWith("RenkeiBot.", StringComparison.Ordinal) is true)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }).Select(property => (type, property)))
            // A group of settings: its own type has them.
            .Where(item => !item.property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal))
            .Select(item => $"{item.type.Name}.{item.property.Name}")
            .Select(name => (name, OtherNames.GetValueOrDefault(name, name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]))),
    ];

    public static string Section(string document, string heading)
    {
        var begin = document.IndexOf(heading + "\n", StringComparison.Ordinal);
        var end = document.IndexOf("\n## ", begin + 1, StringComparison.Ordinal);
        return end < 0 ? document[begin..] : document[begin..end];
    }
}
