using System.Text.RegularExpressions;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Answers;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers;

/// <summary>
/// An answer as the one activity that carries it: a card whose first text block is the answer, and the same sentence as <c>summary</c>, which a toast and a screen
/// reader read (Teams splits text plus card into two messages).
/// </summary>
internal static partial class AnswerActivity
{
    /// <summary>The longest answer, in characters; what is more belongs on the card.</summary>
    public const int MaxLength = 600;

    private const string CutQuestion = "（ご質問が長いため、はじめの1,000文字をもとにお答えしました。）";

    /// <summary>Makes the activity.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="documents">The source documents by id.</param>
    /// <param name="questionWasCut">Whether the question was longer than what is read.</param>
    public static Activity Create(Answer answer, IReadOnlyDictionary<string, SourceDocument> documents, bool questionWasCut = false)
    {
        var text = questionWasCut ? CardText.Truncate(answer.Text, MaxLength - CutQuestion.Length) + CutQuestion : CardText.Truncate(answer.Text, MaxLength);
        return OfCard(Card(answer, text, documents), text);
    }

    /// <summary>A card with what is read in its place.</summary>
    public static Activity OfCard(AdaptiveCard card, string summary) => Activity.CreateCard(RawJson.FromUtf8(card.ToUtf8Json()), summary);

    private static AdaptiveCard Card(Answer answer, string text, IReadOnlyDictionary<string, SourceDocument> documents) => answer.Kind switch
    {
        AnswerKind.AskBack => ChoiceCard.Build(new ChoiceCardView(text, Options(answer))),
        AnswerKind.NotFound => NotFoundCard.Build(new NotFoundCardView(text)
        {
            Nearest = Options(answer),
            Sources = Sources(answer, documents),
            Suggestions = answer.Suggestions,
        }),
        _ => AnswerCard.Build(new AnswerCardView(text)
        {
            Heading = answer.Heading,
            Details = [.. answer.Details.Select(detail => new DetailLine(detail.Label, detail.Value))],
            Table = answer.Rows is { } rows ? new AnswerTable(rows.Header, rows.Rows) : null,
            Notes = answer.Notes,
            Sources = Sources(answer, documents),
            Suggestions = answer.Suggestions,
        }),
    };

    private static IReadOnlyList<ChoiceOption> Options(Answer answer) =>
        [.. answer.Choices.Select(choice => new ChoiceOption(choice.Label, choice.Detail, choice.Question))];

    private static IReadOnlyList<SourceLine> Sources(Answer answer, IReadOnlyDictionary<string, SourceDocument> documents) =>
        [.. answer.Sources.Where(source => documents.ContainsKey(source.Document)).Select(source => Line(source, documents[source.Document])).Distinct()];

    /// <summary>The line of the transcript at the end of a place is for those who check the records; readers have the document itself.</summary>
    private static SourceLine Line(SourceRef source, SourceDocument document) => new(
        document.Title,
        TranscriptLine().Replace(source.Place, ""),
        source.AsOf is { } day ? JapaneseCalendar.Short(day) : null);

    [GeneratedRegex(@"\s*[(（]L\d[^)）]*[)）]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex TranscriptLine();
}
