namespace RenkeiBot.Data.Records;

/// <summary>A number in a record, with its name and unit.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit (「自治体」, 「件」, 「回」, 「千円」).</param>
/// <param name="AsOf">The date the number describes, where a document names one (of a month: its first day).</param>
/// <param name="Wording">The number as printed, where the wording matters (「約100名」).</param>
public sealed record RecordFigure(string Name, decimal Value, string Unit, DateOnly? AsOf = null, string? Wording = null);
