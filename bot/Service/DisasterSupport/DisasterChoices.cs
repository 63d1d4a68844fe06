using RenkeiBot.Cards;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Service.Cards;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>The input 災害 of a form.</summary>
internal static class DisasterChoices
{
    /// <summary>What is chosen at first: the disaster that the person comes from, or the only one.</summary>
    public static string Preselected(IReadOnlyList<CardChoice> disasters, Guid? wanted) =>
        wanted is { } id && disasters.Any(one => one.Value == DisasterViews.Id(id)) ? DisasterViews.Id(id) : disasters.Count == 1 ? disasters[0].Value : "";

    /// <summary>The disaster chosen, by its id or by its name as shown; null for none, and the input says why.</summary>
    public static Guid? Read(CardInputs inputs, IReadOnlyList<CardChoice> disasters)
    {
        var typed = inputs.Line(DisasterKeys.Disaster);
        foreach (var disaster in disasters)
        {
            if (disaster.Title == typed || (Guid.TryParse(typed, out var id) && disaster.Value == DisasterViews.Id(id)))
                return Guid.Parse(disaster.Value);
        }

        inputs.Refuse(DisasterKeys.Disaster, typed.Length == 0 ? SupportMessages.DisasterMissing : SupportMessages.DisasterClosed);
        return null;
    }
}
