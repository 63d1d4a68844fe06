using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Tenants;

/// <summary>The setting <c>Tenants:Allowed</c>.</summary>
internal sealed class TenantOptions
{
    /// <summary>The ids of the tenants whose people may ask, beside those that the secretariat adds. In Development, none means all.</summary>
    public IReadOnlyList<string> Allowed { get; set; } = [];

    /// <summary>A list (<c>Tenants:Allowed:0</c>, …), or one text with commas, which an environment variable holds more easily.</summary>
    public static IReadOnlyList<string> Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Tenants:Allowed");
        return section.Value is { Length: > 0 } text
            ? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [.. section.GetChildren().Select(child => child.Value?.Trim() ?? "")];
    }
}

/// <summary>Refuses ids that are none, and a production that would be open to everyone or to no one.</summary>
internal sealed class TenantOptionsValidator(IHostEnvironment environment) : IValidateOptions<TenantOptions>
{
    public ValidateOptionsResult Validate(string? name, TenantOptions options)
    {
        if (options.Allowed.FirstOrDefault(tenant => !Guid.TryParse(tenant, out var id) || id == Guid.Empty) is { } wrong)
            return ValidateOptionsResult.Fail($"Tenants:Allowed has '{wrong}', which is not the id of a tenant. Write it as 00000000-0000-0000-0000-000000000000 (Entra ID: Overview, Tenant ID).");
        return options.Allowed.Count == 0 && !environment.IsDevelopment()
            ? ValidateOptionsResult.Fail("Tenants:Allowed is empty: outside Development the service does not start without at least one tenant whose people may ask. "
                + "Set it to their tenant ids (Tenants__Allowed__0=…, or Tenants__Allowed=… with commas).")
            : ValidateOptionsResult.Success;
    }
}
