using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;

namespace RenkeiBot.Service.Tenants;

/// <summary>Adds the gate that keeps people of other tenants out, and the way to let more of them in.</summary>
internal static class TenantsRegistration
{
    /// <summary>Needs the database (<c>AddRecords</c>) before it, and comes before every other gate.</summary>
    public static IServiceCollection AddTenants(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TenantOptions>().Configure(options => options.Allowed = TenantOptions.Read(configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TenantOptions>, TenantOptionsValidator>();
        services.AddSingleton<AllowedTenants>();
        services.AddHostedService(provider => provider.GetRequiredService<AllowedTenants>());
        services.AddSingleton<ITurnGate, TenantGate>();
        services.AddSingleton(new TypedCommand(TenantsFeature.Command, "質問できるテナントを表示し、追加します") { IsForSecretariat = true });
        services.AddSingleton<ITurnFeature, TenantsFeature>();
        return services;
    }
}
