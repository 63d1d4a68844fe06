using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Cards.Health;

/// <summary>The health of the service: one sentence, what was looked at, and which version has run for how long.</summary>
public static class HealthCard
{
    private const int MaxLines = 30;
    private const int MaxName = 20;
    private const int MaxDetail = 120;
    private const int MaxFact = 60;
    private const int MaxNamed = 3;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(HealthCardView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, MaxLines), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(HealthCardView view, CardScale scale)
    {
        var sentence = Sentence(view, scale);
        return new AdaptiveCard
        {
            FallbackText = sentence,
            Speak = sentence,
            Body =
            [
                new TextBlock(sentence) { Size = FontSize.Medium, Weight = FontWeight.Bolder, Color = Color(view.State), IsHeading = true },
                .. Lines(view.Lines, scale),
                new FactSet(
                [
                    new Fact("確認日時", scale.Line(view.CheckedAt, MaxFact)),
                    new Fact("版", scale.Line(view.Version, MaxFact)),
                    new Fact("稼働時間", scale.Line(view.Uptime, MaxFact)),
                ])
                {
                    Separator = true,
                    Spacing = Spacing.Medium,
                },
            ],
        };
    }

    private static string Sentence(HealthCardView view, CardScale scale) => view.State switch
    {
        HealthState.Good => "すべて正常に動いています。",
        HealthState.Caution => $"動いていますが、注意が必要な項目があります{Named(view, scale)}。",
        _ => $"正常に動いていない項目があります{Named(view, scale)}。お手数ですが、運用の担当者へお知らせください。",
    };

    private static string Named(HealthCardView view, CardScale scale)
    {
        var names = view.Lines.Where(line => line.State == view.State).Select(line => scale.Line(line.Name, MaxName)).ToArray();
        return names.Length == 0 ? "" : $"（{string.Join("、", names.Take(MaxNamed))}{(names.Length > MaxNamed ? "ほか" : "")}）";
    }

    private static IEnumerable<CardElement> Lines(IReadOnlyList<HealthLine> lines, CardScale scale)
    {
        if (scale.Rows == 0) yield break;
        yield return new Table(
            [new TableColumn(2), new TableColumn(1), new TableColumn(4)],
            [Heading, .. lines.Take(scale.Rows).Select(line => Row(line, scale))])
        {
            Spacing = Spacing.Medium,
        };
    }

    private static TableRow Heading { get; } = new([.. new[] { "項目", "状態", "説明" }.Select(title => Cell(new TextBlock(title) { Weight = FontWeight.Bolder }))]);

    private static TableRow Row(HealthLine line, CardScale scale) => new(
    [
        Cell(new TextBlock(scale.Line(line.Name, MaxName))),
        Cell(new TextBlock(Word(line.State)) { Color = Color(line.State), Weight = line.State == HealthState.Good ? FontWeight.Default : FontWeight.Bolder }),
        Cell(new TextBlock(scale.Line(line.Detail, MaxDetail))),
    ]);

    private static TableCell Cell(TextBlock text) => new([text]);

    private static string Word(HealthState state) => state switch
    {
        HealthState.Good => "正常",
        HealthState.Caution => "注意",
        _ => "異常",
    };

    private static TextColor Color(HealthState state) => state switch
    {
        HealthState.Good => TextColor.Good,
        HealthState.Caution => TextColor.Warning,
        _ => TextColor.Attention,
    };
}
