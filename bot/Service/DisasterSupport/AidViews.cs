using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Members;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>What the card of a request shows to whom: the municipality and the secretariat read all offers, a ward its own; everyone reads how much is left.</summary>
internal static class AidViews
{
    public static AidRequestView For(Actor viewer, AidState state, IReadOnlyList<AidOffer> offers, string said)
    {
        var (request, disaster, member) = (state.Request, state.Disaster, viewer.Member);
        var decides = member.Role == MemberRole.Secretariat || (member.Role == MemberRole.MunicipalityMember && member.Organisation == request.Organisation);
        var isActive = disaster.State == DisasterState.Active;
        return new AidRequestView(DisasterViews.Marked(said, disaster.IsDrill), DisasterViews.Id(request.Id), request.Version, $"{request.OrganisationName}：{DisasterViews.Needed(request)}", DisasterViews.Remaining(request))
        {
            Disaster = DisasterViews.NameOf(disaster),
            NeededBy = request.NeededBy is { } day ? JapaneseCalendar.LongWithWeekday(day) : "",
            Place = request.Place,
            Note = request.Note,
            Offers = [.. offers.Where(offer => decides || offer.Organisation == member.Organisation).Select(offer => Line(request, offer, decides, isOwn: offer.Organisation == member.Organisation && member.Role == MemberRole.LiaisonOfficer))],
            TakesOffer = isActive && request.IsOpen && member.Role == MemberRole.LiaisonOfficer,
            Buttons = decides && request.ClosedAt is null ? [DisasterButton.CloseRequest] : [],
        };
    }

    private static SupportLine Line(AidRequest request, AidOffer offer, bool decides, bool isOwn) => new(
        $"{offer.OrganisationName}：{SupportAmounts.Text(offer.Quantity, request.Unit)}（{StateOf(offer.State)}）", DisasterViews.Moment(offer.OfferedAt), offer.Message)
    {
        Id = DisasterViews.Id(offer.Id),
        Version = offer.Version,
        Buttons = [.. decides && offer.State == AidOfferState.Offered ? [DisasterButton.Confirm, DisasterButton.Decline] : Array.Empty<DisasterButton>(), .. isOwn && offer.Counts ? [DisasterButton.TakeBack] : Array.Empty<DisasterButton>()],
    };

    public static string StateOf(AidOfferState state) => state switch
    {
        AidOfferState.Offered => "返事待ち",
        AidOfferState.Confirmed => "受け入れ",
        AidOfferState.Declined => "見送り",
        _ => "取り下げ",
    };
}
