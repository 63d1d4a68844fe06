using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Tenants;

/// <summary>
/// Keeps people of other tenants out: every tenant that an activity names must be allowed. A message is refused politely, once in a conversation and an hour, a card or
/// another invoke each time, as it waits for an answer; events are ignored.
/// </summary>
internal sealed partial class TenantGate(AllowedTenants allowed, IHostEnvironment environment, TimeProvider time, ILogger<TenantGate> logger) : ITurnGate
{
    /// <summary>What people of other tenants read.</summary>
    public const string Refusal =
        "申し訳ありません。お使いの組織では、このボットのご利用がまだ許可されていません。ご利用を希望される場合は、特別区長会事務局までお問い合わせください。";

    private const int MaxConversations = 10_000;

    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> refused = new(StringComparer.Ordinal);

    public async ValueTask<bool> AdmitAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (allowed.IsEveryone || IsAllowed(turn.Activity))
            return true;
        var isTold = turn.IsInvoke || turn.Activity.Type == ActivityTypes.Message && IsToBeTold(turn.Activity);
        LogRefused(turn.Activity.Type, turn.Activity.Id, turn.Activity.Conversation?.Id, isTold);
        if (isTold)
            await turn.RespondWithErrorAsync(StatusCodes.Status403Forbidden, "Forbidden", Refusal, cancellationToken);
        return false;
    }

    private bool IsAllowed(Activity activity)
    {
        var names = false;
        foreach (var tenant in Sender.TenantsOf(activity))
        {
            if (!allowed.Contains(tenant))
                return false;
            names = true;
        }

        // Teams always names the tenant; the chat page and the playground of a developer need not.
        return names || environment.IsDevelopment();
    }

    private bool IsToBeTold(Activity activity)
    {
        var conversation = activity.Conversation?.Id ?? "";
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (refused.TryGetValue(conversation, out var last) && now - last < Silence)
                return false;
            refused.Remove(conversation);
            if (refused.Count >= MaxConversations)
                RemoveForgotten(now);

            // Where so many are refused, more of them are better left without an answer.
            return refused.Count < MaxConversations && refused.TryAdd(conversation, now);
        }
    }

    private void RemoveForgotten(DateTimeOffset now)
    {
        foreach (var (conversation, at) in refused)
        {
            if (now - at >= Silence)
                refused.Remove(conversation);
        }
    }

    [LoggerMessage(50, LogLevel.Warning, "Refused, as its tenant is not allowed: {Type}, activity {ActivityId} in {ConversationId}; told: {IsTold}")]
    private partial void LogRefused(string? type, string? activityId, string? conversationId, bool isTold);
}
