using RenkeiBot.Cards;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Channels;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Channels;

namespace RenkeiBot.Service.Announcements;

/// <summary>対象: what a form offers, what was chosen in words, and as the channels' <see cref="Audience"/>.</summary>
internal sealed class AnnouncementAudience(FormAreas areas)
{
    private const string Officers = "Officers";
    private const string Everyone = "Everyone";

    private static readonly (ChannelTopics Topic, string Name)[] Topics =
    [
        (ChannelTopics.Announcements, "お知らせを購読するチャネル"),
        (ChannelTopics.Meetings, "会議を購読するチャネル"),
        (ChannelTopics.DisasterSupport, "災害支援を購読するチャネル"),
        (ChannelTopics.Events, "展示・イベントを購読するチャネル"),
        (ChannelTopics.Proposals, "新着提案を購読するチャネル"),
    ];

    /// <summary>The 対象 that a form offers.</summary>
    public static IReadOnlyList<CardChoice> TargetChoices { get; } =
    [
        .. Topics.Select(one => new CardChoice(one.Name, one.Topic.ToString())),
        new CardChoice("連携担当全員（個人チャット）", Officers),
        new CardChoice("全員（すべてのチャネルと登録者）", Everyone),
    ];

    /// <summary>The 区・地域 that a form offers.</summary>
    public IReadOnlyList<CardChoice> AreaChoices => areas.Choices;

    /// <summary>What was chosen, as a card names it.</summary>
    public static IReadOnlyList<string> Chosen(AnnouncementContent content) =>
    [
        .. Topics.Where(one => content.Topics.HasFlag(one.Topic)).Select(one => one.Topic.ToString()),
        .. content.Officers ? [Officers] : Array.Empty<string>(),
        .. content.Everyone ? [Everyone] : Array.Empty<string>(),
    ];

    /// <summary>A content with what was chosen.</summary>
    public static AnnouncementContent With(AnnouncementContent content, IReadOnlyList<string> chosen) => content with
    {
        Topics = Topics.Where(one => chosen.Contains(one.Topic.ToString())).Aggregate(ChannelTopics.None, (all, one) => all | one.Topic),
        Officers = chosen.Contains(Officers),
        Everyone = chosen.Contains(Everyone),
    };

    /// <summary>Whom a content means.</summary>
    public static Audience Of(AnnouncementContent content) =>
        new() { Topics = content.Topics, Areas = content.Areas, Channels = content.Channels, Officers = content.Officers, Everyone = content.Everyone };

    /// <summary>What was chosen, in words.</summary>
    public string Describe(AnnouncementContent content)
    {
        var chosen = Chosen(content);
        var names = content.Everyone ? [TargetChoices[^1].Title] : TargetChoices.Where(choice => chosen.Contains(choice.Value)).Select(choice => choice.Title).ToList();
        if (!content.Everyone && content.Channels.Count > 0)
            names.Add($"選んだチャネル{content.Channels.Count}件");
        return string.Join('、', names) + (content.Everyone || content.Areas.Count == 0 ? "" : $"（{areas.NamesOf(content.Areas)}）");
    }
}
