using RenkeiBot.Data.Meetings;
using RenkeiBot.Service.Cards;

namespace RenkeiBot.Service.Meetings;

/// <summary>Reads inputs of several lines: items, and documents with their addresses.</summary>
internal static class MeetingLines
{
    /// <summary>Items, one a line; numbers and marks that were typed before them are left out.</summary>
    public static IReadOnlyList<string> Items(CardInputs inputs, string key, string name)
    {
        List<string> items = [.. Lines(inputs, key).Select(line => line.TrimStart('・', '-', '－', '●', '○', ' ', '　')).Where(line => line.Length > 0)];
        if (items.Count > MeetingContent.MaxItems)
            inputs.Refuse(key, MeetingMessages.TooMany(name, MeetingContent.MaxItems));
        if (items.Exists(item => item.Length > MeetingContent.ItemLength))
            inputs.Refuse(key, MeetingMessages.ItemTooLong(name, MeetingContent.ItemLength));
        return items;
    }

    /// <summary>Documents, one a line: a name and its address, or the address alone.</summary>
    public static IReadOnlyList<MeetingLink> Links(CardInputs inputs, string key, string name)
    {
        var links = new List<MeetingLink>();
        foreach (var line in Lines(inputs, key))
        {
            var at = line.IndexOf("https://", StringComparison.OrdinalIgnoreCase);
            if (at < 0 || !IsHttps(line[at..]))
            {
                inputs.Refuse(key, MeetingMessages.BadLink(line));
                continue;
            }

            var named = line[..at].Trim(' ', '　', '：', ':');
            links.Add(new MeetingLink(named.Length > 0 ? named : line[at..], line[at..]));
        }

        if (links.Count > MeetingContent.MaxLinks)
            inputs.Refuse(key, MeetingMessages.TooMany(name, MeetingContent.MaxLinks));
        if (links.Exists(link => link.Name.Length > MeetingContent.UrlLength))
            inputs.Refuse(key, MeetingMessages.ItemTooLong(name, MeetingContent.UrlLength));
        return links;
    }

    /// <summary>Whether a text is an address that people can be sent to.</summary>
    public static bool IsHttps(string text) =>
        text.Length <= MeetingContent.UrlLength && !text.Any(char.IsWhiteSpace) && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0;

    private static string[] Lines(CardInputs inputs, string key) => inputs.Text(key).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
