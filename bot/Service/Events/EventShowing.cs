using RenkeiBot.Cards.Events;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Events;

/// <summary>What cards show of events.</summary>
internal sealed class EventShowing(RecordStore store)
{
    /// <summary>An event as everybody may read it.</summary>
    public static EventFacts Facts(KnownEvent known)
    {
        var content = EventRecords.ContentOf(known.Record);
        return Facts(content) with { When = Wording.When(known.Periods) };
    }

    /// <summary>The same of what a form says.</summary>
    public static EventFacts Facts(EventContent content) => new(content.Title, EventMessages.NameOf(content.Type), Wording.When(new Period(content.From, content.Until)))
    {
        Status = content.Status is EventStatus.Cancelled or EventStatus.Postponed or EventStatus.Reduced ? EventMessages.NameOf(content.Status) : "",
        Hours = content.Hours,
        Venue = content.Venue,
        Address = content.Address,
        Theme = content.Theme,
        Contents = InOneLine(content.Contents),
        Hosts = InOneLine(content.Hosts),
        CoHosts = InOneLine(content.CoHosts),
        Supporters = InOneLine(content.Supporters),
        Participants = InOneLine(content.Participants),
        Inquiries = content.Inquiries,
        Url = content.Url,
    };

    /// <summary>What the secretariat sees beside that before it is saved.</summary>
    public static EventFacts Preview(EventContent content) => Facts(content) with { FiscalYear = JapaneseCalendar.FiscalYearName(JapaneseCalendar.FiscalYearOf(content.From)) };

    /// <summary>An event on record for the secretariat.</summary>
    public EventCardView Card(KnownEvent known, int version, string sentence)
    {
        var (isOfFile, isOfMember) = Origin(known);
        return new EventCardView(sentence, Facts(known) with
        {
            FiscalYear = JapaneseCalendar.FiscalYearName(known.Record is Exhibition exhibition ? exhibition.FiscalYear : ((ProjectEvent)known.Record).FiscalYear),
            Origin = NameOf(isOfFile, isOfMember),
        }, known.Id, version)
        {
            Removal = !isOfMember ? "" : isOfFile ? EventMessages.RemovalOfEdit : EventMessages.RemovalOfOwn,
        };
    }

    /// <summary>An event in the secretariat's list.</summary>
    public EventLine Line(KnownEvent known)
    {
        var (isOfFile, isOfMember) = Origin(known);
        List<string> parts = [Wording.When(known.Periods), known.Venue ?? "", isOfMember ? NameOf(isOfFile, isOfMember) : "", known.IsOn ? "" : EventMessages.NameOf(known.Status)];
        return new EventLine(known.Id, known.Title, string.Join('・', parts.Where(part => part.Length > 0)));
    }

    private static string NameOf(bool isOfFile, bool isOfMember) => !isOfMember ? "資料の記録" : isOfFile ? "資料の記録を事務局が変更" : "事務局が登録";

    private (bool IsOfFile, bool IsOfMember) Origin(KnownEvent known)
    {
        IRecord? ofFile = known.IsExhibition ? store.FindOfFile<Exhibition>(known.Record.Key) : store.FindOfFile<ProjectEvent>(known.Record.Key);
        return (ofFile is not null, !ReferenceEquals(ofFile, known.Record));
    }

    private static string InOneLine(string lines) => string.Join('、', EventContent.Lines(lines));
}
