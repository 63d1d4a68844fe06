using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>How what was reported of a place is put into words: what went there, and apart from it what went there among others, or where no report says.</summary>
/// <param name="look">The disaster, looked at from the place.</param>
/// <param name="question">The question.</param>
/// <param name="wards">The wards that it asks about; none for all.</param>
internal sealed class SupportByPlaceWording(SupportAtPlace look, Question question, IReadOnlyList<string> wards)
{
    private readonly List<string> kinds = ReportedSupportAnswers.Kinds(question);

    private Disaster Disaster => look.Disaster;

    public Answer Answer()
    {
        if (!look.IsSupported)
            return Struck();
        var own = Asked(look.Own);
        var wording = Of(Summed(look.Own));
        var answer = own.Count == 0 && Asked(look.Shared).Count > 0 ? OnlyShared() : With(Direct(wording), Rest("このほか、"));
        return question.YesNo && own.Count > 0 ? answer with { Text = $"はい。{answer.Text}" } : answer;
    }

    private Answer Direct(ReportedSupportWording wording)
    {
        var isExtreme = question.Asks(Operation.Max) || question.Asks(Operation.Min);
        if (wards.Count > 0)
            return wording.OfWards(wards, kinds);
        if (isExtreme && question.Has("区"))
            return wording.Extreme(kinds, most: question.Asks(Operation.Max));
        return question.HasAny("どの区", "どこの区", "区ごと", "区別", "何区", "いくつの区", "各区の内訳", "区の一覧", "した区", "ている区", "区はどこ") ? wording.ByWard(kinds) : wording.Total(kinds);
    }

    /// <summary>Nothing went to the place alone: what went to it and elsewhere is said, with nothing claimed about its part.</summary>
    private Answer OnlyShared()
    {
        var answer = Of(Summed(look.Shared)).Total([]);
        return answer with { Text = $"{Disaster.Name}での{look.Label}への{What()}は、{Rest("")}" };
    }

    /// <summary>No report names the place. That the disaster struck it is true, and what was given after the disaster at all; where that went is not known.</summary>
    private Answer Struck()
    {
        var all = Asked(Disaster.Reported!.Items.Select(item => new PlacedItem(item, [])));
        var of = wards.Count > 0 ? $"{string.Join('・', wards)}からの" : "";
        var sum = all.Count == 0 ? $"{Disaster.Name}への{of}{What()}の報告は、まだありません。" : $"{Disaster.Name}について、支援先を問わない{of}報告の合計は、{ReportedSupportWording.Sums(all)}です。";
        return Of(Disaster.Reported!.Items).Total([]) with
        {
            Text = $"{look.Label}を支援先とする{(kinds.Count > 0 ? $"{What()}の" : "")}報告は、まだありません（{JapaneseCalendar.Short(Disaster.Reported!.AsOf)}現在）。{look.Struck()}{sum}",
        };
    }

    /// <summary>What does not count for the place, and may have gone there too.</summary>
    private string Rest(string lead)
    {
        List<string> parts =
        [
            .. Part(look.Wider, one => $"{string.Join('と', one.Places.Select(SupportAtPlace.FullName))}を支援先とする報告が"),
            .. Part(look.Shared, one => $"支援先を{string.Join('と', one.Places.Where(place => !look.IsAsked(place)).Select(SupportAtPlace.FullName))}と合わせた報告が"),
            .. Part(look.Unplaced, _ => "支援先の記載がない報告が"),
        ];
        return parts.Count == 0 ? "" : $"{lead}{string.Join('、', parts)}あります。{(Asked(look.Shared).Count > 0 ? "合わせた報告の支援先ごとの内訳は、記録にありません。" : "")}";
    }

    private IEnumerable<string> Part(IReadOnlyList<PlacedItem> some, Func<PlacedItem, string> lead) =>
        some.GroupBy(lead).Select(group => (group.Key, Items: Asked(group))).Where(group => group.Items.Count > 0).Select(group => group.Key + ReportedSupportWording.Sums(group.Items));

    private static Answer With(Answer answer, string rest) => answer with { Text = Wording.Cut(answer.Text + rest, Wording.ListLimit) };

    private ReportedSupportWording Of(IReadOnlyList<ReportedItem> items) =>
        new(Disaster with { Reported = Disaster.Reported! with { Items = items } }, ReportedSupportAnswers.SaysNow(question), look.Label);

    private List<ReportedItem> Asked(IEnumerable<PlacedItem> some) =>
        [.. some.Select(one => one.Item).Where(item => (kinds.Count == 0 || kinds.Contains(item.Kind)) && (wards.Count == 0 || item.Ward is { } ward && wards.Contains(ward)))];

    /// <summary>One for each giver, kind and unit, wherever it went.</summary>
    private static List<ReportedItem> Summed(IEnumerable<PlacedItem> some) =>
        [.. some.GroupBy(one => (one.Item.Ward, one.Item.Kind, one.Item.Unit)).Select(group => group.First().Item with { Quantity = group.Sum(one => one.Item.Quantity) })];

    private string What() => kinds.Count > 0 ? ReportedSupportWording.Kinds(kinds) : "支援";
}
