using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Limits;

/// <summary>Tells those who ask faster than is answered to wait a little: once, then nothing until the window is over.</summary>
internal sealed class TurnLimitNotice : ITurnLimitHandler
{
    public const string Text = "短い時間に多くのご質問をいただきました。少し待ってから、もう一度お送りください。";

    public Task OnLimitedAsync(TurnContext turn, TurnLimit limit, CancellationToken cancellationToken) => turn.RespondWithMessageAsync(Text, cancellationToken);
}
