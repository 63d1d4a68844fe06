using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Channels;

namespace RenkeiBot.Service.Announcements;

/// <summary>One of those whom a sending reaches, and who has confirmed there.</summary>
/// <param name="Target">Where.</param>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Name">The person's name, or the channel's.</param>
/// <param name="Confirmations">A person's own confirmation; for a channel, those that were pressed there, and those of its organisation's people.</param>
internal sealed record RosterEntry(AnnouncementTarget Target, string Organisation, string Name, IReadOnlyList<AnnouncementConfirmation> Confirmations)
{
    /// <summary>Whether somebody has confirmed.</summary>
    public bool IsConfirmed => Confirmations.Count > 0;
}

/// <summary>Who has confirmed a sending, and who has not.</summary>
internal static class AnnouncementRoster
{
    private const string NoOrganisation = "組織が未設定のチャネル";
    private const string NobodyKnown = "登録が消去された方";

    /// <summary>Reads those whom a sending reaches, with the names that they have now.</summary>
    public static async Task<(IReadOnlyList<RosterEntry> Entries, IReadOnlyList<AnnouncementConfirmation> Confirmations)> ReadAsync(
        RenkeiBotDbContext context, Guid id, int number, CancellationToken cancellationToken)
    {
        var targets = await AnnouncementQueries.Targets(context, id, number).AsNoTracking().ToListAsync(cancellationToken);
        var confirmations = await AnnouncementQueries.Confirmations(context, id, number).AsNoTracking().ToListAsync(cancellationToken);
        var members = (await MemberQueries.All(context).AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(member => (member.TenantId, member.AadObjectId));
        var channels = (await context.Channels.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(channel => channel.ConversationId);
        var byPerson = confirmations.ToDictionary(one => (one.TenantId, one.AadObjectId));
        var byTarget = confirmations.ToLookup(one => one.Target);
        var byOrganisation = confirmations.Where(one => one.OrganisationKind is not null).ToLookup(one => (one.OrganisationKind, one.OrganisationId));
        return ([.. targets.Select(target => target.ConversationId is { } conversation ? Of(target, channels.GetValueOrDefault(conversation)) : OfPerson(target))], confirmations);

        RosterEntry OfPerson(AnnouncementTarget target)
        {
            var member = members.GetValueOrDefault((target.TenantId, target.AadObjectId));
            return new(target, member?.OrganisationName ?? NobodyKnown, member?.Name ?? NobodyKnown, byPerson.TryGetValue((target.TenantId, target.AadObjectId), out var own) ? [own] : []);
        }

        RosterEntry Of(AnnouncementTarget target, Channel? channel)
        {
            var organisation = channel is { OrganisationName.Length: > 0 } ? channel.OrganisationName : NoOrganisation;
            var own = target.OrganisationKind is { } kind ? byOrganisation[(kind, target.OrganisationId)] : [];
            return new(target, organisation, channel is null ? NoOrganisation : AudienceTargets.NameOf(channel), [.. byTarget[target.Number].Union(own)]);
        }
    }
}
