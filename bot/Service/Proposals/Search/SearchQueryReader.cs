using System.Globalization;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>Takes what was typed apart: at spaces and marks, at dates, at words that are known (「福井県の観光」), and at the particles between them.</summary>
internal sealed class SearchQueryReader(SearchVocabulary vocabulary)
{
    /// <summary>What is typed beyond so many words is not looked for.</summary>
    private const int MostWords = 12;

    private const double OtherSpelling = 0.95;
    private const double Synonym = 0.8;

    /// <summary>Reads what was typed.</summary>
    public SearchQuery Read(string typed, DateOnly today)
    {
        var words = new List<SearchWord>();
        var phrases = new List<SearchForm>();
        foreach (var piece in Pieces(typed))
        {
            var before = words.Count;
            AddWords(piece, today, words);
            if (words.Count > before + 1 && SearchText.Fold(piece) is { Length: > 2 } whole)
                phrases.Add(new SearchForm(whole, 1, false));
        }

        var wanted = words.Where(word => !SearchVocabulary.IsFiller(word.Forms[0].Text)).DistinctBy(word => word.Forms[0].Text).Take(MostWords).ToList();
        return words.Count == 0 ? SearchQuery.Empty : new SearchQuery(wanted.Count > 0 ? wanted : [.. words.Take(MostWords)], phrases);
    }

    /// <summary>What stands between spaces and marks, in normal widths.</summary>
    private static IEnumerable<string> Pieces(string typed)
    {
        var text = QuestionText.From(typed).Display;
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && IsPartOfWord(text[end]))
                end++;
            if (end > i)
                yield return text[i..end];
            i = end + 1;
        }
    }

    private static bool IsPartOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private void AddWords(string piece, DateOnly today, List<SearchWord> words)
    {
        var folded = QuestionText.Fold(piece);
        var at = 0;
        foreach (var date in DateReader.Find(folded, today))
        {
            // 「5年生」 is no year.
            if (date.Condition is not { Kind: DateKind.Known or DateKind.Yearless, YearAssumed: false } when)
                continue;
            AddSegments(folded[at..date.Start], words);
            words.Add(new SearchWord([new SearchForm(SearchText.Fold(folded.Substring(date.Start, date.Length)), 1, true)], when));
            at = date.End;
        }

        AddSegments(folded[at..], words);
        // Nothing but particles: they are what is looked for.
        if (words.Count == 0 && SearchText.Read(folded) is { Text.Length: > 0 } all)
            words.Add(Word(all, isEnding: false));
    }

    private void AddSegments(string text, List<SearchWord> words)
    {
        if (text.Length == 0)
            return;
        var read = SearchText.Read(text);
        foreach (var segment in SearchSegments.Of(read.Text, vocabulary))
        {
            // What follows another word without anything between was typed as the end of a longer word, and is written so too (黄金がに).
            var word = Word(read.Slice(segment.Start, segment.Length), isEnding: segment.Start > 0 && !SearchText.IsParticle(read.Text[segment.Start - 1]));
            words.Add(segment.Compounds.Count == 0 ? word : word with { Forms = [.. word.Forms, .. segment.Compounds.Select(compound => new SearchForm(compound, Synonym, true))] });
        }
    }

    private SearchWord Word(SearchText text, bool isEnding)
    {
        List<SearchForm> forms = [new SearchForm(text.Text, 1, text.Text.Length > 1 && !isEnding && !IsVoiced(text.Text))];
        Add(Spellings.OfWord(text), OtherSpelling);
        foreach (var form in forms.ToList())
            Add(vocabulary.SynonymsOf(form.Text), Synonym);
        return new SearchWord(forms);

        void Add(IEnumerable<string> others, double factor)
        {
            foreach (var other in others)
            {
                if (other.Length > 0 && !forms.Exists(form => form.Text == other))
                    forms.Add(new SearchForm(other, factor, !IsVoiced(other)));
            }
        }
    }

    /// <summary>Whether a word begins with a voiced sound, as words do inside of others (かに, 越前がに).</summary>
    private static bool IsVoiced(string word) => "がぎぐげござじずぜぞだでどばびぶべぼ".Contains(word[0], StringComparison.Ordinal);
}
