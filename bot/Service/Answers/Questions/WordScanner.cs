using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Answers.Questions;

/// <summary>
/// Goes through the folded text of a question once: the longest known word at each place becomes a token, runs of kanji, katakana
/// and Latin letters that no word covers become content. Places taken by dates and numbers are passed over.
/// </summary>
internal sealed partial class WordScanner(KnowledgeBase knowledge, QuestionText text, List<Token> tokens)
{
    private readonly string folded = text.Folded;
    private readonly List<(int Length, IReadOnlyList<WordSense> Senses)> matches = [];

    private int previousEnd = -1;

    public bool PointsBack { get; private set; }

    public bool Negated { get; private set; }

    /// <summary>Where 次の or 今後の stands, with its text; null where there is none.</summary>
    public (int Start, string Word, Coming Coming)? Upcoming { get; private set; }

    public void Scan()
    {
        var taken = new bool[folded.Length];
        foreach (var token in tokens)
            taken.AsSpan(token.Start, token.Length).Fill(true);
        var run = -1;
        for (var i = 0; i < folded.Length;)
        {
            if (!taken[i] && UnknownNameAt(i) is { } name)
            {
                FlushRun(ref run, i);
                tokens.Add(name);
                i = previousEnd = name.End;
                kanaFrom = -1;
                continue;
            }

            var (length, senses) = taken[i] ? (0, null) : LongestAt(i, taken);
            NoteKana(i, length);
            if (length > 0)
            {
                FlushRun(ref run, i);
                Emit(i, length, senses!);
                i += length;
                previousEnd = i;
                continue;
            }

            var script = taken[i] ? Script.Other : ScriptAt(i);
            if (run >= 0 && (script is Script.Other or Script.Hiragana || script != ScriptAt(run)))
                FlushRun(ref run, i);
            if (run < 0 && script is Script.Kanji or Script.Katakana or Script.Latin)
                run = run < 0 ? i : run;
            i++;
        }

        FlushRun(ref run, folded.Length);
    }

    private Script ScriptAt(int index) => Scripts.Of(text.Display[text.DisplayIndex(index)]);

    private (int Length, IReadOnlyList<WordSense>? Senses) LongestAt(int start, bool[] taken)
    {
        knowledge.Lexicon.MatchesAt(folded, start, matches);
        foreach (var (length, senses) in matches)
        {
            if (taken.AsSpan(start, length).Contains(true))
                continue;
            var allowed = senses.Where(sense => IsAllowed(sense, start, length)).ToList();
            if (allowed.Count > 0)
                return (length, allowed);
        }

        return (0, null);
    }

    private bool IsAllowed(WordSense sense, int start, int length)
    {
        var (first, last) = (ScriptAt(start), ScriptAt(start + length - 1));
        var (before, after) = (ScriptBefore(start), ScriptAfter(start + length - 1));
        // A Latin word stands between other scripts, or ends where a number begins: Festival2019.
        if (first == Script.Latin && before == Script.Latin)
            return false;
        if (last == Script.Latin && after == Script.Latin && (length < 2 || char.IsAsciiDigit(folded[start + length - 1]) == char.IsAsciiDigit(folded[start + length])))
            return false;
        var isTerm = sense is NamesTerm or KnownContent;
        if ((first == Script.Katakana && before == Script.Katakana || last == Script.Katakana && after == Script.Katakana) && (!isTerm || length < 3))
            return false;
        // A single kanji stands alone, or ends a compound whose head was recognised: 加速化交付金＋額.
        if (length == 1 && first == Script.Kanji && (after == Script.Kanji || before == Script.Kanji && previousEnd != start))
            return false;
        if (sense is Filler && first == Script.Katakana && length < 3)
            return false;
        if (!sense.NeedsBoundary)
            return true;
        return first == Script.Hiragana
            ? before is not (Script.Kanji or Script.Katakana) && (before != Script.Hiragana || EndsWithParticle(start)) && IsParticleOrEnd(start + length)
            : before is not (Script.Kanji or Script.Katakana or Script.Latin) && after is not (Script.Kanji or Script.Katakana or Script.Latin);
    }

    // The neighbours as typed: a space that folding took away is a boundary.
    private Script ScriptBefore(int start)
    {
        var index = text.DisplayIndex(start);
        return index > 0 ? Scripts.Of(text.Display[index - 1]) : Script.Other;
    }

    private Script ScriptAfter(int last)
    {
        var index = text.DisplayIndex(last) + 1;
        return index < text.Display.Length ? Scripts.Of(text.Display[index]) : Script.Other;
    }

    private bool EndsWithParticle(int index) => index == 0 || "はがのをにともへでや、".Contains(folded[index - 1]) || Scripts.Of(folded[index - 1]) != Script.Hiragana;

    private bool IsParticleOrEnd(int index) => index >= folded.Length || "はがのをにともへでや?、。 !".Contains(folded[index]) || ScriptAt(index) is not Script.Hiragana;

    private void Emit(int start, int length, IReadOnlyList<WordSense> senses)
    {
        var word = folded.Substring(start, length);
        var surface = text.DisplaySpan(start, length);
        var terms = senses.OfType<NamesTerm>().Select(sense => sense.Term).Distinct().ToList();
        if (terms.Count > 0)
            tokens.Add(new TermToken(start, length, word, surface, terms) { Soft = senses.Any(sense => sense is Filler) });
        var asks = senses.Where(sense => sense is AsksAspect or AsksQuantity or AsksWhich or AsksDatePart or AsksOperation or NamesMeasure or Excludes or SaysTied or LimitsKind).ToList();
        if (asks.Count > 0)
            tokens.Add(new AskToken(start, length, word, surface, asks));
        else if (terms.Count == 0 && senses.Any(sense => sense is KnownContent) && !senses.Any(sense => sense is Filler))
            tokens.Add(Content(start, length));
        // 「では」 opens a question that goes on, but in the middle it is a particle.
        PointsBack |= senses.Any(sense => sense is PointsBack { AtStart: var atStart } && (!atStart || start == 0));
        if (senses.OfType<Upcoming>().FirstOrDefault() is { } upcoming)
            Upcoming = (start, word, upcoming.Coming);
        Negated |= senses.Any(sense => sense is Negates) && !IsAtEnd(start + length);
    }

    /// <summary>「…ありませんか」 and 「…ではないですか」 at the end are polite forms, not negations.</summary>
    private bool IsAtEnd(int index) => index >= folded.Length || folded.AsSpan(index).Trim("か?。 ").IsEmpty;

    private void FlushRun(ref int run, int end)
    {
        if (run < 0)
            return;
        var (start, length) = (run, end - run);
        run = -1;
        // 明治安田＋性命: a slip in the tail of a name whose head was recognised.
        if (tokens.Count > 0 && tokens[^1] is TermToken head && head.End == start && head.Length >= 2 && knowledge.Containing(folded.Substring(start, length)).Length == 0
            && knowledge.Correct(folded.Substring(head.Start, head.Length + length)) is { Count: > 0 } whole && whole.Any(head.Terms.Contains))
        {
            tokens[^1] = new TermToken(head.Start, head.Length + length, folded.Substring(head.Start, head.Length + length), text.DisplaySpan(head.Start, head.Length + length), whole) { Corrected = true };
            return;
        }

        if (length >= 3 || (length == 2 && ScriptAt(start) == Script.Latin))
        {
            var corrected = knowledge.Containing(folded.Substring(start, length)).Length > 0 ? [] : knowledge.Correct(folded.Substring(start, length));
            if (corrected.Count > 0)
            {
                tokens.Add(new TermToken(start, length, folded.Substring(start, length), text.DisplaySpan(start, length), corrected) { Corrected = true });
                return;
            }
        }

        if (ScriptAt(start) == Script.Kanji)
            SplitKanji(start, end);
        else if (length > 1)
            tokens.Add(Content(start, WithClass(start, length)));
    }

    /// <summary>Cuts a run of kanji into the longest pieces that the records have, so that an unknown compound of known words is not taken for an unknown name.</summary>
    private void SplitKanji(int start, int end)
    {
        var unknown = start;
        for (var i = start; i < end;)
        {
            var length = end - i;
            while (length >= 2 && knowledge.Containing(folded.Substring(i, length)).Length == 0)
                length--;
            if (length < 2)
            {
                // 参加＋費: what costs, earns or is awarded is another thing than the word before it.
                if (i > start && unknown == i && Charges.Contains(folded[i]) && tokens[^1] is ContentToken head && head.End == i)
                {
                    tokens[^1] = Content(head.Start, head.Length + 1);
                    unknown = i + 1;
                }

                i++;
                continue;
            }

            if (i - unknown >= 2)
                tokens.Add(Content(unknown, i - unknown));
            tokens.Add(Content(i, length));
            i += length;
            unknown = i;
        }

        if (end - unknown >= 2)
            tokens.Add(Content(unknown, end - unknown));
    }

    private const string Charges = "費料賃税券給賞歳齢";

    private ContentToken Content(int start, int length)
    {
        var word = folded.Substring(start, length);
        if (length < 2)
            return new ContentToken(start, length, word, text.DisplaySpan(start, length), 0.1, Known: true);
        var holders = knowledge.Containing(word).Length;
        var total = Math.Max(2, knowledge.Entries.Count);
        // Verbs tell less than nouns: everything began, was decided, was published.
        if (length <= 6 && ScriptAt(start + length - 1) == Script.Hiragana && ScriptAt(start) == Script.Kanji)
            return new ContentToken(start, length, word, text.DisplaySpan(start, length), 0.3, Known: true) { IsVerb = true };
        var weight = holders == 0 ? 1.2 : 0.2 + Math.Log((double)total / holders) / Math.Log(total);
        return new ContentToken(start, length, word, text.DisplaySpan(start, length), weight, holders > 0) { IsName = holders == 0 && EndsAsName(word) };
    }
}
