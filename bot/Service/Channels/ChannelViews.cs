using Microsoft.EntityFrameworkCore;
using RenkeiBot.Cards.Channels;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Proposals;

namespace RenkeiBot.Service.Channels;

/// <summary>What the channels' cards show.</summary>
internal static class ChannelViews
{
    /// <summary>The settings of a channel.</summary>
    public static async Task<ChannelSettingsView> SettingsAsync(RenkeiBotDbContext context, Channel channel, string sentence, CancellationToken cancellationToken) =>
        new(sentence, AudienceTargets.NameOf(channel), channel.Version)
        {
            Topics = TopicNames.Values(channel.Topics),
            TopicChoices = TopicNames.Choices,
            Fields = [.. channel.ProposalFields.Select(field => field.ToString())],
            FieldChoices = ProposalForm.FieldChoices,
            Organisation = channel.OrganisationName,
            ChangedBy = await ChangedByAsync(context, channel, cancellationToken),
            ChangedOn = channel.ChangedAt is { } at ? JapanTime.Day(at) : "",
            IsUndoable = channel.PreviousTopics is not null,
        };

    /// <summary>A channel as a line of the secretariat's list.</summary>
    public static async Task<ChannelLine> LineAsync(RenkeiBotDbContext context, Channel channel, CancellationToken cancellationToken)
    {
        var topics = TopicNames.NamesOf(channel.Topics & ~ChannelTopics.Proposals).ToList();
        if (channel.Topics.HasFlag(ChannelTopics.Proposals))
            topics.Add(channel.ProposalFields.Count == 0 ? TopicNames.NamesOf(ChannelTopics.Proposals)[0] : ChannelMessages.OfFields(channel.ProposalFields.Select(field => field.JapaneseName())));
        string[] details = [StateOf(channel), channel.OrganisationName, await ChangedByAsync(context, channel, cancellationToken), channel.ChangedAt is { } at ? JapanTime.Day(at) : ""];
        return new(AudienceTargets.NameOf(channel), topics.Count == 0 ? ChannelMessages.Nothing : string.Join('、', topics), string.Join('・', details.Where(detail => detail.Length > 0)));
    }

    private static string StateOf(Channel channel) => channel.State switch
    {
        ChannelState.Removed => ChannelMessages.Removed,
        ChannelState.Deleted => ChannelMessages.Deleted,
        ChannelState.Archived => ChannelMessages.Archived,
        _ => "",
    };

    private static async Task<string> ChangedByAsync(RenkeiBotDbContext context, Channel channel, CancellationToken cancellationToken) =>
        channel.ChangedBy is { } id && await MemberQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } member
            ? $"{member.Name}（{member.OrganisationName}）" : "";
}
