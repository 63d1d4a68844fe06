using Microsoft.EntityFrameworkCore;
using RenkeiBot.Cards;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Channels;

namespace RenkeiBot.Service.Meetings;

/// <summary>対象: what a form offers, whom a meeting means, and whether it concerns a member.</summary>
internal sealed class MeetingAudience(AudienceTargets targets, FormAreas areas)
{
    public const string Subscribers = "subscribers";
    public const string Officers = "officers";

    /// <summary>More would not fit on the card beside all else.</summary>
    private const int MaxChannels = 60;

    public static IReadOnlyList<CardChoice> Choices { get; } = [new("会議を購読するチャネル", Subscribers), new("連携担当全員（個人チャット）", Officers)];

    public IReadOnlyList<CardChoice> AreaChoices => [.. areas.Choices.Where(choice => choice.Value != FormAreas.Any)];

    /// <summary>The channels that a form offers.</summary>
    public static async Task<IReadOnlyList<Channel>> ChannelsAsync(RenkeiBotDbContext context, CancellationToken cancellationToken) =>
        await ChannelQueries.Active(context).Take(MaxChannels).AsNoTracking().ToListAsync(cancellationToken);

    public static Audience Of(MeetingContent content) => new()
    {
        Topics = content.ToSubscribers ? ChannelTopics.Meetings : ChannelTopics.None,
        Officers = content.ToOfficers,
        Areas = content.Areas,
        Channels = content.Channels,
    };

    /// <summary>Whom it reaches now.</summary>
    public Task<IReadOnlyList<AudienceTarget>> ResolveAsync(RenkeiBotDbContext context, MeetingContent content, CancellationToken cancellationToken) =>
        targets.ResolveAsync(context, Of(content), cancellationToken);

    /// <summary>対象 in words.</summary>
    public string Describe(MeetingContent content)
    {
        List<string> parts = [];
        if (content.ToSubscribers)
            parts.Add(Choices[0].Title);
        if (content.ToOfficers)
            parts.Add(Choices[1].Title);
        if (content.Channels.Count > 0)
            parts.Add($"選んだチャネル{content.Channels.Count}か所");
        return string.Join('、', parts) + (content.Areas.Count > 0 ? $"（{areas.NamesOf(content.Areas)}）" : "");
    }

    /// <summary>Whether a member is one of those whom a meeting means: by area, or by a channel of their organisation.</summary>
    public bool Concerns(MeetingContent content, Member member, IReadOnlyCollection<AudienceTarget> reached) =>
        reached.Any(target => target.Organisation == member.Organisation)
        || (content.ToSubscribers && targets.IsIn(content.Areas, member.Organisation));
}
