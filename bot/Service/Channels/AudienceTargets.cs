using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Channels;

/// <summary>One of those who are reached.</summary>
/// <param name="Target">Where.</param>
/// <param name="Name">Who, as the secretariat reads it: team and channel, or person and organisation.</param>
/// <param name="Organisation">The organisation that the channel or the person belongs to; null where nobody has said.</param>
internal sealed record AudienceTarget(OutboxTarget Target, string Name, OrganisationKey? Organisation);

/// <summary>Finds whom an <see cref="Audience"/> means now: each conversation once.</summary>
internal sealed class AudienceTargets(RecordStore store)
{
    public async Task<IReadOnlyList<AudienceTarget>> ResolveAsync(RenkeiBotDbContext context, Audience audience, CancellationToken cancellationToken)
    {
        var targets = new List<AudienceTarget>();
        var channels = await ChannelQueries.Active(context).AsNoTracking().ToListAsync(cancellationToken);
        targets.AddRange(channels.Where(channel => IsMeant(audience, channel)).Select(Of));
        if (audience.Officers || audience.Everyone)
        {
            var members = await MemberQueries.Active(context).AsNoTracking().ToListAsync(cancellationToken);
            targets.AddRange(members.Where(member => IsMeant(audience, member)).OrderBy(member => member.OrganisationId, StringComparer.Ordinal).ThenBy(member => member.Id).Select(Of));
        }

        return [.. targets.DistinctBy(target => target.Target.Key)];
    }

    /// <summary>A channel's name as people read it.</summary>
    public static string NameOf(Channel channel) => channel switch
    {
        { TeamId.Length: 0, Name.Length: 0, OrganisationName.Length: 0 } => ChannelMessages.GroupChat,
        { TeamId.Length: 0, Name.Length: 0 } => $"{ChannelMessages.GroupChat}（{channel.OrganisationName}）",
        { TeamId.Length: 0 } => channel.Name,
        { TeamName.Length: 0, Name.Length: 0 } => ChannelMessages.Unnamed,
        { TeamName.Length: 0 } => channel.Name,
        { Name.Length: > 0 } => $"{channel.TeamName}（{channel.Name}）",
        // General has the team's id, and often no name.
        _ => $"{channel.TeamName}（{(channel.ConversationId == channel.TeamId ? ChannelMessages.General : ChannelMessages.Unnamed)}）",
    };

    /// <summary>Whether an organisation is in one of some areas; no areas are everywhere.</summary>
    public bool IsIn(IReadOnlyList<string> areas, OrganisationKey? organisation) =>
        areas.Count == 0 || (organisation is { } one && areas.Any(area => area switch
        {
            Area.Wards => one.Kind == OrganisationKind.Ward,
            _ when Area.IsCode(area) => one.Id == area,
            _ when one.Kind is not (OrganisationKind.Ward or OrganisationKind.Municipality) => false,
            _ when Area.IsPrefecture(area, out var number) => one.Id.StartsWith(Area.OfPrefecture(number), StringComparison.Ordinal),
            _ => Area.IsRegion(area, out var region) && store.Current.Of<Prefecture>().Any(prefecture => prefecture.Region == region && one.Id.StartsWith(Area.OfPrefecture(prefecture.Number), StringComparison.Ordinal)),
        }));

    private static AudienceTarget Of(Channel channel) =>
        new(OutboxTarget.Of(channel), NameOf(channel), channel.OrganisationKind is { } kind ? new OrganisationKey(kind, channel.OrganisationId) : null);

    private static AudienceTarget Of(Member member) => new(OutboxTarget.Person(member.TenantId, member.AadObjectId), $"{member.Name}（{member.OrganisationName}）", member.Organisation);

    private bool IsMeant(Audience audience, Channel channel) =>
        audience.Everyone || audience.Channels.Contains(channel.ConversationId)
        || ((channel.Topics & audience.Topics) != ChannelTopics.None && IsIn(audience.Areas, channel.OrganisationKind is { } kind ? new OrganisationKey(kind, channel.OrganisationId) : null));

    private bool IsMeant(Audience audience, Member member) => audience.Everyone || (member.Role == MemberRole.LiaisonOfficer && IsIn(audience.Areas, member.Organisation));
}
