using System.Globalization;
using System.Text.RegularExpressions;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>Who gave what is reported.</summary>
internal sealed record SupportGiverOf(OrganisationKey Organisation, string Name)
{
    public static readonly SupportGiverOf Joint = new(new OrganisationKey(OrganisationKind.Secretariat, SupportReport.Joint), SupportMessages.Joint);
}

/// <summary>What a form says, where nothing is wrong with it.</summary>
internal sealed record SupportTyped(Guid DisasterId, SupportGiverOf Giver, SupportContent Content);

/// <summary>Reads the form of a report: what was typed becomes a content, or comes back beside what is wrong with it.</summary>
internal sealed partial class SupportForm(RecordStore store)
{
    private static readonly IReadOnlyList<CardChoice> Sorts = [.. Enum.GetValues<SupportSort>().Select(sort => new CardChoice(sort.JapaneseName(), sort.ToString()))];

    private static readonly IReadOnlyList<CardChoice> Units = [.. Enum.GetValues<TypedUnit>().Select(unit => new CardChoice(SupportQuantity.NameOf(unit), unit.ToString()))];

    /// <summary>The form as it is first shown.</summary>
    /// <param name="actor">Who reports.</param>
    /// <param name="id">The id of the form.</param>
    /// <param name="disasters">The disasters that take reports.</param>
    /// <param name="chosen">The one that the person comes from; null for none.</param>
    public SupportFormView Empty(Actor actor, Guid id, IReadOnlyList<CardChoice> disasters, Guid? chosen) => new(SupportMessages.NewForm, DisasterViews.Id(id))
    {
        Disasters = disasters,
        Disaster = DisasterChoices.Preselected(disasters, chosen),
        Givers = IsSecretary(actor) ? Givers() : [],
        Giver = SupportReport.Joint,
        About = IsSecretary(actor) ? "" : actor.Member.OrganisationName,
        Sorts = Sorts,
        Units = Units,
    };

    /// <summary>The form with a report in it.</summary>
    public static SupportFormView Of(SupportReport report, DisasterCase disaster, string sentence) => new(DisasterViews.Marked(sentence, disaster.IsDrill), DisasterViews.Id(report.Id))
    {
        IsNew = false,
        Version = report.Version,
        About = About(report, disaster),
        Sorts = Sorts,
        Units = Units,
        Sort = report.Content.Sort.ToString(),
        Quantity = SupportAmounts.Plain(report.Content.Quantity),
        Unit = SupportQuantity.Typed(report.Content.Unit).ToString(),
        Period = report.Content.Period,
        Recipient = report.Content.Recipient,
        Note = report.Content.Note,
    };

    /// <summary>Reads what a new report's form sent.</summary>
    public (SupportTyped? Typed, SupportFormView View) ReadNew(TurnContext turn, Actor actor, IReadOnlyList<CardChoice> disasters)
    {
        var inputs = new CardInputs(turn.Action!);
        var view = Empty(actor, turn.PressedId(CardKeys.NewId) ?? Guid.NewGuid(), disasters, turn.PressedId(DisasterKeys.Disaster));
        var chosen = DisasterChoices.Read(inputs, disasters);
        var giver = GiverOf(inputs, actor);
        var content = ReadContent(inputs, ref view);
        view = view with { Disaster = chosen is { } id ? DisasterViews.Id(id) : "", Giver = giver?.Organisation.Id ?? inputs.Line(DisasterKeys.Giver), Errors = inputs.Errors };
        return content is null || inputs.Errors.Count > 0 ? (null, view with { Sentence = view.Asked.Length > 0 ? SupportMessages.Asked : DisasterMessages.Wrong })
            : (new SupportTyped(chosen!.Value, giver!, content), view);
    }

    /// <summary>Reads what the form of a correction sent.</summary>
    public static (SupportContent? Content, SupportFormView View) ReadCorrection(TurnContext turn, SupportReport report, DisasterCase disaster)
    {
        var inputs = new CardInputs(turn.Action!);
        var view = Of(report, disaster, SupportMessages.EditForm) with { Version = turn.PressedVersion() };
        var content = ReadContent(inputs, ref view);
        view = view with { Errors = inputs.Errors };
        return content is null || inputs.Errors.Count > 0
            ? (null, view with { Sentence = DisasterViews.Marked(view.Asked.Length > 0 ? SupportMessages.Asked : DisasterMessages.Wrong, disaster.IsDrill) })
            : (content, view);
    }

    private static SupportContent? ReadContent(CardInputs inputs, ref SupportFormView view)
    {
        var sort = inputs.Choice<SupportSort>(DisasterKeys.Sort, "種別", SupportNames.JapaneseName);
        if (sort is null)
            inputs.Refuse(DisasterKeys.Sort, SupportMessages.SortMissing);
        var typed = inputs.Line(DisasterKeys.Quantity);
        var chosen = inputs.Choice<TypedUnit>(DisasterKeys.Unit, "単位", SupportQuantity.NameOf);
        var (quantity, unit, quantityError, unitError) = SupportQuantity.Read(typed, chosen, sort);
        if (quantityError is not null)
            inputs.Refuse(DisasterKeys.Quantity, quantityError);
        if (unitError is not null)
            inputs.Refuse(DisasterKeys.Unit, unitError);
        var period = inputs.Limited(DisasterKeys.Period, inputs.Line(DisasterKeys.Period), "期間", SupportContent.LineLength);
        if (PeriodError(period) is { } error)
            inputs.Refuse(DisasterKeys.Period, error);
        var recipient = inputs.Limited(DisasterKeys.Recipient, inputs.Line(DisasterKeys.Recipient), "支援先", SupportContent.LineLength);
        var note = inputs.Limited(DisasterKeys.Note, inputs.Text(DisasterKeys.Note), "備考", RenkeiBotDbContext.ReasonLength);
        view = view with { Sort = sort?.ToString() ?? "", Quantity = typed, Unit = chosen?.ToString() ?? "", Period = period, Recipient = recipient, Note = note };
        if (inputs.Errors.Count > 0 || sort is not { } kind || quantity is not { } much || unit is not { } of)
            return null;
        var asked = $"{much.ToString(CultureInfo.InvariantCulture)} {of}";
        if (SupportQuantity.IsImplausible(kind, much, of) && inputs.Line(DisasterKeys.Asked) != asked)
        {
            inputs.Refuse(DisasterKeys.Quantity, SupportMessages.Implausible($"{kind.JapaneseName()} {SupportAmounts.Text(much, of)}"));
            view = view with { Asked = asked };
            return null;
        }

        return new SupportContent { Sort = kind, Quantity = much, Unit = of, Period = period, Recipient = recipient, Note = note };
    }

    /// <summary>A ward reports its own; the secretariat says for whom.</summary>
    private SupportGiverOf? GiverOf(CardInputs inputs, Actor actor)
    {
        if (!IsSecretary(actor))
            return new SupportGiverOf(actor.Member.Organisation, actor.Member.OrganisationName);
        var typed = inputs.Line(DisasterKeys.Giver);
        if (typed is SupportReport.Joint or SupportMessages.Joint)
            return SupportGiverOf.Joint;
        if (Wards().FirstOrDefault(ward => ward.Code == typed || ward.Name == typed) is { } found)
            return new SupportGiverOf(new OrganisationKey(OrganisationKind.Ward, found.Code), found.Name);
        inputs.Refuse(DisasterKeys.Giver, SupportMessages.GiverMissing);
        return null;
    }

    private List<CardChoice> Givers() => [new(SupportMessages.Joint, SupportReport.Joint), .. Wards().Select(ward => new CardChoice(ward.Name, ward.Code))];

    private IEnumerable<Municipality> Wards() => store.Current.Of<Municipality>().Where(municipality => municipality.Kind == MunicipalityKind.Ward);

    private static string About(SupportReport report, DisasterCase disaster) => $"{DisasterViews.NameOf(disaster)}・{report.OrganisationName}";

    private static bool IsSecretary(Actor actor) => actor.Member.Role == MemberRole.Secretariat;

    /// <summary>期間 is free text; where it has two whole dates, they are to be in order.</summary>
    private static string? PeriodError(string period)
    {
        var days = new List<DateOnly>();
        foreach (Match match in Day().Matches(period.Normalize(System.Text.NormalizationForm.FormKC)))
        {
            if (!DateOnly.TryParseExact(match.Value.Replace('/', '-'), ["yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return SupportMessages.PeriodUnread;
            days.Add(day);
        }

        return days.Count == 2 && days[1] < days[0] ? SupportMessages.PeriodReversed : null;
    }

    [GeneratedRegex(@"\d{4}[-/]\d{1,2}[-/]\d{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
