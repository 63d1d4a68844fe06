using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Proposals;

/// <summary>What people are told of proposals: rows of the outbox in the transaction of the change.</summary>
internal sealed class ProposalNotices(OutboxWriter outbox, ProposalViews views, TimeProvider time)
{
    /// <summary>
    /// Tells an organisation something about a proposal: the person whom it concerns, or, where they no longer act for it, everyone who does.
    /// </summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="key">What makes the notice one and the same.</param>
    /// <param name="organisation">Who is told.</param>
    /// <param name="person">Whom it concerns; null for everyone who acts for the organisation.</param>
    /// <param name="view">What is told.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task TellAsync(RenkeiBotDbContext context, string key, OrganisationKey organisation, Sender? person, ProposalNoticeView view, CancellationToken cancellationToken)
    {
        foreach (var member in await RecipientsAsync(context, organisation, person, cancellationToken))
            Tell(context, key, member, view);
    }

    /// <summary>Tells one member something about a proposal.</summary>
    public void Tell(RenkeiBotDbContext context, string key, Member member, ProposalNoticeView view) => Send(context, key, member, ProposalNoticeCard.Build(view));

    /// <summary>An approved applicant gets the proposal with the button to agree.</summary>
    public async Task TellApprovedAsync(RenkeiBotDbContext context, Proposal proposal, Application application, CancellationToken cancellationToken)
    {
        foreach (var member in await RecipientsAsync(context, application.Organisation, new Sender(application.TenantId, application.AadObjectId), cancellationToken))
        {
            var viewer = new Members.Actor(new Sender(member.TenantId, member.AadObjectId), member);
            // The versions on the card are those that the rows will have.
            var card = views.For(viewer, proposal, application, $"{proposal.OrganisationName}が応募を承認しました。") with { Version = proposal.Version + 1 };
            Send(context, $"application/{application.Id:N}/approved/{application.Version}", member, ProposalCard.Build(card with { Application = (ProposalViews.Id(application.Id), application.Version + 1) }));
        }
    }

    /// <summary>Introduces both sides to each other: who approved, and who agreed.</summary>
    public async Task IntroduceAsync(RenkeiBotDbContext context, Proposal proposal, Application application, Member applicant, CancellationToken cancellationToken)
    {
        var owners = await RecipientsAsync(context, proposal.Organisation, new Sender(proposal.TenantId, proposal.AadObjectId), cancellationToken);
        var decided = application.DecidedBy is { } id ? await MemberQueries.ById(context, id).SingleOrDefaultAsync(cancellationToken) : null;
        var owner = decided is { IsActive: true } && decided.Organisation == proposal.Organisation ? decided : owners.FirstOrDefault();
        // The key names who is introduced: so an erasure finds what was told of a person.
        string Key(Member introduced) => $"introduction/{application.Id:N}/{application.Version}/{introduced.Id}";
        foreach (var member in owners.Append(owner).OfType<Member>().DistinctBy(member => member.Id))
            Send(context, Key(applicant), member, Introduction(proposal, application.OrganisationName, Introduced(applicant), applicant.Contact));
        if (owner is not null)
        {
            var contact = proposal.Content.Contact.Length > 0 ? proposal.Content.Contact : owner.Contact;
            Send(context, Key(owner), applicant, Introduction(proposal, proposal.OrganisationName, Introduced(owner) with { Contact = contact }, owner.Contact));
        }
    }

    /// <summary>Each of the secretariat gets a proposal that waits for them.</summary>
    public async Task TellSecretariatAsync(RenkeiBotDbContext context, Proposal proposal, CancellationToken cancellationToken)
    {
        foreach (var secretary in await MemberQueries.ActiveSecretaries(context).AsNoTracking().ToListAsync(cancellationToken))
        {
            var viewer = new Members.Actor(new Sender(secretary.TenantId, secretary.AadObjectId), secretary);
            var version = ProposalCards.VersionAfter(context, proposal);
            Send(context, $"review/{proposal.Id:N}/{version}", secretary, ProposalCard.Build(views.For(viewer, proposal, null, null) with { Version = version }));
        }
    }

    /// <summary>The rows are committed: they can be delivered.</summary>
    public void Wake() => outbox.Wake();

    private void Send(RenkeiBotDbContext context, string key, Member member, AdaptiveCard card) =>
        outbox.Add(context, $"{key}/{member.Id:N}", member.TenantId, member.AadObjectId, Message(card), time.GetUtcNow());

    private static Activity Message(AdaptiveCard card) => Activity.CreateCard(RawJson.FromUtf8(card.ToUtf8Json()), card.FallbackText);

    private static async Task<IReadOnlyList<Member>> RecipientsAsync(RenkeiBotDbContext context, OrganisationKey organisation, Sender? person, CancellationToken cancellationToken)
    {
        var members = await MemberQueries.ActingFor(context, organisation.Kind, organisation.Id).AsNoTracking().ToListAsync(cancellationToken);
        return members.Find(member => person is not null && member.TenantId == person.TenantId && member.AadObjectId == person.AadObjectId) is { } concerned ? [concerned] : members;
    }

    private static IntroducedPerson Introduced(Member member) => new(member.Name, member.OrganisationName, member.Contact);

    /// <param name="proposal">The proposal.</param>
    /// <param name="other">The other side's organisation.</param>
    /// <param name="person">Whom to get in touch with.</param>
    /// <param name="registered">The contact of their registration, for a chat where the one above has no mail address.</param>
    private static AdaptiveCard Introduction(Proposal proposal, string other, IntroducedPerson person, string registered) =>
        IntroductionCard.Build(new IntroductionView($"{other}との連携に合意しました。担当者をご紹介します。", ProposalViews.Id(proposal.Id), proposal.Content.Title, person)
        {
            ChatUrl = (MailOf(person.Contact) ?? MailOf(registered)) is { } mail ? $"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(mail)}" : null,
        });

    /// <summary>The mail address in a contact, by which Teams finds the person (deep link to a chat); null for none.</summary>
    private static string? MailOf(string contact) =>
        contact.Split([' ', '　', '、', ',', '/', '／', '(', ')', '（', '）', '：'], StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(part => part.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < part.Length - 1 && part.All(char.IsAscii));
}
