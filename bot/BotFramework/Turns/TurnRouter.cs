using System.Text;

namespace RenkeiBot.BotFramework;

/// <summary>
/// Knows which handler a turn belongs to. Messages, card actions and invokes belong to one handler each, and registering a second one
/// is an error at start; of the events (members, installation, reactions) every handler is told, in the order of registration.
/// </summary>
public sealed class TurnRouter
{
    private readonly Dictionary<string, (TurnHandler Handler, bool WithText)> commands = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TurnHandler> verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> textVerbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TurnHandler> invokes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TurnHandler>> conversationUpdates = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TurnHandler> botAdded = [];
    private readonly List<TurnHandler> botRemoved = [];
    private readonly List<TurnHandler> membersAdded = [];
    private readonly List<TurnHandler> membersRemoved = [];
    private readonly List<TurnHandler> installationUpdates = [];
    private readonly List<TurnHandler> reactions = [];
    private TurnHandler? message;
    private TurnHandler? unknownVerb;

    internal TurnRouter(IEnumerable<ITurnFeature> features)
    {
        foreach (var feature in features)
            feature.Register(this);
    }

    /// <summary>The handler that is told when another one has thrown, or null.</summary>
    internal TurnErrorHandler? ErrorHandler { get; private set; }

    /// <summary>A text that is exactly this word: after NFKC normalisation, ignoring case and outer spaces, without the mention of the bot.</summary>
    /// <exception cref="InvalidOperationException">The word has a handler already.</exception>
    public void OnCommand(string word, TurnHandler handler) => AddCommand(word, handler, withText: false);

    /// <summary>As <see cref="OnCommand"/>, and also the word followed by a space and more: see <see cref="TurnContext.CommandText"/>.</summary>
    /// <exception cref="InvalidOperationException">The word has a handler already.</exception>
    public void OnCommandWithText(string word, TurnHandler handler) => AddCommand(word, handler, withText: true);

    /// <summary>A pressed card with this verb: Action.Submit with <c>verb</c> in its data, or Action.Execute. See <see cref="TurnContext.Action"/>.</summary>
    /// <exception cref="InvalidOperationException">The verb has a handler already.</exception>
    public void OnVerb(string verb, TurnHandler handler)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(verb);
        ArgumentNullException.ThrowIfNull(handler);
        if (textVerbs.ContainsKey(verb) || !verbs.TryAdd(verb, handler))
            throw new InvalidOperationException($"Two features claim the card verb '{verb}'.");
    }

    /// <summary>
    /// A pressed card with this verb stands for a text: the turn goes to whoever handles the text under that key of the data, as a command or as a message,
    /// and is answered as if the user had typed it. See <see cref="TurnContext.Text"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The verb has a handler already.</exception>
    public void OnVerbAsText(string verb, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(verb);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        if (verbs.ContainsKey(verb) || !textVerbs.TryAdd(verb, key))
            throw new InvalidOperationException($"Two features claim the card verb '{verb}'.");
    }

    /// <summary>An invoke of this name, other than <c>adaptiveCard/action</c>. It sets <see cref="TurnContext.InvokeResponse"/>.</summary>
    /// <exception cref="InvalidOperationException">The name has a handler already, or is <c>adaptiveCard/action</c>.</exception>
    public void OnInvoke(string name, TurnHandler handler)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(handler);
        if (name == InvokeNames.AdaptiveCardAction || !invokes.TryAdd(name, handler))
            throw new InvalidOperationException($"The invoke '{name}' is taken already.");
    }

    /// <summary>Every message that is neither command nor card action. Its text may be empty: a picture, or a mention of the bot and nothing else.</summary>
    /// <exception cref="InvalidOperationException">There is such a handler already.</exception>
    public void OnMessage(TurnHandler handler) => message = Sole(message, handler, "messages");

    /// <summary>A pressed card whose verb nobody claims, or that has none.</summary>
    /// <exception cref="InvalidOperationException">There is such a handler already.</exception>
    public void OnUnknownVerb(TurnHandler handler) => unknownVerb = Sole(unknownVerb, handler, "unknown card verbs");

    /// <summary>Says something to the user after a handler has thrown. The exception is logged already.</summary>
    /// <exception cref="InvalidOperationException">There is such a handler already.</exception>
    public void OnError(TurnErrorHandler handler) => ErrorHandler = Sole(ErrorHandler, handler, "errors");

    /// <summary>The bot came into a chat or a team (conversationUpdate with the recipient in membersAdded).</summary>
    public void OnBotAdded(TurnHandler handler) => Add(botAdded, handler);

    /// <summary>The bot was removed from a chat or a team (conversationUpdate with the recipient in membersRemoved).</summary>
    public void OnBotRemoved(TurnHandler handler) => Add(botRemoved, handler);

    /// <summary>People came into the conversation that the bot is in; not called along with <see cref="OnBotAdded"/>.</summary>
    public void OnMembersAdded(TurnHandler handler) => Add(membersAdded, handler);

    /// <summary>People left the conversation that the bot is in; not called along with <see cref="OnBotRemoved"/>.</summary>
    public void OnMembersRemoved(TurnHandler handler) => Add(membersRemoved, handler);

    /// <summary>A conversationUpdate whose Teams channel data has this event type, such as channelRenamed; case is ignored.</summary>
    public void OnConversationUpdate(string eventType, TurnHandler handler)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventType);
        if (!conversationUpdates.TryGetValue(eventType, out var handlers))
            conversationUpdates.Add(eventType, handlers = []);
        Add(handlers, handler);
    }

    /// <summary>The bot was installed or uninstalled: <see cref="Activity.Action"/> is add or remove.</summary>
    public void OnInstallationUpdate(TurnHandler handler) => Add(installationUpdates, handler);

    /// <summary>Reactions to a message of the bot were added or taken back (messageReaction).</summary>
    public void OnReaction(TurnHandler handler) => Add(reactions, handler);

    /// <summary>The handlers of a turn, in order; none for what nobody claims.</summary>
    internal IReadOnlyList<TurnHandler> Find(TurnContext turn) => turn.Activity.Type switch
    {
        ActivityTypes.Message => FindForMessage(turn),
        ActivityTypes.Invoke => FindForInvoke(turn),
        ActivityTypes.ConversationUpdate => FindForConversationUpdate(turn),
        ActivityTypes.InstallationUpdate => installationUpdates,
        ActivityTypes.MessageReaction => reactions,
        _ => [],
    };

    private IReadOnlyList<TurnHandler> FindForMessage(TurnContext turn)
    {
        if (turn.Action is { } action)
            return FindForAction(turn, action);
        return FindForText(turn);
    }

    private IReadOnlyList<TurnHandler> FindForText(TurnContext turn)
    {
        if (turn.Text.Length > 0 && FindCommand(turn) is { } command)
            return [command];
        return message is null ? [] : [message];
    }

    private IReadOnlyList<TurnHandler> FindForInvoke(TurnContext turn)
    {
        if (turn.Activity.Name == InvokeNames.AdaptiveCardAction)
            return turn.Action is { } action ? FindForAction(turn, action) : [];
        return turn.Activity.Name is { } name && invokes.TryGetValue(name, out var handler) ? [handler] : [];
    }

    private IReadOnlyList<TurnHandler> FindForAction(TurnContext turn, AdaptiveCardAction action)
    {
        if (action.Verb is { } verb)
        {
            if (verbs.TryGetValue(verb, out var handler))
                return [handler];
            if (textVerbs.TryGetValue(verb, out var key))
            {
                turn.TakeAsText(action.GetText(key));
                return FindForText(turn);
            }
        }
        return unknownVerb is null ? [] : [unknownVerb];
    }

    private TurnHandler? FindCommand(TurnContext turn)
    {
        var text = turn.Text;
        if (commands.TryGetValue(Normalised(text), out var exact))
            return exact.Handler;
        var space = IndexOfSpace(text);
        if (space < 0 || !commands.TryGetValue(Normalised(text[..space]), out var command) || !command.WithText)
            return null;
        turn.CommandText = text[space..].Trim();
        return command.Handler;
    }

    private List<TurnHandler> FindForConversationUpdate(TurnContext turn)
    {
        var activity = turn.Activity;
        var found = new List<TurnHandler>();
        if (activity.MembersAdded is { Count: > 0 } added)
            found.AddRange(added.Any(member => turn.IsBot(member)) ? botAdded : membersAdded);
        if (activity.MembersRemoved is { Count: > 0 } removed)
            found.AddRange(removed.Any(member => turn.IsBot(member)) ? botRemoved : membersRemoved);
        if (conversationUpdates.Count > 0 && turn.TeamsChannelData?.EventType is { } eventType && conversationUpdates.TryGetValue(eventType, out var handlers))
            found.AddRange(handlers);
        return found;
    }

    private void AddCommand(string word, TurnHandler handler, bool withText)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(word);
        ArgumentNullException.ThrowIfNull(handler);
        var key = Normalised(word.Trim());
        if (IndexOfSpace(key) >= 0)
            throw new InvalidOperationException($"The command '{word}' has a space in it; a command is one word.");
        if (!commands.TryAdd(key, (handler, withText)))
            throw new InvalidOperationException($"Two features claim the command '{word}'.");
    }

    private static T Sole<T>(T? known, T handler, string what) where T : Delegate
    {
        ArgumentNullException.ThrowIfNull(handler);
        return known is null ? handler : throw new InvalidOperationException($"Two features claim all {what}.");
    }

    private static void Add(List<TurnHandler> handlers, TurnHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handlers.Add(handler);
    }

    // A text with half a surrogate pair cannot be normalised, and is no command.
    private static string Normalised(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? text : text.Normalize(NormalizationForm.FormKC);

    private static int IndexOfSpace(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                return i;
        }
        return -1;
    }
}
