using System.Buffers;
using System.Text;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>
/// The concepts of the records (<see cref="FieldConcept"/>) and how a text is read for them: from left to right, the longest word first, in the folded form of the questions. What is left over and is no place and no
/// word that every proposal has is kept in pieces, so that two texts also meet in words that nobody foresaw.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>The most concepts: each is a bit of <see cref="Terms.Concepts"/>.</summary>
    private const int MostConcepts = 128;

    private static readonly SearchValues<char> PlaceEndings = SearchValues.Create("都道府県市区町村郡");

    private readonly Lexicon<int> words = new();
    private readonly IReadOnlyList<FieldConcept> concepts;
    private readonly UInt128[] withBroader;
    private readonly int[] givenFor;
    private readonly UInt128 ofRegions;
    private readonly UInt128 ofWards;

    public Vocabulary(RecordSet records)
    {
        concepts = [.. records.Of<FieldConcept>().Where(concept => concept.Fields.Count > 0)];
        if (concepts.Count > MostConcepts)
            throw new ArgumentException($"There are {concepts.Count} concepts, at most {MostConcepts} are possible.", nameof(records));
        var numbers = concepts.Index().ToDictionary(pair => pair.Item.Key, pair => pair.Index, StringComparer.Ordinal);
        withBroader = new UInt128[concepts.Count];
        givenFor = [.. concepts.Select(concept => concept.GivenFor is { } key ? numbers[key] : -1)];
        foreach (var (number, concept) in concepts.Index())
        {
            for (var one = concept; one is not null; one = one.Broader is null ? null : records.Find<FieldConcept>(one.Broader))
            {
                if (numbers.TryGetValue(one.Key, out var bit))
                    withBroader[number] |= UInt128.One << bit;
            }

            switch (concept.GivenBy)
            {
                case GivingSide.Regions:
                    ofRegions |= UInt128.One << number;
                    break;
                case GivingSide.Wards:
                    ofWards |= UInt128.One << number;
                    break;
            }

            foreach (var word in concept.Words.Append(concept.Name))
                words.Add(QuestionText.Fold(word), number);
        }

        foreach (var word in records.Of<FieldConcept>().Where(concept => concept.Fields.Count == 0).SelectMany(concept => concept.Words))
            words.Add(QuestionText.Fold(word), -1);
    }

    /// <summary>What a side gives and what it looks for where a text speaks of these concepts and does not say who gives: each is given by the side that usually has it, for what it is usually given for.</summary>
    /// <param name="set">The concepts.</param>
    /// <param name="isWard">Whether it is a ward's side.</param>
    public (UInt128 Offer, UInt128 Need) Sides(UInt128 set, bool isWard)
    {
        var (others, own) = isWard ? (ofRegions, ofWards) : (ofWards, ofRegions);
        var (offer, need) = (set & ~others, set & ~own);
        for (var number = 0; number < concepts.Count; number++)
        {
            if (givenFor[number] is >= 0 and var reward && (set >> number & 1) != 0)
            {
                need |= (offer >> number & 1) != 0 ? withBroader[reward] : 0;
                offer |= (need >> number & 1) != 0 ? withBroader[reward] : 0;
            }
        }

        return (offer, need);
    }

    /// <summary>The concepts of a set, in the order of the records.</summary>
    public IEnumerable<FieldConcept> Concepts(UInt128 set)
    {
        for (var number = 0; number < concepts.Count; number++)
        {
            if ((set >> number & 1) != 0)
                yield return concepts[number];
        }
    }

    /// <summary>The names of a set's concepts, without those of which another one in it is a kind.</summary>
    public IEnumerable<string> Names(UInt128 set)
    {
        for (var number = 0; number < concepts.Count; number++)
        {
            var bit = UInt128.One << number;
            if ((set & bit) != 0 && !withBroader.Index().Any(other => other.Index != number && (set & UInt128.One << other.Index) != 0 && (other.Item & bit) != 0))
                yield return concepts[number].Name;
        }
    }

    /// <summary>The set of one concept and what it is a kind of.</summary>
    public UInt128 Set(FieldConcept concept) => withBroader[concepts.Index().First(pair => ReferenceEquals(pair.Item, concept)).Index];

    /// <summary>What a text speaks of.</summary>
    public Terms Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Terms.None;
        UInt128 found = 0;
        var pieces = new SortedSet<ulong>();
        // A question is cut at its greatest length; a proposal is longer, and is read part by part.
        for (var at = 0; at < text.Length; at += QuestionText.MaxLength)
            ReadPart(QuestionText.From(text[at..Math.Min(text.Length, at + QuestionText.MaxLength)]), ref found, pieces);
        return found == 0 && pieces.Count == 0 ? Terms.None : new Terms(found, [.. pieces]);
    }

    private void ReadPart(QuestionText text, ref UInt128 found, SortedSet<ulong> pieces)
    {
        var folded = text.Folded;
        var matches = new List<(int Length, IReadOnlyList<int> Meanings)>();
        var run = new StringBuilder();
        for (var at = 0; at < folded.Length;)
        {
            words.MatchesAt(folded, at, matches);
            var word = matches.Find(match => StandsAlone(text, at, match.Length));
            if (word.Length > 0)
            {
                Flush(run, pieces);
                foreach (var number in word.Meanings.Where(number => number >= 0))
                    found |= withBroader[number];
                at += word.Length;
                continue;
            }

            var c = Shown(text, at);
            if (run.Length > 0 && ScriptOf(run[^1]) != ScriptOf(c))
                Flush(run, pieces);
            if (ScriptOf(c) is Script.Kanji or Script.Katakana)
                run.Append(c);
            at++;
        }

        Flush(run, pieces);
    }

    /// <summary>
    /// Whether a word found is one and not a part of another: a single kanji without another beside it (森 is not in 青森), one or two kana that are not the end of a kanji word or within others (かに is not in 静かに).
    /// </summary>
    private static bool StandsAlone(QuestionText text, int at, int length)
    {
        if (length > 2)
            return true;
        var (before, after) = (at > 0 ? ScriptOf(Shown(text, at - 1)) : Script.Other, at + length < text.Folded.Length ? ScriptOf(Shown(text, at + length)) : Script.Other);
        var (first, last) = (ScriptOf(Shown(text, at)), ScriptOf(Shown(text, at + length - 1)));
        if (length == 1)
            return first != Script.Kanji ? before != first && after != first : before != Script.Kanji && after != Script.Kanji;
        return first switch
        {
            Script.Hiragana when last == Script.Hiragana => before is not (Script.Kanji or Script.Hiragana) && (after != Script.Hiragana || "のをがはとや".Contains(Shown(text, at + length))),
            Script.Katakana or Script.Latin => before != first && after != last,
            _ => true,
        };
    }

    private static char Shown(QuestionText text, int at) => text.Display[text.DisplayIndex(at)];

    private static void Flush(StringBuilder run, SortedSet<ulong> pieces)
    {
        if (run.Length == 0)
            return;
        var text = run.ToString();
        run.Clear();
        // 福井県坂井市三国: what a place is called says nothing of what is offered there.
        var from = text.AsSpan().LastIndexOfAny(PlaceEndings) + 1;
        var size = ScriptOf(text[0]) == Script.Kanji ? 2 : 3;
        for (var i = from; i + size <= text.Length; i++)
            pieces.Add(Terms.Piece(text.AsSpan(i, size)));
    }

    private static Script ScriptOf(char c) => c switch
    {
        >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '々' => Script.Kanji,
        >= '\u30A1' and <= '\u30FA' or 'ー' => Script.Katakana,
        >= '\u3041' and <= '\u3096' => Script.Hiragana,
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' => Script.Latin,
        _ => Script.Other,
    };

    private enum Script
    {
        Other,
        Kanji,
        Katakana,
        Hiragana,
        Latin,
    }
}
