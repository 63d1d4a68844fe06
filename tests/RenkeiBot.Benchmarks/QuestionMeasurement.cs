using System.Diagnostics;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Benchmarks;

/// <summary>What one question takes, from its text to the activity, over the records as they are and over a hundred times as many.</summary>
internal static class QuestionMeasurement
{
    private const int Times = 100;
    private const double MaxMilliseconds = 5;
    private const double MaxGrowth = 5;

    private static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>Rounds over the set without a pause, so that what the other engine left in the caches does not count.</summary>
    private const int RoundsInTurn = 20;

    private const int Turns = 10;

    public static async Task RunAsync(Report report)
    {
        var files = await RecordLoader.LoadAsync(Path.Combine(AppContext.BaseDirectory, "Records"), CancellationToken.None);
        var (few, many) = (new List<(double, string)>(), new List<(double, string)>());
        var (ofFew, ofMany) = (Build("the records", RecordSet.Create(files.SelectMany(file => file.Records)), report), Build($"the records {Times} times", MultipliedRecords.Of(files, Times), report));
        GC.Collect();
        // In turns, so that a machine that is slower for a while is slower for both.
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var i = 0; i < RoundsInTurn; i++)
                Round(ofFew, few);
            for (var i = 0; i < RoundsInTurn; i++)
                Round(ofMany, many);
        }

        var p99 = Print("the records", ofFew, few, report);
        report.AtMost("time per question, p99", p99, MaxMilliseconds, "ms");
        var p99OfMany = Print($"the records {Times} times", ofMany, many, report);
        report.AtMost($"time per question over {Times} times the records, p99 / p99", p99OfMany / p99, MaxGrowth, "");
    }

    /// <summary>An engine over the records that has been asked for a while.</summary>
    private static AnswerEngine Build(string name, RecordSet records, Report report)
    {
        var built = Stopwatch.GetTimestamp();
        var engine = new AnswerEngine(KnowledgeFactory.Create(RecordTables.Of(records)));
        report.Line($"       {name}: {records.Count:N0}, built in {Stopwatch.GetElapsedTime(built).TotalSeconds:F1} s");
        var end = Stopwatch.GetTimestamp() + 5 * Stopwatch.Frequency;
        while (Stopwatch.GetTimestamp() < end)
            Round(engine, []);
        return engine;
    }

    private static double Print(string name, AnswerEngine engine, List<(double Milliseconds, string Question)> all, Report report)
    {
        all.Sort();
        var (p50, p99) = (all[all.Count / 2].Milliseconds, all[all.Count * 99 / 100].Milliseconds);
        report.Line($"       {name}: p50 {p50:F3} ms, p99 {p99:F3} ms, slowest {all[^1].Milliseconds:F3} ms ({all[^1].Question})");
        var slow = all.GroupBy(one => one.Question).Select(group => (Median: group.ElementAt(group.Count() / 2).Milliseconds, group.Key)).OrderDescending().Take(3);
        var (asking, asked, drawing, drawn) = Parts(engine);
        report.Line($"       on average: answer {asking:F0} µs and {asked:F0} KB, card {drawing:F0} µs and {drawn:F0} KB");
        report.Line($"       slowest by median: {string.Join(", ", slow.Select(one => $"{one.Median:F3} ms {one.Key}"))}");
        return p99;
    }

    /// <summary>Means over the set, of the answer and of its card: microseconds and kilobytes allocated.</summary>
    private static (double Asking, double Asked, double Drawing, double Drawn) Parts(AnswerEngine engine)
    {
        const int rounds = 20;
        long asking = 0, asked = 0, drawing = 0, drawn = 0, count = 0;
        for (var i = 0; i < rounds; i++)
        {
            foreach (var conversation in Questions.Conversations)
            {
                ConversationTopic? topic = null;
                foreach (var question in conversation)
                {
                    var (time, bytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
                    (var answer, topic) = engine.Ask(question, Today, topic);
                    var (half, halfBytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
                    AnswerActivity.Create(answer, engine.Knowledge.Tables.Documents);
                    asking += half - time;
                    asked += halfBytes - bytes;
                    drawing += Stopwatch.GetTimestamp() - half;
                    drawn += GC.GetAllocatedBytesForCurrentThread() - halfBytes;
                    count++;
                }
            }
        }

        var microseconds = Stopwatch.Frequency / 1e6 * count;
        return (asking / microseconds, asked / 1e3 / count, drawing / microseconds, drawn / 1e3 / count);
    }

    private static void Round(AnswerEngine engine, List<(double, string)> times)
    {
        foreach (var conversation in Questions.Conversations)
        {
            ConversationTopic? topic = null;
            foreach (var question in conversation)
            {
                var asked = Stopwatch.GetTimestamp();
                (var answer, topic) = engine.Ask(question, Today, topic);
                AnswerActivity.Create(answer, engine.Knowledge.Tables.Documents);
                times.Add((Stopwatch.GetElapsedTime(asked).TotalMilliseconds, question));
            }
        }
    }
}
