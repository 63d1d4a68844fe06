using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Meetings;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Channels;
using RenkeiBot.Service.Directories;

namespace RenkeiBot.Service.Meetings;

/// <summary>Reads the form of a meeting: what was typed becomes a content, or comes back beside what is wrong with it.</summary>
internal sealed class MeetingForm(IDbContextFactory<RenkeiBotDbContext> contexts, MeetingAudience audience, MeetingCalendar calendar, TimeProvider time)
{
    private static readonly IReadOnlyList<CardChoice> KindChoices = [.. Enum.GetValues<MeetingKind>().Select(kind => new CardChoice(kind.JapaneseName(), kind.ToString()))];

    /// <summary>The form as it is first shown.</summary>
    public async Task<MeetingFormView> EmptyAsync(CancellationToken cancellationToken) =>
        Choosing(new MeetingFormView(MeetingMessages.NewForm, Guid.NewGuid().ToString("N")) { IsNew = true, Kind = nameof(MeetingKind.WardMayorsAssembly), Audience = [MeetingAudience.Subscribers] },
            await ChannelsAsync(cancellationToken));

    /// <summary>The form with what is kept in it: a change that was not sent before what was.</summary>
    public async Task<MeetingFormView> OfAsync(PlannedMeeting meeting, CancellationToken cancellationToken)
    {
        var content = meeting.Pending ?? meeting.Content;
        return Choosing(new MeetingFormView(meeting.State == MeetingState.Draft ? MeetingMessages.DraftForm : MeetingMessages.ChangeForm, MeetingCards.Id(meeting.Id))
        {
            Version = meeting.Version,
            Kind = content.Kind.ToString(),
            Title = content.Title,
            Date = content.Date,
            Start = content.Start.ToString("HH:mm", null),
            End = content.End.ToString("HH:mm", null),
            Place = content.Place,
            IsOnline = content.IsOnline,
            OnlineUrl = content.OnlineUrl,
            Agenda = string.Join('\n', content.Agenda),
            Materials = content.Materials.Lines(),
            Audience = [.. content.ToSubscribers ? [MeetingAudience.Subscribers] : Array.Empty<string>(), .. content.ToOfficers ? [MeetingAudience.Officers] : Array.Empty<string>()],
            Areas = content.Areas,
            Channels = [.. content.Channels.Select(ChannelChoices.ValueOf)],
        }, await ChannelsAsync(cancellationToken));
    }

    /// <summary>Reads what a card sent.</summary>
    /// <param name="turn">The turn in which it was sent.</param>
    /// <param name="before">What was announced: a time that has passed since may stay; null for nothing.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What was typed, and the form with what is wrong; the content can be taken where nothing is.</returns>
    public async Task<(MeetingContent Content, MeetingFormView Form)> ReadAsync(TurnContext turn, MeetingContent? before, CancellationToken cancellationToken)
    {
        var inputs = new CardInputs(turn.Action!);
        var channels = await ChannelsAsync(cancellationToken);
        var (date, start, end) = (inputs.Day(MeetingKeys.Date, "開催日"), inputs.Time(MeetingKeys.Start, "開始"), inputs.Time(MeetingKeys.End, "終了"));
        var kind = inputs.Chosen(MeetingKeys.Kind, "会議体", Enum.GetNames<MeetingKind>());
        var chosen = inputs.Chosen(MeetingKeys.Audience, "対象", [.. MeetingAudience.Choices.Select(choice => choice.Value)]);
        var content = new MeetingContent
        {
            Kind = kind is [var only] ? Enum.Parse<MeetingKind>(only) : default,
            Title = inputs.Limited(MeetingKeys.Title, inputs.Line(MeetingKeys.Title), "件名", MeetingContent.TitleLength),
            Date = date ?? default,
            Start = start ?? default,
            End = end ?? default,
            Place = inputs.Limited(MeetingKeys.Place, inputs.Line(MeetingKeys.Place), "場所", MeetingContent.TitleLength),
            IsOnline = inputs.Flag(MeetingKeys.Online),
            OnlineUrl = inputs.Line(MeetingKeys.OnlineUrl),
            Agenda = MeetingLines.Items(inputs, MeetingKeys.Agenda, "議題"),
            Materials = MeetingLines.Links(inputs, MeetingKeys.Materials, "資料"),
            ToSubscribers = chosen.Contains(MeetingAudience.Subscribers),
            ToOfficers = chosen.Contains(MeetingAudience.Officers),
            Areas = inputs.Chosen(MeetingKeys.Areas, "対象の地域", [.. audience.AreaChoices.Select(choice => choice.Value)]),
            Channels = ChannelChoices.Read(inputs, MeetingKeys.Channels, "対象のチャネル", channels),
        };
        if (kind.Count != 1)
            inputs.Refuse(MeetingKeys.Kind, MeetingMessages.KindMissing);
        if (date is null)
            inputs.Refuse(MeetingKeys.Date, MeetingMessages.DateMissing);
        if (start is null)
            inputs.Refuse(MeetingKeys.Start, MeetingMessages.StartMissing);
        if (end is null)
            inputs.Refuse(MeetingKeys.End, MeetingMessages.EndMissing);
        var isDated = date is not null && start is not null && end is not null;
        foreach (var (key, error) in Missing(content, before).Where(one => isDated || one.Key is not (MeetingKeys.Date or MeetingKeys.End)))
            inputs.Refuse(key, error);

        // The form comes back as it was drawn: a new one as a new one.
        var isNew = turn.PressedId() is null;
        var form = new MeetingFormView(
            inputs.Errors.Count > 0 ? MeetingMessages.Wrong : isNew ? MeetingMessages.NewForm : MeetingMessages.DraftForm,
            (turn.PressedId() ?? turn.PressedId(CardKeys.NewId) ?? Guid.NewGuid()).ToString("N"))
        {
            IsNew = isNew,
            Version = turn.PressedVersion(),
            Kind = kind is [var name] ? name : "",
            Title = content.Title,
            Date = date,
            Start = start?.ToString("HH:mm", null) ?? "",
            End = end?.ToString("HH:mm", null) ?? "",
            Place = content.Place,
            IsOnline = content.IsOnline,
            OnlineUrl = content.OnlineUrl,
            Agenda = inputs.Text(MeetingKeys.Agenda),
            Materials = inputs.Text(MeetingKeys.Materials),
            Audience = chosen,
            Areas = content.Areas,
            Channels = [.. content.Channels.Select(ChannelChoices.ValueOf)],
            Errors = inputs.Errors,
        };
        return (content, Choosing(form, channels));
    }

    /// <summary>What keeps a content from being sent, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Missing(MeetingContent content, MeetingContent? before)
    {
        var errors = new Dictionary<string, string>();
        if (content.Title.Length == 0)
            errors[MeetingKeys.Title] = MeetingMessages.TitleMissing;
        if (content.End <= content.Start)
            errors[MeetingKeys.End] = MeetingMessages.EndBeforeStart;
        if (content.StartsAt() <= time.GetUtcNow() && content.StartsAt() != before?.StartsAt())
            errors[MeetingKeys.Date] = MeetingMessages.InPast;
        if (content.Place.Length == 0 && !content.IsOnline)
            errors[MeetingKeys.Place] = MeetingMessages.PlaceMissing;
        if (content.OnlineUrl.Length > 0 && !MeetingLines.IsHttps(content.OnlineUrl))
            errors[MeetingKeys.OnlineUrl] = MeetingMessages.BadOnlineUrl;
        else if (content.OnlineUrl.Length > 0 && !content.IsOnline)
            errors[MeetingKeys.OnlineUrl] = MeetingMessages.OnlineNotChosen;
        else if (content.OnlineUrl.Length == 0 && content.IsOnline && !calendar.IsConfigured)
            errors[MeetingKeys.OnlineUrl] = MeetingMessages.OnlineUrlMissing;
        if (!content.ToSubscribers && !content.ToOfficers && content.Channels.Count == 0)
            errors[MeetingKeys.Audience] = MeetingMessages.AudienceMissing;
        return errors;
    }

    private MeetingFormView Choosing(MeetingFormView view, IReadOnlyList<Channel> channels) => view with
    {
        KindChoices = KindChoices,
        AudienceChoices = MeetingAudience.Choices,
        AreaChoices = audience.AreaChoices,
        ChannelChoices = ChannelChoices.Of(channels),
        IsOnlineMade = calendar.IsConfigured,
    };

    private async Task<IReadOnlyList<Channel>> ChannelsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await MeetingAudience.ChannelsAsync(context, cancellationToken);
    }
}
