using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Cards;

/// <summary>How much a card may show: every row and the whole of each text at first, less where that does not fit.</summary>
/// <param name="Rows">How many rows of its list.</param>
/// <param name="Divisor">By what the limits of its texts are divided.</param>
internal readonly record struct CardScale(int Rows, int Divisor)
{
    /// <summary>A limit at this scale.</summary>
    internal int Limit(int maxElements) => Math.Max(1, maxElements / Divisor);

    /// <summary>Cleans a text for a place of one line and cuts it to the limit of this scale.</summary>
    internal string Line(string text, int maxElements) => CardText.Line(text, Limit(maxElements));

    /// <summary>Cleans a text and cuts it to the limit of this scale; its line ends stay.</summary>
    internal string Text(string text, int maxElements) => CardText.Truncate(CardText.Clean(text).Trim(), Limit(maxElements));
}

/// <summary>Keeps cards within <see cref="AdaptiveCard.MaxUtf8Length"/>, whatever they are asked to show.</summary>
internal static class CardBudget
{
    /// <summary>A longer list is not built whole before it is known to fit.</summary>
    private const int FewRows = 20;

    /// <summary>A large version of a card that fits: rows go first, then the texts are cut shorter.</summary>
    /// <param name="rows">How many rows the card has at most.</param>
    /// <param name="build">Builds the card at a scale.</param>
    internal static AdaptiveCard Fit(int rows, Func<CardScale, AdaptiveCard> build)
    {
        var few = Math.Min(rows, FewRows);
        var card = build(new CardScale(few, 1));
        var length = card.MeasureUtf8Json();
        if (length > AdaptiveCard.MaxUtf8Length) return WithFewerRows(few, length, build) ?? WithShorterTexts(build);
        return few == rows ? card : WithMoreRows(card, few, length, rows, build);
    }

    /// <summary>Rows are about equally long: as many as there is room for by the length of the card with a few, fewer where the others turn out longer.</summary>
    private static AdaptiveCard WithMoreRows(AdaptiveCard fitting, int few, int length, int rows, Func<CardScale, AdaptiveCard> build)
    {
        var guess = Math.Min(rows, few * AdaptiveCard.MaxUtf8Length / length);
        while (guess > few)
        {
            var card = build(new CardScale(guess, 1));
            var guessed = card.MeasureUtf8Json();
            if (guessed <= AdaptiveCard.MaxUtf8Length) return card;
            guess = Math.Min(guess - 1, few + (int)((long)(AdaptiveCard.MaxUtf8Length - length) * (guess - few) / (guessed - length)));
        }

        return fitting;
    }

    /// <summary>Halving would build the list several times; by the lengths the first guess is nearly right.</summary>
    private static AdaptiveCard? WithFewerRows(int rows, int length, Func<CardScale, AdaptiveCard> build)
    {
        if (rows == 0) return null;
        var best = build(new CardScale(0, 1));
        var (fitting, fittingLength) = (0, best.MeasureUtf8Json());
        if (fittingLength > AdaptiveCard.MaxUtf8Length) return null;
        while (rows - fitting > 1)
        {
            var guess = fitting + (int)((long)(AdaptiveCard.MaxUtf8Length - fittingLength) * (rows - fitting) / Math.Max(1, length - fittingLength));
            guess = Math.Clamp(guess, fitting + 1, rows - 1);
            var card = build(new CardScale(guess, 1));
            var guessed = card.MeasureUtf8Json();
            if (guessed <= AdaptiveCard.MaxUtf8Length)
                (best, fitting, fittingLength) = (card, guess, guessed);
            else
                (rows, length) = (guess, guessed);
        }

        return best;
    }

    private static AdaptiveCard WithShorterTexts(Func<CardScale, AdaptiveCard> build)
    {
        var divisor = 2;
        var card = build(new CardScale(0, divisor));
        while (!Fits(card) && divisor < 64)
        {
            divisor *= 2;
            card = build(new CardScale(0, divisor));
        }

        return card;
    }

    private static bool Fits(AdaptiveCard card) => card.MeasureUtf8Json() <= AdaptiveCard.MaxUtf8Length;
}
