using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>A proposal with what its viewer may do: as a preview, for its owner, for others, for the secretariat, or for all in a channel.</summary>
public static class ProposalCard
{
    private const int FirstRow = 3;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(ProposalCardView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(ProposalCardView view, CardScale scale)
    {
        var (facts, title) = (view.Facts, scale.Line(view.Facts.Title, MaxTitle));
        var spoken = $"{Sentence(view.Sentence)}\n{title}、{Line(facts.Organisation)}、{Line(facts.State)}";
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Refresh = view.RefreshUserIds is { } ids ? new Refresh(Button(ProposalTexts.Refresh, ProposalVerbs.Open, [.. Data(view)]), [.. ids.Where(IsUserId).Take(Refresh.MaxUserIds)]) : null,
            Body =
            [
                Opening(view.Sentence),
                .. view.Notes.Take(4).Select(note => new TextBlock(scale.Line(note, MaxReason)) { Weight = FontWeight.Bolder, Spacing = Spacing.Small }),
                new Container(
                [
                    new TextBlock(title) { Size = FontSize.Large, Weight = FontWeight.Bolder, IsHeading = true },
                    Small($"{Line(facts.Organisation)}・{Line(facts.State)}", Spacing.None),
                ])
                {
                    Style = ContainerStyle.Emphasis,
                    Spacing = Spacing.Medium,
                },
                new TextBlock(scale.Text(facts.Text, 1500)),
                .. Section(ProposalTexts.Offer, scale.Text(facts.Offer, 500)),
                .. Section(ProposalTexts.Need, scale.Text(facts.Need, 500)),
                new FactSet([.. Facts(
                    (ProposalTexts.Fields, scale.Line(facts.Fields, 2 * MaxLine)), (ProposalTexts.Areas, scale.Line(facts.Areas, 2 * MaxLine)), (ProposalTexts.When, scale.Line(facts.When, MaxLine)),
                    (ProposalTexts.Places, scale.Line(facts.Places, MaxLine)), (ProposalTexts.Deadline, scale.Line(facts.Deadline, MaxLine)), (ProposalTexts.Budget, scale.Line(facts.Budget, 2 * MaxLine)),
                    (ProposalTexts.PostedOn, scale.Line(facts.PostedOn, MaxLine)))])
                {
                    Spacing = Spacing.Medium,
                },
                .. Documents(facts.Links),
                .. Reason(view, scale),
                .. Buttons([.. view.Buttons.Take(FirstRow).Select(button => Action(view, button))]),
                .. Buttons([.. view.Buttons.Skip(FirstRow).Take(6).Select(button => Action(view, button))]),
            ],
        };
    }

    private static IEnumerable<CardElement> Documents(IReadOnlyList<ProposalLink> links) =>
        Buttons([.. links.Take(3).Where(link => link.Url.Length <= 1000 && Uri.TryCreate(link.Url, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
            .Select(link => new OpenUrlAction(CardText.Line($"資料：{link.Host}", 40), new Uri(link.Url)))]);

    private static IEnumerable<CardElement> Reason(ProposalCardView view, CardScale scale) => !view.Buttons.Contains(ProposalButton.Reject) ? [] :
    [
        .. view.ReasonError is { } error ? [Error(error)] : Array.Empty<CardElement>(),
        new TextInput(ProposalKeys.Reason, ProposalTexts.ReasonLabel) { Value = scale.Line(view.Reason, 2 * MaxReason), Placeholder = ProposalTexts.RejectHint, MaxLength = MaxReason },
    ];

    private static ExecuteAction Action(ProposalCardView view, ProposalButton button)
    {
        var (title, verb, style) = button switch
        {
            ProposalButton.Apply => (ProposalTexts.Apply, ProposalVerbs.Apply, ActionStyle.Positive),
            ProposalButton.Agree => (ProposalTexts.Agree, ProposalVerbs.Agree, ActionStyle.Positive),
            ProposalButton.WithdrawApplication => (ProposalTexts.Withdraw, ProposalVerbs.WithdrawApplication, ActionStyle.Destructive),
            ProposalButton.Post => (ProposalTexts.Post, ProposalVerbs.Post, ActionStyle.Positive),
            ProposalButton.Applications => (ProposalTexts.Applications, ProposalVerbs.Applications, ActionStyle.Positive),
            ProposalButton.Partners => (ProposalTexts.Partners, ProposalVerbs.Partners, ActionStyle.Default),
            ProposalButton.Edit => (ProposalTexts.Edit, ProposalVerbs.Edit, ActionStyle.Default),
            ProposalButton.Close => (ProposalTexts.Close, ProposalVerbs.Close, ActionStyle.Default),
            ProposalButton.Reopen => (ProposalTexts.Reopen, ProposalVerbs.Reopen, ActionStyle.Positive),
            ProposalButton.Withdraw => (ProposalTexts.Withdraw, ProposalVerbs.Withdraw, ActionStyle.Destructive),
            ProposalButton.DeleteDraft => (ProposalTexts.DeleteDraft, ProposalVerbs.DeleteDraft, ActionStyle.Destructive),
            ProposalButton.Accept => (ProposalTexts.Approve, ProposalVerbs.Accept, ActionStyle.Positive),
            ProposalButton.Reject => (ProposalTexts.Reject, ProposalVerbs.Reject, ActionStyle.Destructive),
            ProposalButton.Open => (ProposalTexts.Open, ProposalVerbs.Open, ActionStyle.Default),
            ProposalButton.Comments => (ProposalTexts.Comments, ProposalVerbs.Comments, ActionStyle.Default),
            ProposalButton.Revisions => (ProposalTexts.Revisions, ProposalVerbs.Revisions, ActionStyle.Default),
            _ => throw new ArgumentOutOfRangeException(nameof(button), button, "There is no such button."),
        };
        var ofApplication = button is ProposalButton.Agree or ProposalButton.WithdrawApplication;
        KeyValuePair<string, string>[] data = ofApplication && view.Application is { } application
            ? [.. Of(application), .. view.IsShared ? [Of(CardKeys.Shared, "1")] : Array.Empty<KeyValuePair<string, string>>()]
            : [.. Data(view)];
        return Button(title, verb, data) with { Style = style, IgnoresInputs = button != ProposalButton.Reject && button != ProposalButton.Accept };
    }

    /// <summary>Ids of people on the channel are short and ASCII; what is neither cannot be one.</summary>
    private static bool IsUserId(string id) => id.Length is > 0 and <= 100 && id.All(char.IsAscii);

    private static IEnumerable<KeyValuePair<string, string>> Data(ProposalCardView view) =>
        [.. Of((view.Id, view.Version)), .. view.IsShared ? [Of(CardKeys.Shared, "1")] : Array.Empty<KeyValuePair<string, string>>()];
}
