using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>The number that a question compares over disasters: staff, or money of some kinds and giver.</summary>
/// <param name="Staff">Numbers of staff; money otherwise.</param>
/// <param name="Kinds">The kinds of money; none named means all.</param>
/// <param name="Giver">Who gave it; null means both, which are then never added up unawares.</param>
internal sealed record DisasterMeasure(bool Staff, IReadOnlyList<SupportKind> Kinds, SupportGiver? Giver)
{
    public static DisasterMeasure Of(Question question, DisasterQuery query)
    {
        var money = query.Kinds.Where(DisasterWording.IsMoney).ToList();
        var staff = money.Count == 0 && (query.Kinds.Contains(SupportKind.StaffDispatch) || question.HasAny("人数", "職員") || question.Asked.OfType<AsksQuantity>().Any(quantity => quantity.Unit is "人" or "名"));
        return new DisasterMeasure(staff, money, query.Giver);
    }

    /// <summary>What is compared, in words.</summary>
    public string Label => Staff ? "派遣した職員の数" : $"{DisasterWording.Giver(Giver ?? SupportGiver.NotStated)}{(Kinds.Count == 0 ? "拠出額" : string.Join('・', Kinds.Select(kind => DisasterTerms.Names[kind])))}";

    public int Of(Disaster disaster) => Staff ? DisasterWording.Persons(disaster) : DisasterWording.Money(disaster, Kinds, Giver);

    public string Write(long value) => Staff ? $"{Numbers.Count(value)}人" : Numbers.Money(value);

    /// <summary>The disasters for which the number is known, in the order of the document.</summary>
    public List<Disaster> Known(IEnumerable<Disaster> disasters) => [.. disasters.Where(disaster => Of(disaster) > 0)];

    public string List(IEnumerable<Disaster> disasters) => string.Join('、', disasters.Select(disaster => $"{disaster.Name} {Write(Of(disaster))}"));

    /// <summary>The same money by the 23 wards together, where the question does not say who gave it and both did.</summary>
    public DisasterMeasure OneGiver(IReadOnlyList<Disaster> disasters) =>
        !Staff && Giver is null && disasters.Any(disaster => DisasterWording.Money(disaster, Kinds, SupportGiver.EachWard) > 0) ? this with { Giver = SupportGiver.Joint } : this;
}
