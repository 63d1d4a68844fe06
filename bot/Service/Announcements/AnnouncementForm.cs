using System.Globalization;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Channels;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Channels;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Announcements;

/// <summary>Reads the form of an announcement: what was typed becomes a content, or comes back beside what is wrong with it.</summary>
internal sealed class AnnouncementForm(AnnouncementAudience audience, TimeProvider time)
{
    private static readonly IReadOnlyList<CardChoice> Importances =
        [.. Enum.GetValues<AnnouncementImportance>().Select(one => new CardChoice(AnnouncementMessages.Importance(one), one.ToString()))];

    private static readonly IReadOnlyList<CardChoice> Repeats = [.. Enum.GetValues<AnnouncementRepeat>().Select(one => new CardChoice(AnnouncementMessages.Repeat(one), one.ToString()))];

    /// <summary>A new form with something in it.</summary>
    public AnnouncementFormView New(string sentence, AnnouncementContent content, IReadOnlyList<Channel> channels) => View(sentence, Guid.NewGuid(), content, channels) with { IsNew = true };

    /// <summary>A new form as it is first shown.</summary>
    public AnnouncementFormView Empty(IReadOnlyList<Channel> channels) =>
        New(AnnouncementMessages.NewForm, new AnnouncementContent { Topics = ChannelTopics.Announcements }, channels);

    /// <summary>The form with what is kept in it.</summary>
    public AnnouncementFormView Of(Announcement announcement, string sentence, IReadOnlyList<Channel> channels) =>
        View(sentence, announcement.Id, announcement.Content, channels) with { Version = announcement.Revision };

    /// <summary>The shorter form by which what was sent is corrected.</summary>
    public AnnouncementFormView ForCorrection(Announcement announcement) =>
        View(AnnouncementMessages.CorrectForm, announcement.Id, announcement.Content, []) with { Version = announcement.Revision, IsCorrection = true };

    /// <summary>The announcement that a card means: an existing one by its id, or the one that this person makes of a new form.</summary>
    public static (Guid Id, bool IsNew) Meant(TurnContext turn, Actor actor) => turn.PressedId() is { } id ? (id, false) : (turn.MadeId(actor.Person), true);

    /// <summary>Reads what a card sent.</summary>
    /// <returns>What was typed, and the form with what is wrong; the content can be taken where nothing is.</returns>
    public (AnnouncementContent Content, AnnouncementFormView Form) Read(TurnContext turn, IReadOnlyList<Channel> channels)
    {
        var inputs = new CardInputs(turn.Action!);
        var content = AnnouncementAudience.With(Words(inputs, new AnnouncementContent()), inputs.Chosen(AnnouncementKeys.Targets, "対象", [.. AnnouncementAudience.TargetChoices.Select(choice => choice.Value)])) with
        {
            Importance = One(inputs, AnnouncementKeys.Importance, "重要度", AnnouncementImportance.Normal),
            Areas = Areas(inputs),
            Channels = ChannelChoices.Read(inputs, AnnouncementKeys.Channels, "チャネル", channels),
            AsksConfirmation = inputs.Flag(AnnouncementKeys.Confirm),
            Day = inputs.Day(AnnouncementKeys.Day, "配信日"),
            Time = inputs.Time(AnnouncementKeys.Time, "配信時刻"),
            Repeat = One(inputs, AnnouncementKeys.Repeat, "繰り返し", AnnouncementRepeat.None),
            Until = inputs.Day(AnnouncementKeys.Until, "終了日"),
        };
        foreach (var (key, error) in Missing(content))
            inputs.Refuse(key, error);
        var view = View(inputs.Errors.Count == 0 ? AnnouncementMessages.NewForm : AnnouncementMessages.Wrong, turn.PressedId() ?? turn.PressedId(CardKeys.NewId) ?? Guid.NewGuid(), content, channels);
        return (content, view with { IsNew = turn.PressedId() is null, Version = turn.PressedVersion(), Errors = inputs.Errors });
    }

    /// <summary>Reads the shorter form.</summary>
    public (AnnouncementContent Content, AnnouncementFormView Form) ReadCorrection(TurnContext turn, Announcement announcement)
    {
        var inputs = new CardInputs(turn.Action!);
        var content = Words(inputs, announcement.Content);
        foreach (var (key, error) in MissingWords(content))
            inputs.Refuse(key, error);
        return (content, View(AnnouncementMessages.Wrong, announcement.Id, content, []) with { Version = turn.PressedVersion(), IsCorrection = true, Errors = inputs.Errors });
    }

    /// <summary>What keeps a content from being sent, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Missing(AnnouncementContent content)
    {
        var errors = MissingWords(content);
        if (content is { Topics: ChannelTopics.None, Officers: false, Everyone: false, Channels.Count: 0 })
            errors[AnnouncementKeys.Targets] = AnnouncementMessages.NobodyChosen;
        if (content is { Day: not null, Time: null })
            errors[AnnouncementKeys.Time] = AnnouncementMessages.TimeMissing;
        if (content is { Day: null, Time: not null })
            errors[AnnouncementKeys.Day] = AnnouncementMessages.DayMissing;
        if (content is { Day: { } day, Time: { } at } && AnnouncementSchedule.At(day, at) <= time.GetUtcNow())
            errors[AnnouncementKeys.Day] = AnnouncementMessages.InPast;
        if (content is { Until: not null, Repeat: AnnouncementRepeat.None })
            errors[AnnouncementKeys.Until] = AnnouncementMessages.UntilWithoutRepeat;
        else if (content.Until < (content.Day ?? JapanTime.Today(time)))
            errors[AnnouncementKeys.Until] = AnnouncementMessages.UntilBeforeStart;
        return errors;
    }

    private static Dictionary<string, string> MissingWords(AnnouncementContent content)
    {
        var errors = new Dictionary<string, string>();
        if (content.Title.Length == 0)
            errors[AnnouncementKeys.Title] = AnnouncementMessages.TitleMissing;
        if (content.Text.Length == 0)
            errors[AnnouncementKeys.Text] = AnnouncementMessages.TextMissing;
        for (var number = 0; number < content.Links.Count; number++)
        {
            var ((title, url), suffix) = (content.Links[number], (number + 1).ToString(CultureInfo.InvariantCulture));
            if (title.Length == 0)
                errors[AnnouncementKeys.LinkTitle + suffix] = AnnouncementMessages.LinkTitleMissing;
            if (url.Length == 0)
                errors[AnnouncementKeys.LinkUrl + suffix] = AnnouncementMessages.LinkUrlMissing;
            else if (url.Length > AnnouncementContent.LinkLength || !Uri.TryCreate(url, UriKind.Absolute, out var page) || page.Scheme != Uri.UriSchemeHttps || page.UserInfo.Length > 0)
                errors[AnnouncementKeys.LinkUrl + suffix] = AnnouncementMessages.BadLink;
        }

        return errors;
    }

    private static AnnouncementContent Words(CardInputs inputs, AnnouncementContent content) => content with
    {
        Title = inputs.Limited(AnnouncementKeys.Title, inputs.Line(AnnouncementKeys.Title), "件名", AnnouncementContent.TitleLength),
        Text = inputs.Limited(AnnouncementKeys.Text, inputs.Text(AnnouncementKeys.Text), "本文", AnnouncementContent.TextLength),
        Links = [.. Enumerable.Range(1, AnnouncementContent.MaxLinks).Select(number => Link(inputs, number.ToString(CultureInfo.InvariantCulture))).OfType<AnnouncementLink>()],
    };

    private static AnnouncementLink? Link(CardInputs inputs, string suffix)
    {
        var title = inputs.Limited(AnnouncementKeys.LinkTitle + suffix, inputs.Line(AnnouncementKeys.LinkTitle + suffix), "リンク名", AnnouncementContent.LinkTitleLength);
        var url = inputs.Line(AnnouncementKeys.LinkUrl + suffix);
        return title.Length + url.Length == 0 ? null : new AnnouncementLink(title, url);
    }

    private static T One<T>(CardInputs inputs, string key, string name, T none)
        where T : struct, Enum => inputs.Chosen(key, name, Enum.GetNames<T>()) is [var chosen, ..] ? Enum.Parse<T>(chosen) : none;

    private IReadOnlyList<string> Areas(CardInputs inputs)
    {
        var chosen = inputs.Chosen(AnnouncementKeys.Areas, "区・地域", [.. audience.AreaChoices.Select(choice => choice.Value)]);
        return chosen.Contains(FormAreas.Any) ? [] : chosen;
    }

    private AnnouncementFormView View(string sentence, Guid id, AnnouncementContent content, IReadOnlyList<Channel> channels) => new(sentence, id.ToString("N"))
    {
        Title = content.Title,
        Text = content.Text,
        Importance = content.Importance.ToString(),
        ImportanceChoices = Importances,
        Targets = AnnouncementAudience.Chosen(content),
        TargetChoices = AnnouncementAudience.TargetChoices,
        Areas = content.Areas,
        AreaChoices = audience.AreaChoices,
        Channels = [.. content.Channels.Select(ChannelChoices.ValueOf)],
        ChannelChoices = ChannelChoices.Of(channels),
        Links = [.. content.Links.Select(link => new AnnouncementLinkView(link.Title, link.Url))],
        Confirm = content.AsksConfirmation,
        Day = content.Day,
        Time = content.Time,
        Repeat = content.Repeat.ToString(),
        RepeatChoices = Repeats,
        Until = content.Until,
    };
}
