namespace RenkeiBot.Data.Records;

/// <summary>A questionnaire, or one question of it, with its result (<c>survey.json</c>).</summary>
/// <param name="Key">The key, unique within the kind.</param>
/// <param name="Survey">The questionnaire's name.</param>
/// <param name="Aliases">Other names of it.</param>
/// <param name="Question">What was asked: the question in full where the document has it, otherwise its subject.</param>
/// <param name="AskedOf">Who was asked.</param>
/// <param name="Sources">Where it stands.</param>
/// <param name="Number">The question's number (「Q7」).</param>
/// <param name="FiscalYear">The fiscal year of the questionnaire, as the western year it begins in.</param>
/// <param name="SentOn">The day it was sent.</param>
/// <param name="SentTo">How many it was sent to.</param>
/// <param name="Responses">How many answered (N).</param>
/// <param name="Coverage">What the document says about who answered.</param>
/// <param name="Options">The choices with their counts, the unanswered ones last.</param>
/// <param name="Opinions">The main opinions in free text, by heading.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record SurveyQuestion(
    string Key,
    string Survey,
    IReadOnlyList<string> Aliases,
    string Question,
    string AskedOf,
    IReadOnlyList<SourceRef> Sources,
    string? Number = null,
    int? FiscalYear = null,
    DateOnly? SentOn = null,
    int? SentTo = null,
    int? Responses = null,
    string? Coverage = null,
    IReadOnlyList<SurveyOption>? Options = null,
    IReadOnlyList<SurveyOpinion>? Opinions = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>A choice of a question and how often it was taken.</summary>
/// <param name="Label">The short form in the table of results.</param>
/// <param name="Count">How many chose it.</param>
/// <param name="Percent">The share in percent, as printed.</param>
/// <param name="Number">The choice's number; absent for 「無回答」.</param>
/// <param name="Text">The choice in full, as asked.</param>
public sealed record SurveyOption(string Label, int Count, decimal Percent, int? Number = null, string? Text = null);

/// <summary>An opinion from a questionnaire.</summary>
/// <param name="Heading">The heading it was put under.</param>
/// <param name="Text">The opinion as printed.</param>
/// <param name="Source">Where it stands.</param>
public sealed record SurveyOpinion(string Heading, string Text, SourceRef Source);
