using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>Someone to get in touch with.</summary>
/// <param name="Name">The name.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="Contact">Mail address or telephone number.</param>
public sealed record IntroducedPerson(string Name, string Organisation, string Contact);

/// <summary>What an <see cref="IntroductionCard"/> shows.</summary>
/// <param name="Sentence">What was agreed.</param>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Title">Its title.</param>
/// <param name="Person">The other side.</param>
public sealed record IntroductionView(string Sentence, string ProposalId, string Title, IntroducedPerson Person)
{
    /// <summary>Opens a chat with the other side; null where their contact is no mail address.</summary>
    public string? ChatUrl { get; init; }
}

/// <summary>Introduces both sides to each other, after both have consented.</summary>
public static class IntroductionCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(IntroductionView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Opening(view.Sentence),
                new TextBlock(scale.Line(view.Title, MaxTitle)) { Weight = FontWeight.Bolder, IsHeading = true },
                new FactSet([.. Facts(("組織", scale.Line(view.Person.Organisation, MaxName)), ("担当者", scale.Line(view.Person.Name, MaxName)), ("連絡先", scale.Line(view.Person.Contact, 200)))]),
                .. Buttons([
                    .. view.ChatUrl is { Length: < 1000 } chat && Uri.TryCreate(chat, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
                        ? [new OpenUrlAction(ProposalTexts.Chat, url)] : Array.Empty<CardAction>(),
                    Button(ProposalTexts.Open, ProposalVerbs.Open, Of(CardKeys.Id, Id(view.ProposalId))),
                ]),
            ],
        });
    }
}
