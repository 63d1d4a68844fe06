using RenkeiBot.Cards;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Proposals;

/// <summary>Puts on record what two sides have agreed on, so that questions about it are answered.</summary>
internal sealed partial class Collaborations(RecordStore store, AnswerEngineSource engines, ILogger<Collaborations> logger)
{
    /// <summary>The members' 掲示板 among the documents.</summary>
    private const string Board = "board";

    /// <summary>How much of 提供できること and 求めること is on record.</summary>
    private const int MaxSide = 60;

    /// <summary>Adds the record in the caller's transaction. An agreement stands also where its record is refused.</summary>
    public async Task PutAsync(RenkeiBotDbContext context, Proposal proposal, Application application, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await store.PutAsync(context, Record(proposal, application, now), now, cancellationToken);
        }
        catch (RecordFileException exception)
        {
            LogRefused(exception, application.Id);
        }
    }

    /// <summary>The record is committed: questions are to know it. Ends when they do.</summary>
    public Task AddedAsync(CancellationToken cancellationToken) => engines.RefreshAsync(cancellationToken);

    private Collaboration Record(Proposal proposal, Application application, DateTimeOffset now)
    {
        var (title, agreed) = (RecordText.Plain(proposal.Content.Title), DateOnly.FromDateTime(now.ToOffset(JapanTime.Offset).DateTime));
        var sides = new[] { (proposal.Organisation, proposal.OrganisationName), (application.Organisation, application.OrganisationName) };
        List<string> others = [.. sides.Where(side => Place(side.Item1) is null).Select(side => side.Item2)];
        return new Collaboration(
            $"board-{application.Id:N}",
            title,
            [.. sides.Select(side => Place(side.Item1)).OfType<NamedPlace>()],
            What(proposal, application),
            agreed,
            [new SourceRef(Board, $"提案「{title}」")],
            Organisations: others.Count > 0 ? others : null,
            Fields: [.. proposal.Content.Fields.Select(field => field.JapaneseName())],
            When: proposal.Content is { From: { } from, Until: { } until } ? new Period(from, until) : null);
    }

    private static string What(Proposal proposal, Application application)
    {
        var (offer, need) = (RecordText.Plain(proposal.Content.Offer), RecordText.Plain(proposal.Content.Need));
        return $"{proposal.OrganisationName}の提案に、{application.OrganisationName}が応募した連携です。"
            + (offer.Length > 0 ? $"提案した側が提供できることは「{CardText.Line(offer, MaxSide)}」です。" : "")
            + (need.Length > 0 ? $"求めることは「{CardText.Line(need, MaxSide)}」です。" : "");
    }

    /// <summary>The organisation as the register names it; null where the register does not have it.</summary>
    private NamedPlace? Place(OrganisationKey organisation)
    {
        var records = store.Current;
        return organisation.Kind switch
        {
            OrganisationKind.Ward => records.Find<Municipality>(organisation.Id) is { } ward ? new NamedPlace(ward.Name) : null,
            OrganisationKind.Municipality => records.Find<Municipality>(organisation.Id) is { } municipality ? new NamedPlace(municipality.Name, municipality.Prefecture)
                : records.Find<Prefecture>(organisation.Id) is { } prefecture ? new NamedPlace(prefecture.Name, prefecture.Name) : null,
            OrganisationKind.Association => records.Of<RegionalAgreement>().FirstOrDefault(agreement => agreement.Name == organisation.Id) is { } agreement
                ? new NamedPlace(agreement.Name, agreement.Prefecture) : null,
            _ => null,
        };
    }

    [LoggerMessage(112, LogLevel.Error, "The record of the collaboration of application {ApplicationId} was refused")]
    private partial void LogRefused(Exception exception, Guid applicationId);
}
