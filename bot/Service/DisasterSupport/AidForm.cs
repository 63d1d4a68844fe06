using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>Reads the forms of a request and of an offer.</summary>
internal sealed class AidForm(DisasterAreas areas, TimeProvider time)
{
    /// <summary>Money is not asked for here: 支援金 and 義援金 have ways of their own.</summary>
    private static readonly IReadOnlyList<CardChoice> Units =
        [.. Enum.GetValues<SupportUnit>().Where(unit => unit != SupportUnit.ManYen).Select(unit => new CardChoice(unit.JapaneseName(), unit.ToString()))];

    /// <summary>The form as it is first shown.</summary>
    public static AidRequestFormView Empty(Actor actor, Guid id, IReadOnlyList<CardChoice> disasters, Guid? chosen) => new(AidMessages.NewForm, DisasterViews.Id(id))
    {
        Disasters = disasters,
        Disaster = DisasterChoices.Preselected(disasters, chosen),
        NamesMunicipality = actor.Member.Role == MemberRole.Secretariat,
        Units = Units,
    };

    /// <summary>Reads what the form of a request sent.</summary>
    public (AidTyped? Typed, AidRequestFormView View) Read(TurnContext turn, Actor actor, IReadOnlyList<CardChoice> disasters)
    {
        var inputs = new CardInputs(turn.Action!);
        var view = Empty(actor, turn.PressedId(CardKeys.NewId) ?? Guid.NewGuid(), disasters, turn.PressedId(DisasterKeys.Disaster));
        var chosen = DisasterChoices.Read(inputs, disasters);
        var (organisation, name) = (actor.Member.Organisation, actor.Member.OrganisationName);
        var municipality = inputs.Line(DisasterKeys.Municipality);
        if (view.NamesMunicipality)
        {
            (var code, name, var error) = areas.ReadOne(municipality);
            organisation = new OrganisationKey(OrganisationKind.Municipality, code);
            if (error is not null)
                inputs.Refuse(DisasterKeys.Municipality, error);
        }

        var item = inputs.Limited(DisasterKeys.Item, inputs.Line(DisasterKeys.Item), "品目・職種", AidRequest.ItemLength);
        if (item.Length == 0)
            inputs.Refuse(DisasterKeys.Item, AidMessages.ItemMissing);
        var quantity = Quantity(inputs, DisasterKeys.Quantity);
        var unit = inputs.Choice<SupportUnit>(DisasterKeys.Unit, "単位", SupportNames.JapaneseName);
        if (unit is null)
            inputs.Refuse(DisasterKeys.Unit, SupportMessages.UnitMissing);
        var neededBy = inputs.Day(DisasterKeys.NeededBy, "いつまで");
        if (neededBy < JapanTime.Today(time))
            inputs.Refuse(DisasterKeys.NeededBy, AidMessages.NeededByInPast);
        var place = inputs.Limited(DisasterKeys.Place, inputs.Line(DisasterKeys.Place), "場所", SupportContent.LineLength);
        var note = inputs.Limited(DisasterKeys.Note, inputs.Text(DisasterKeys.Note), "備考", RenkeiBotDbContext.ReasonLength);
        view = view with
        {
            Sentence = inputs.Errors.Count > 0 ? DisasterMessages.Wrong : view.Sentence,
            Disaster = chosen is { } id ? DisasterViews.Id(id) : "",
            Municipality = municipality,
            Item = item,
            Quantity = inputs.Line(DisasterKeys.Quantity),
            Unit = unit?.ToString() ?? "",
            NeededBy = neededBy,
            Place = place,
            Note = note,
            Errors = inputs.Errors,
        };
        return inputs.Errors.Count > 0 ? (null, view) : (new AidTyped(chosen!.Value, organisation, name, item, quantity!.Value, unit!.Value, neededBy, place, note), view);
    }

    /// <summary>Reads what the form of an offer sent.</summary>
    public static (int Quantity, string Message, IReadOnlyDictionary<string, string> Errors) ReadOffer(TurnContext turn, AidRequest request)
    {
        var inputs = new CardInputs(turn.Action!);
        var quantity = Quantity(inputs, DisasterKeys.Offered);
        if (quantity > request.Remaining && request.IsOpen)
            inputs.Refuse(DisasterKeys.Offered, AidMessages.TooMany(SupportAmounts.Text(request.Remaining, request.Unit)));
        var message = inputs.Limited(DisasterKeys.Message, inputs.Text(DisasterKeys.Message), "メッセージ", RenkeiBotDbContext.ReasonLength);
        return (quantity ?? 0, message, inputs.Errors);
    }

    private static int? Quantity(CardInputs inputs, string key)
    {
        var (number, _, error, _) = SupportQuantity.Read(inputs.Line(key), TypedUnit.Other, null);
        if (number is { } whole && whole <= AidRequest.MaxQuantity)
            return decimal.ToInt32(whole);
        inputs.Refuse(key, error is null || inputs.Line(key).Length == 0 ? AidMessages.QuantityWrong : error);
        return null;
    }
}
