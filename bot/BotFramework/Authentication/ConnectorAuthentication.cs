using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace RenkeiBot.BotFramework;

/// <summary>
/// Admits what the channel proves to be its own: the token before the body is read, then what binds the token to the activity. There is no way around it
/// in any environment once the bot has an app id.
/// </summary>
internal sealed class ConnectorAuthentication(ServiceUrlPolicy serviceUrls, TimeProvider time) : IChannelAuthentication
{
    /// <summary>The header with which Teams names the tenant; it may be empty, and proves nothing.</summary>
    private const string TenantHeader = "x-ms-tenant-id";

    public async ValueTask<Admission> AdmitRequestAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var result = await context.AuthenticateAsync(ConnectorTokenHandler.SchemeName);
        if (result.Succeeded)
        {
            context.User = result.Principal;
            return Admission.Granted;
        }
        return result.Failure is ConnectorTokenException failure
            ? failure.Refusal
            : Admission.Refused(StatusCodes.Status401Unauthorized, "the channel was not authenticated");
    }

    public Admission AdmitActivity(HttpContext context, Activity activity)
    {
        var token = context.Features.GetRequiredFeature<ConnectorToken>();
        if (activity.ChannelId != ChannelIds.MsTeams)
            return Refused("the channel is not msteams");
        if (!token.Endorsements.Contains(activity.ChannelId))
            return Refused("the token's key is not endorsed for this channel");
        if (!ServiceUrlPolicy.AreEqual(token.ServiceUrl, activity.ServiceUrl))
            return Refused("the activity's service URL is not the token's");
        if (!serviceUrls.Allows(activity.ServiceUrl))
            return Refused("the service URL is not on the list of those that are answered");
        var tenant = context.Request.Headers[TenantHeader].ToString();
        return tenant.Length == 0 || activity.TenantIds.All(id => string.Equals(id, tenant, StringComparison.OrdinalIgnoreCase))
            ? Admission.Verified(time.GetUtcNow())
            : Refused("the activity is of another tenant than its header");
    }

    private static Admission Refused(string reason) => Admission.Refused(StatusCodes.Status403Forbidden, reason);
}
