namespace RenkeiBot.Cards.Answers;

/// <summary>What an <see cref="AnswerCard"/> shows.</summary>
/// <param name="Answer">The direct answer, one to three sentences: the activity's summary, and the card's first text block.</param>
public sealed record AnswerCardView(string Answer)
{
    /// <summary>The name of the thing that the details describe, for example an exhibition's.</summary>
    public string? Heading { get; init; }

    /// <summary>Details of one thing; at most <see cref="AnswerCard.MaxDetails"/> are shown.</summary>
    public IReadOnlyList<DetailLine> Details { get; init; } = [];

    /// <summary>Several things, or one thing's figures over the years.</summary>
    public AnswerTable? Table { get; init; }

    /// <summary>A passage of a document, shown where the bot found text rather than an answer.</summary>
    public string? Passage { get; init; }

    /// <summary>Sentences on documents that disagree; at most <see cref="AnswerCard.MaxNotes"/> are shown.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where the answer stands; at most <see cref="AnswerCard.MaxSources"/> are shown.</summary>
    public IReadOnlyList<SourceLine> Sources { get; init; } = [];

    /// <summary>Questions to ask next; at most <see cref="AnswerCard.MaxSuggestions"/> are shown.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}

/// <summary>A detail: 「期間」 and its value.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The value; line ends begin new paragraphs.</param>
public readonly record struct DetailLine(string Label, string Value);

/// <summary>A list or a comparison. One column is drawn as a list, several as a table.</summary>
/// <param name="Columns">The columns' headings.</param>
/// <param name="Rows">The rows, each with as many cells as there are columns; missing cells are empty, surplus ones are not shown.</param>
/// <param name="MoreRows">How many further rows there are that the caller left out.</param>
public sealed record AnswerTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int MoreRows = 0);

/// <summary>Where an answer stands.</summary>
/// <param name="Title">The document's title.</param>
/// <param name="Place">Where in the document, in words.</param>
/// <param name="AsOf">The date the figures describe, in words (「令和3年8月1日」), where it is not the date of the event itself.</param>
public sealed record SourceLine(string Title, string? Place = null, string? AsOf = null);

/// <summary>One of several things: a button that asks about it.</summary>
/// <param name="Label">Its name, on the button.</param>
/// <param name="Detail">What sets it apart from the others (「令和3年8月19日・オンライン」), under the button.</param>
/// <param name="Question">The text that pressing it asks.</param>
public sealed record ChoiceOption(string Label, string? Detail, string Question);

/// <summary>What a <see cref="ChoiceCard"/> shows.</summary>
/// <param name="Sentence">The question back, for example 「第1回全国連携講演会は5回分あります。どれのことですか。」: the activity's summary, and the card's first text block.</param>
/// <param name="Options">What it may be; at most <see cref="ChoiceCard.MaxOptions"/> are shown.</param>
public sealed record ChoiceCardView(string Sentence, IReadOnlyList<ChoiceOption> Options);

/// <summary>What a <see cref="NotFoundCard"/> shows.</summary>
/// <param name="Sentence">What is not there: the activity's summary, and the card's first text block.</param>
public sealed record NotFoundCardView(string Sentence)
{
    /// <summary>The nearest things that do exist; at most <see cref="NotFoundCard.MaxNearest"/> are shown.</summary>
    public IReadOnlyList<ChoiceOption> Nearest { get; init; } = [];

    /// <summary>Where the bot looked.</summary>
    public IReadOnlyList<SourceLine> Sources { get; init; } = [];

    /// <summary>Questions that can be answered; at most <see cref="AnswerCard.MaxSuggestions"/> are shown.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}

/// <summary>Something the user can type, or press on the help card.</summary>
/// <param name="Text">What is typed, for example 「提案を探す」.</param>
/// <param name="Description">What it does, in a few words.</param>
public sealed record TypedCommand(string Text, string Description)
{
    /// <summary>Whether only the secretariat can use it: then only the secretariat's help shows it.</summary>
    public bool IsForSecretariat { get; init; }
}

/// <summary>What a <see cref="HelpCard"/> shows.</summary>
/// <param name="Commands">The commands that exist; at most <see cref="HelpCard.MaxCommands"/> are shown.</param>
public sealed record HelpCardView(IReadOnlyList<TypedCommand> Commands);

/// <summary>Where the bot was added.</summary>
public enum WelcomePlace
{
    /// <summary>A chat with one person: no mention is needed.</summary>
    Personal,

    /// <summary>A group chat: the bot reads what mentions it.</summary>
    Group,

    /// <summary>A team: the bot reads what mentions it, in every channel.</summary>
    Team,
}

/// <summary>What a <see cref="WelcomeCard"/> shows.</summary>
/// <param name="Place">Where the bot was added.</param>
/// <param name="BotName">The bot's name there, which a mention begins with.</param>
public sealed record WelcomeCardView(WelcomePlace Place, string BotName);
