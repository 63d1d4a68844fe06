using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Tables;
using RenkeiBot.Service.Cards;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>What the secretariat registers of a disaster.</summary>
internal sealed record DisasterContent(string Name, DateOnly OccurredOn, IReadOnlyList<string> Areas, string Situation, DisasterSeverity Severity, bool IsDrill);

/// <summary>Reads the form of a disaster: what was typed becomes a content, or comes back beside what is wrong with it.</summary>
internal sealed class DisasterForm(DisasterAreas areas, DisasterViews views, SupportRecords records, TimeProvider time)
{
    private static readonly IReadOnlyList<CardChoice> Severities = [.. Enum.GetValues<DisasterSeverity>().Select(severity => new CardChoice(severity.JapaneseName(), severity.ToString()))];

    /// <summary>The form as it is first shown.</summary>
    public static DisasterFormView Empty(Guid id) => new(DisasterMessages.NewForm, DisasterViews.Id(id)) { Severities = Severities };

    /// <summary>The form with what is registered in it.</summary>
    public DisasterFormView Of(DisasterCase disaster, string sentence) => new(sentence, DisasterViews.Id(disaster.Id))
    {
        IsNew = false,
        Version = disaster.Edition,
        Name = disaster.Name,
        Day = disaster.OccurredOn,
        Areas = areas.NamesOf(disaster.Areas),
        Situation = disaster.Situation,
        Severity = disaster.Severity.ToString(),
        IsDrill = disaster.IsDrill,
        Severities = Severities,
    };

    /// <summary>Reads what a card sent.</summary>
    /// <param name="turn">The turn in which it was sent.</param>
    /// <param name="corrected">The disaster that is corrected; null for a new one.</param>
    /// <returns>The content, null where something is wrong; and the form with what was typed.</returns>
    public (DisasterContent? Content, DisasterFormView View) Read(TurnContext turn, DisasterCase? corrected)
    {
        var inputs = new CardInputs(turn.Action!);
        var isDrill = corrected?.IsDrill ?? inputs.Flag(DisasterKeys.Drill);
        var name = inputs.Limited(DisasterKeys.Name, inputs.Line(DisasterKeys.Name), "災害名", DisasterCase.NameLength);
        // Whoever types the mark means the box: it is written once.
        if (name.StartsWith(DisasterMessages.Drill, StringComparison.Ordinal))
            (name, isDrill) = (name[DisasterMessages.Drill.Length..].Trim(), corrected?.IsDrill ?? true);
        if (name.Length < 2)
            inputs.Refuse(DisasterKeys.Name, name.Length == 0 ? DisasterMessages.NameMissing : DisasterMessages.NameTooShort);
        else if (!isDrill && IsGeneral(name))
            inputs.Refuse(DisasterKeys.Name, DisasterMessages.NameTooGeneral);
        else if (!isDrill && name != corrected?.Name && records.IsOnRecord(name, corrected?.Id ?? Guid.Empty))
            inputs.Refuse(DisasterKeys.Name, DisasterMessages.NameOnRecord);
        var day = inputs.Day(DisasterKeys.Day, "発生日");
        if (day is null)
            inputs.Refuse(DisasterKeys.Day, DisasterMessages.DayMissing);
        else if (!isDrill && day > JapanTime.Today(time))
            inputs.Refuse(DisasterKeys.Day, DisasterMessages.DayInFuture);
        var typedAreas = inputs.Text(DisasterKeys.Areas);
        var (codes, wrong) = areas.Read(typedAreas);
        if (wrong is not null)
            inputs.Refuse(DisasterKeys.Areas, wrong);
        var situation = inputs.Limited(DisasterKeys.Situation, inputs.Text(DisasterKeys.Situation), "状況", DisasterCase.SituationLength);
        if (situation.Length == 0)
            inputs.Refuse(DisasterKeys.Situation, DisasterMessages.SituationMissing);
        var severity = inputs.Choice<DisasterSeverity>(DisasterKeys.Severity, "重大度", SupportNames.JapaneseName);
        if (severity is null)
            inputs.Refuse(DisasterKeys.Severity, DisasterMessages.SeverityMissing);

        var view = new DisasterFormView(inputs.Errors.Count > 0 ? DisasterMessages.Wrong : corrected is null ? DisasterMessages.NewForm : DisasterMessages.EditForm, "")
        {
            Name = name,
            Day = day,
            Areas = typedAreas,
            Situation = situation,
            Severity = severity?.ToString() ?? "",
            IsDrill = isDrill,
            Severities = Severities,
            Errors = inputs.Errors,
        };
        view = corrected is null ? view with { IsNew = true, Id = DisasterViews.Id(turn.PressedId(CardKeys.NewId) ?? Guid.NewGuid()) }
            : view with { IsNew = false, Id = DisasterViews.Id(corrected.Id), Version = turn.PressedVersion() };
        return inputs.Errors.Count > 0 ? (null, view) : (new DisasterContent(name, day!.Value, codes, situation, severity!.Value, isDrill), view);
    }

    /// <summary>Whether a name is a word for many disasters (集中豪雨, 大規模災害): questions about all of them would be taken for this one.</summary>
    private static bool IsGeneral(string name) => QuestionText.Fold(name) is var folded && (DisasterTerms.IsSort(folded) || DisasterAnswers.IsCommonWord(folded));

    /// <summary>The form with a preview above it.</summary>
    public DisasterFormView Previewed(DisasterFormView view, DisasterContent content) => view with
    {
        Sentence = content.IsDrill ? DisasterMessages.Drill + DisasterMessages.Previewed : DisasterMessages.Previewed,
        Preview = views.Facts(content.Name, content.IsDrill, content.Severity, content.OccurredOn, content.Areas, content.Situation) with { State = DisasterMessages.StateOf(DisasterState.Active) },
    };
}
