using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Proposals;

/// <summary>Reads the form of a proposal: what was typed becomes a content, or comes back beside what is wrong with it.</summary>
internal sealed class ProposalForm(FormAreas areas, TimeProvider time)
{
    /// <summary>The 分野 that a form offers.</summary>
    public static IReadOnlyList<CardChoice> FieldChoices { get; } = [.. Enum.GetValues<ProposalField>().Select(field => new CardChoice(field.JapaneseName(), field.ToString()))];

    /// <summary>The form as it is first shown.</summary>
    /// <param name="id">The id of the form, from which that of the proposal is made.</param>
    /// <param name="contact">The contact in its field; empty where others see the form.</param>
    public ProposalFormView Empty(Guid id, string contact) => View(ProposalMessages.NewForm, id, new ProposalContent { Contact = contact }, new Dictionary<string, string>()) with { IsNew = true };

    /// <summary>The form with what is kept in it.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="sentence">What the form is for.</param>
    /// <param name="content">What is in it; null for what the proposal says.</param>
    public ProposalFormView Of(Proposal proposal, string sentence, ProposalContent? content = null) => View(sentence, proposal.Id, content ?? proposal.Content, new Dictionary<string, string>()) with
    {
        Version = proposal.Version,
        Revision = proposal.Revision,
        IsPosted = proposal.State != ProposalState.Draft,
    };

    /// <summary>
    /// The proposal that a card means: an existing one by its id, or the one that this person makes of a new form. Of a form that several see, each person who sends it makes one of their own.
    /// </summary>
    public static (Guid Id, bool IsNew) Meant(TurnContext turn, Actor actor) => turn.PressedId() is { } id ? (id, false) : (turn.MadeId(actor.Person), true);

    /// <summary>Reads what a card sent.</summary>
    /// <param name="turn">The turn in which it was sent.</param>
    /// <param name="isDraft">True where it may be unfinished: then only what cannot be kept is refused.</param>
    /// <param name="edited">The posted proposal that is edited; null for none.</param>
    /// <returns>What was typed, and the form with what is wrong; the content can be taken where nothing is.</returns>
    public (ProposalContent Content, ProposalFormView Form) Read(TurnContext turn, bool isDraft, Proposal? edited = null)
    {
        var inputs = new CardInputs(turn.Action!);
        var links = inputs.Text(ProposalKeys.Links).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var content = new ProposalContent
        {
            Title = inputs.Limited(ProposalKeys.Title, inputs.Line(ProposalKeys.Title), "タイトル", ProposalContent.TitleLength),
            Text = inputs.Limited(ProposalKeys.Text, inputs.Text(ProposalKeys.Text), "内容", ProposalContent.TextLength),
            Fields = inputs.Fields(ProposalKeys.Fields, "分野"),
            Offer = inputs.Limited(ProposalKeys.Offer, inputs.Text(ProposalKeys.Offer), "提供できること", ProposalContent.SideLength),
            Need = inputs.Limited(ProposalKeys.Need, inputs.Text(ProposalKeys.Need), "求めること", ProposalContent.SideLength),
            Areas = inputs.Areas(ProposalKeys.Areas, "対象地域", areas),
            From = inputs.Day(ProposalKeys.From, "実施時期（開始）"),
            Until = inputs.Day(ProposalKeys.Until, "実施時期（終了）"),
            Places = inputs.Number(ProposalKeys.Places, "募集数", 1, ProposalContent.MaxPlaces),
            Deadline = inputs.Day(ProposalKeys.Deadline, "応募締切"),
            Budget = inputs.Limited(ProposalKeys.Budget, inputs.Line(ProposalKeys.Budget), "予算・助成の希望", ProposalContent.BudgetLength),
            Contact = inputs.Limited(ProposalKeys.Contact, inputs.Line(ProposalKeys.Contact), "連絡先", RenkeiBotDbContext.ContactLength),
            Links = links,
        };
        CheckLinks(inputs, links);
        if (edited is not null && content.Places < edited.Taken)
            inputs.Refuse(ProposalKeys.Places, ProposalMessages.FewerThanTaken(edited.Taken));
        if (!isDraft)
        {
            foreach (var (key, error) in Missing(content, edited?.Content))
                inputs.Refuse(key, error);
        }

        // The form comes back as it was drawn: a new one as a new one.
        var isNew = turn.PressedId() is null;
        var view = View(inputs.Errors.Count == 0 ? ProposalMessages.NewForm : ProposalMessages.Wrong, turn.PressedId() ?? turn.PressedId(CardKeys.NewId) ?? Guid.NewGuid(), content, inputs.Errors);
        return (content, view with { IsNew = isNew, Version = turn.PressedVersion(), Revision = turn.PressedNumber(CardKeys.Revision) ?? 0 });
    }

    /// <summary>What keeps a content from being seen by others, by the key of the input.</summary>
    /// <param name="content">The content.</param>
    /// <param name="before">What it takes the place of: a day that has passed since may stay; null for nothing.</param>
    public IReadOnlyDictionary<string, string> Missing(ProposalContent content, ProposalContent? before = null)
    {
        var errors = new Dictionary<string, string>();
        var today = JapanTime.Today(time);
        if (content.Title.Length == 0)
            errors[ProposalKeys.Title] = ProposalMessages.TitleMissing;
        if (content.Text.Length == 0)
            errors[ProposalKeys.Text] = ProposalMessages.TextMissing;
        if (content.Fields.Count == 0)
            errors[ProposalKeys.Fields] = ProposalMessages.FieldsMissing;
        if (content is { From: { } from, Until: { } until } && until < from)
            errors[ProposalKeys.Until] = ProposalMessages.EndBeforeStart;
        else if (content.Until is { } end && end < today && end != before?.Until)
            errors[ProposalKeys.Until] = ProposalMessages.EndInPast;
        if (content.Deadline is { } deadline && deadline < today && deadline != before?.Deadline)
            errors[ProposalKeys.Deadline] = ProposalMessages.DeadlineInPast;
        else if (content is { Deadline: { } day, Until: { } last } && day > last)
            errors[ProposalKeys.Deadline] = ProposalMessages.DeadlineAfterEnd;
        return errors;
    }

    private static void CheckLinks(CardInputs inputs, string[] links)
    {
        if (links.Length > ProposalContent.MaxLinks)
            inputs.Refuse(ProposalKeys.Links, ProposalMessages.TooManyLinks);
        foreach (var link in links)
        {
            if (link.Length > ProposalContent.LinkLength || !Uri.TryCreate(link, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || url.UserInfo.Length > 0)
                inputs.Refuse(ProposalKeys.Links, ProposalMessages.BadLink(link));
        }
    }

    private ProposalFormView View(string sentence, Guid id, ProposalContent content, IReadOnlyDictionary<string, string> errors) => new(sentence, id.ToString("N"))
    {
        Title = content.Title,
        Text = content.Text,
        Fields = [.. content.Fields.Select(field => field.ToString())],
        FieldChoices = FieldChoices,
        Offer = content.Offer,
        Need = content.Need,
        Areas = content.Areas,
        AreaChoices = areas.Choices,
        From = content.From,
        Until = content.Until,
        Places = content.Places,
        Deadline = content.Deadline,
        Budget = content.Budget,
        Contact = content.Contact,
        Links = string.Join('\n', content.Links),
        Errors = errors,
    };
}
