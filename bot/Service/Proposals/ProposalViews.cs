using System.Globalization;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;
using JapaneseCalendar = RenkeiBot.Service.Answers.Language.JapaneseCalendar;

namespace RenkeiBot.Service.Proposals;

/// <summary>Proposals as their cards show them, to each viewer what they may do.</summary>
internal sealed class ProposalViews(FormAreas areas, TimeProvider time)
{
    private DateOnly Today => JapanTime.Today(time);

    public static string Id(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>What everyone sees.</summary>
    public ProposalFacts Facts(Proposal proposal)
    {
        var content = proposal.Content;
        return new ProposalFacts(content.Title, proposal.OrganisationName, State(proposal))
        {
            Text = content.Text,
            Fields = string.Join('、', content.Fields.Select(field => field.JapaneseName())),
            Offer = content.Offer,
            Need = content.Need,
            Areas = areas.NamesOf(content.Areas),
            When = When(content),
            Places = Places(proposal),
            Deadline = content.Deadline is { } deadline ? JapaneseCalendar.Short(deadline) : "",
            Budget = content.Budget,
            PostedOn = proposal.PostedAt is { } posted ? JapanTime.Day(posted) : "",
            Links = [.. content.Links.Where(link => Uri.TryCreate(link, UriKind.Absolute, out _)).Select(link => new ProposalLink(link, new Uri(link).IdnHost))],
        };
    }

    /// <summary>Whether a viewer may see a proposal: drafts who wrote them; what is not on the board yet, its organisation and the secretariat.</summary>
    public static bool IsSeenBy(Actor viewer, Proposal proposal) => proposal.State switch
    {
        ProposalState.Draft => proposal.TenantId == viewer.Person.TenantId && proposal.AadObjectId == viewer.Person.AadObjectId,
        _ when proposal.IsPublic() => true,
        _ => viewer.Member.Organisation == proposal.Organisation || viewer.Member.Role == MemberRole.Secretariat,
    };

    /// <summary>The card for one viewer.</summary>
    /// <param name="viewer">Who sees it.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="own">The application of the viewer's organisation; null for none.</param>
    /// <param name="said">What became of the last press; null for nothing.</param>
    public ProposalCardView For(Actor viewer, Proposal proposal, Application? own, string? said)
    {
        var isOwner = viewer.Member.Organisation == proposal.Organisation;
        var shown = isOwner ? proposal.State == ProposalState.Draft ? ProposalMessages.DraftOpen : ProposalMessages.ShownOwn
            : proposal.State == ProposalState.InReview ? ProposalMessages.ShownReview : ProposalMessages.Shown;
        List<string> notes = [];
        if (own is not null)
            notes.Add(ProposalMessages.OwnApplication(own));
        if (proposal.State == ProposalState.Rejected && proposal.Reason.Length > 0)
            notes.Add(ProposalMessages.ReasonOfRejection + proposal.Reason);
        return new ProposalCardView(said ?? shown, Facts(proposal), Id(proposal.Id), proposal.Version)
        {
            Buttons = [.. Buttons(viewer, proposal, own)],
            Application = own is null ? null : (Id(own.Id), own.Version),
            Notes = notes,
        };
    }

    /// <summary>The card in a conversation of several: it says nothing that only some may read, and each client refreshes it to what its user may do.</summary>
    public ProposalCardView Shared(Proposal proposal, IReadOnlyList<string> userIds) => !proposal.IsPublic()
        ? new(ProposalMessages.NoLongerShown, new ProposalFacts(ProposalMessages.NoLongerShown, proposal.OrganisationName, ""), Id(proposal.Id), proposal.Version) { IsShared = true }
        : new(ProposalMessages.Shown, Facts(proposal), Id(proposal.Id), proposal.Version)
    {
        Buttons = proposal.TakesApplications(Today) ? [ProposalButton.Apply, ProposalButton.Open, ProposalButton.Comments] : [ProposalButton.Open, ProposalButton.Comments],
        IsShared = true,
        RefreshUserIds = userIds,
    };

    /// <summary>The proposal as a line of a list.</summary>
    public ProposalLine Line(Proposal proposal, params IReadOnlyList<string> notes) => new(Id(proposal.Id), proposal.Content.Title.Length > 0 ? proposal.Content.Title : "（無題）", Detail(proposal))
    {
        Notes = notes,
    };

    /// <summary>Who proposes, where it stands, until when.</summary>
    public string Detail(Proposal proposal) => string.Join('・', new[]
    {
        proposal.OrganisationName,
        State(proposal),
        proposal.Content.Deadline is { } deadline && proposal.IsOnBoard() ? $"締切 {JapaneseCalendar.Short(deadline)}" : "",
    }.Where(part => part.Length > 0));

    /// <summary>実施時期 in words; empty for none.</summary>
    public static string When(ProposalContent content) => (content.From, content.Until) switch
    {
        ({ } from, { } until) => $"{JapaneseCalendar.Short(from)}から{JapaneseCalendar.Short(until)}まで",
        ({ } from, null) => $"{JapaneseCalendar.Short(from)}から",
        (null, { } until) => $"{JapaneseCalendar.Short(until)}まで",
        _ => "",
    };

    private string State(Proposal proposal) =>
        proposal.IsOnBoard() && proposal.Deadline < Today ? $"{ProposalMessages.NameOf(proposal.State)}（応募締切後）"
        : proposal.IsOnBoard() && !proposal.HasPlacesLeft() ? $"{ProposalMessages.NameOf(proposal.State)}（募集数に到達）"
        : ProposalMessages.NameOf(proposal.State);

    private static string Places(Proposal proposal) => proposal.Content.Places is not { } places ? "制限なし"
        : proposal.Taken > 0 ? string.Create(CultureInfo.InvariantCulture, $"{places}団体（残り{Math.Max(0, places - proposal.Taken)}団体）")
        : string.Create(CultureInfo.InvariantCulture, $"{places}団体");

    private IEnumerable<ProposalButton> Buttons(Actor viewer, Proposal proposal, Application? own)
    {
        bool May(string verb, Subject subject) => Authorisation.Decide(verb, subject, viewer.Person, viewer.Member).IsAllowed;
        var ofProposal = Subject.Of(proposal.Organisation);
        var isOwner = May(Verbs.EditProposal, ofProposal);
        if (proposal.State == ProposalState.Draft)
            return isOwner ? [ProposalButton.Post, ProposalButton.Edit, ProposalButton.DeleteDraft] : [];
        List<ProposalButton> buttons = [];
        if (own is { State: ApplicationState.Approved } && May(Verbs.AgreeApplication, Subject.Of(own.Organisation)))
            buttons.Add(ProposalButton.Agree);
        if (own is { State: ApplicationState.Applied or ApplicationState.Approved } && May(Verbs.WithdrawApplication, Subject.Of(own.Organisation)))
            buttons.Add(ProposalButton.WithdrawApplication);
        if ((own is null || own.CanBeMadeAgain()) && proposal.TakesApplications(Today) && May(Verbs.Apply, ofProposal))
            buttons.Add(ProposalButton.Apply);
        if (isOwner)
            buttons.AddRange(OwnerButtons(proposal));
        if (proposal.State == ProposalState.InReview && May(Verbs.AcceptProposal, ofProposal))
            buttons.AddRange([ProposalButton.Accept, ProposalButton.Reject]);
        else if (!isOwner && proposal.IsOnBoard() && May(Verbs.RejectProposal, ofProposal))
            buttons.Add(ProposalButton.Reject);
        if (proposal.IsPublic())
        {
            buttons.Add(ProposalButton.Comments);
            if (proposal.Revision > 1)
                buttons.Add(ProposalButton.Revisions);
        }

        return buttons;
    }

    private static IEnumerable<ProposalButton> OwnerButtons(Proposal proposal) => proposal.State switch
    {
        ProposalState.InReview => [ProposalButton.Edit, ProposalButton.Withdraw],
        ProposalState.Open => [ProposalButton.Applications, ProposalButton.Partners, ProposalButton.Edit, ProposalButton.Close, ProposalButton.Withdraw],
        ProposalState.Negotiating or ProposalState.Agreed => [ProposalButton.Applications, ProposalButton.Partners, ProposalButton.Edit, ProposalButton.Close],
        ProposalState.Done or ProposalState.Expired or ProposalState.Withdrawn => [ProposalButton.Applications, ProposalButton.Reopen],
        ProposalState.Rejected => [ProposalButton.Reopen],
        _ => [],
    };
}
