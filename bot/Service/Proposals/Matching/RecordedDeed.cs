using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>What a record says somebody did: who, with whom, and in which words. The records of every kind are brought into this one form.</summary>
/// <param name="Title">What it was.</param>
/// <param name="Text">What is said of it.</param>
/// <param name="Wards">The wards in it.</param>
/// <param name="Others">The municipalities and prefectures in it.</param>
/// <param name="Prefectures">The prefectures in whose area it lies, where it names no municipality.</param>
/// <param name="Strength">How close it brings those in it together; <see cref="TieStrength.None"/> where it does not.</param>
internal sealed record RecordedDeed(
    string Title, string Text, IReadOnlyList<string> Wards, IReadOnlyList<NamedPlace> Others, IReadOnlyList<string> Prefectures, TieStrength Strength)
{
    /// <summary>A statement that names more wards than this tells something else of each.</summary>
    private const int MostWardsOfFact = 3;

    /// <summary>All that the records say somebody did.</summary>
    public static IEnumerable<RecordedDeed> Of(RecordSet records)
    {
        var prefectures = records.Of<Prefecture>().Where(prefecture => prefecture.Name != "東京都").ToList();
        var wards = records.Of<Municipality>().Where(municipality => municipality.Kind == MunicipalityKind.Ward).Select(ward => ward.Name).ToList();
        IReadOnlyList<string> Within(string? area) => area is null ? []
            : [.. prefectures.Where(prefecture => area.Contains(prefecture.Name == "北海道" ? prefecture.Name : prefecture.Name[..^1], StringComparison.Ordinal)).Select(prefecture => prefecture.Name)];

        foreach (var tie in records.Of<Tie>())
            yield return new(tie.Title, Join([tie.Title, tie.What, .. tie.Activities ?? []]), tie.Wards, tie.Partners, tie.Partners.Count > 0 ? [] : Within(tie.Area), TieStrength.Direct);
        foreach (var agreed in records.Of<Collaboration>())
        {
            var parties = agreed.Parties.Where(party => !wards.Contains(party.Name)).ToList();
            yield return new($"「{agreed.Title}」の連携", Join([agreed.Title, agreed.What]), [.. agreed.Parties.Select(party => party.Name).Where(wards.Contains)], parties, [], TieStrength.Direct);
        }

        foreach (var project in records.Of<WardProject>())
            yield return new(project.Name, Join([project.Name, project.Description, .. project.Details.Select(detail => detail.Text)]), project.Wards, project.Partners ?? [], [], TieStrength.Direct);
        foreach (var plan in records.Of<RegionalPlan>())
            yield return new(plan.Name, Join([plan.Name, plan.Field, .. plan.MainProjects]), plan.Wards, plan.Participants ?? [], [plan.Prefecture], TieStrength.Direct);
        foreach (var one in records.Of<ProjectEvent>())
        {
            foreach (var deed in OfEvent(one, wards, Within))
                yield return deed;
        }

        foreach (var one in records.Of<Exhibition>())
        {
            var goods = (one.RelatedEvents ?? []).Select(related => related.Goods).Append(one.Theme);
            yield return new(one.Title, Join([.. goods]), [], [], one.Prefectures, TieStrength.None);
            if (one.Tours is { } tour)
                yield return new($"巡回展示「{one.Theme ?? one.Title}」", Join([.. goods, "巡回展示"]), tour.Wards, [], one.Prefectures, TieStrength.Area);
        }

        foreach (var step in records.Of<Milestone>())
        {
            yield return new(step.Title, Join([step.Title, step.Description]), step.Wards ?? [], step.Municipalities ?? [], [], TieStrength.Direct);
            foreach (var project in step.Projects ?? [])
                yield return new(project.Title, Join([project.Title, .. project.Operations]), project.Wards, [], Within(project.Area), TieStrength.Direct);
        }

        foreach (var aspect in records.Of<Fact>().SelectMany(fact => fact.Aspects).Where(aspect => !aspect.NotStated))
        {
            if (wards.FindAll(ward => aspect.Text.Contains(ward, StringComparison.Ordinal)) is { Count: > 0 and <= MostWardsOfFact } named)
                yield return new(aspect.Name, aspect.Text, named, [], [], TieStrength.None);
        }
    }

    /// <summary>An event, and in it what each ward or municipality spoke of.</summary>
    private static IEnumerable<RecordedDeed> OfEvent(ProjectEvent one, List<string> wards, Func<string?, IReadOnlyList<string>> within)
    {
        // What a lecture is called says that it is one; what it was about is its theme.
        var isTalk = one.Kind is EventKind.Lecture or EventKind.Symposium;
        var text = isTalk ? one.Theme : Join([one.Title, one.Theme, .. one.Support ?? []]);
        var participants = one.Participants ?? [];
        yield return new(one.Title, text ?? "", one.Wards ?? [], participants, participants.Count > 0 ? [] : within(one.Region), isTalk ? TieStrength.Event : TieStrength.Direct);
        foreach (var item in one.Programme ?? [])
        {
            if (wards.FindAll(ward => (item.Speakers ?? []).Any(speaker => speaker.Represents == ward)) is { Count: > 0 } speaking)
                yield return new(item.Title, item.Title, speaking, [], [], TieStrength.None);
        }
    }

    private static string Join(IEnumerable<string?> texts) => string.Join('\n', texts.Where(text => text is not null));
}
