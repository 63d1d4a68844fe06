namespace RenkeiBot.Data.Records;

/// <summary>A subject and what the documents state about it, where no other kind of record fits (<c>facts.json</c>).</summary>
/// <param name="Key">The key, unique within the kind.</param>
/// <param name="Subject">The subject's name as an answer uses it.</param>
/// <param name="Aliases">Other names of the subject.</param>
/// <param name="Aspects">The statements, one for each thing that can be asked about the subject; their keys are unique within it.</param>
/// <param name="Sources">Where the subject is treated; each aspect has its own, more exact sources.</param>
/// <param name="OtherReadings">Readings that were not taken and that concern the subject as a whole.</param>
public sealed record Fact(
    string Key,
    string Subject,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<FactAspect> Aspects,
    IReadOnlyList<SourceRef> Sources,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>One thing that can be asked about a subject, with its complete answer.</summary>
/// <param name="Key">The key, unique within the subject.</param>
/// <param name="Name">What the aspect is called (「目的」「開始」「予算額」).</param>
/// <param name="Cues">Words of a question that point to this aspect rather than to another one of the same subject.</param>
/// <param name="Text">The answer: complete polite sentences that name the subject.</param>
/// <param name="Sources">Where it stands.</param>
/// <param name="Values">The numbers in the statement.</param>
/// <param name="Items">The members of the list the statement sums up, in the document's order; how many there are is their count.</param>
/// <param name="Date">When it happened or holds, where the documents tell.</param>
/// <param name="NotStated">True where the statement is that the documents do not tell it: the answer must not offer anything else as if it were the answer.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record FactAspect(
    string Key,
    string Name,
    IReadOnlyList<string> Cues,
    string Text,
    IReadOnlyList<SourceRef> Sources,
    IReadOnlyList<FactValue>? Values = null,
    IReadOnlyList<FactItem>? Items = null,
    Period? Date = null,
    bool NotStated = false,
    IReadOnlyList<OtherReading>? OtherReadings = null);

/// <summary>A number in a statement.</summary>
/// <param name="Number">The number. Money is in units of 10,000 yen.</param>
/// <param name="Unit">The unit of <paramref name="Number"/> (「万円」「回」「自治体」「人」「％」).</param>
/// <param name="Wording">The number as printed, with its unit (「1,000億円」).</param>
/// <param name="Qualifier">What limits the number: 「約」「超」「延べ」「以内」「未満」「予定を含む」「目標」.</param>
/// <param name="Labels">What is counted, in one or several words that a question may have all or some of (「都道府県」「先駆」「平成30年度」).</param>
/// <param name="AsOf">The date of the number.</param>
public sealed record FactValue(
    decimal Number,
    string Unit,
    string Wording,
    string? Qualifier = null,
    IReadOnlyList<string>? Labels = null,
    DateOnly? AsOf = null);

/// <summary>A member of a list.</summary>
/// <param name="Text">The member as printed.</param>
/// <param name="Heading">Its heading, year or number, where the list has them.</param>
public sealed record FactItem(string Text, string? Heading = null);
