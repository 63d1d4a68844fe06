namespace RenkeiBot.Service.Answers.Projections;

/// <summary>Turns the references between record files (<c>events:lecture-2017-1</c>) into entry keys (<c>event/lecture-2017-1</c>).</summary>
internal static class RelatedKeys
{
    public static IReadOnlyList<string> Of(IReadOnlyList<string>? references) =>
        [.. (references ?? []).Select(reference => reference.Split(':', 2)).Where(parts => parts.Length == 2 && Kinds.ContainsKey(parts[0])).Select(parts => $"{Kinds[parts[0]]}/{parts[1]}")];

    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["events"] = "event", ["exhibitions"] = "exhibition", ["meetings"] = "meeting", ["milestones"] = "milestone", ["ties"] = "tie", ["collaborations"] = "collaboration",
        ["ward-projects"] = "ward-project", ["facts"] = "fact", ["plans"] = "plan", ["survey"] = "survey",
    };
}
