using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Tests.Answers.Questions;

/// <summary>Reads questions against a small lexicon of the test's own.</summary>
internal sealed class ReadQuestion
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private readonly KnowledgeBuilder builder = new();

    private KnowledgeBase? knowledge;

    public ReadQuestion With(TermKind kind, string name, bool needsBoundary = false)
    {
        var term = builder.Term(kind, needsBoundary ? name + "（正式名）" : name);
        if (needsBoundary)
            builder.AddName(term, name, needsBoundary: true);
        return this;
    }

    public ReadQuestion WithRecord(string title, string text)
    {
        builder.Add(new Entry { Key = $"test/{title}", Title = title, Categories = [builder.Term(TermKind.Category, "記録簿")], Overview = text, Sources = [], Facets = [new Facet(Aspect.Content, "内訳", text)] });
        return this;
    }

    public Question Read(string text)
    {
        knowledge ??= builder.Build(new KnowledgeTables());
        return new QuestionReader(knowledge).Read(text, Today);
    }

    /// <summary>The names found, as typed.</summary>
    public IReadOnlyList<string> Names(string text) => [.. Read(text).TermTokens.Select(token => token.Surface)];

    /// <summary>The words of substance that are left over, as typed.</summary>
    public IReadOnlyList<string> Contents(string text) => [.. Read(text).Contents.Select(token => token.Surface)];
}
