using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Downloads;

/// <summary>Adds files that people load by a link.</summary>
internal static class DownloadsRegistration
{
    public static IServiceCollection AddDownloads(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DownloadOptions>().Bind(configuration.GetSection("Downloads")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DownloadOptions>, DownloadOptionsValidator>();
        services.AddSingleton<DownloadLinks>();
        return services;
    }
}
