using RenkeiBot.BotFramework;
using RenkeiBot.Service.Telemetry;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Members;

/// <summary>Counts by role who uses the bot. It is a gate only to see every turn that was admitted before: it admits everyone.</summary>
internal sealed class MemberUse(MemberDirectory members, ServiceTelemetry telemetry) : ITurnGate
{
    public ValueTask<bool> AdmitAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        telemetry.Used(members.Peek(Sender.Of(turn.Activity))?.Role);
        return ValueTask.FromResult(true);
    }
}
