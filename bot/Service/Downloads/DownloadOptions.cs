using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Downloads;

/// <summary>The settings of the section <c>Downloads</c>.</summary>
internal sealed class DownloadOptions
{
    /// <summary>Where people's browsers reach this service, as <c>https://renkei.example.jp</c>. Empty: no links are given out, but in Development those to this machine.</summary>
    public string PublicUrl { get; set; } = "";
}

/// <summary>Refuses an address that no browser should be sent to.</summary>
internal sealed class DownloadOptionsValidator(IHostEnvironment environment) : IValidateOptions<DownloadOptions>
{
    public ValidateOptionsResult Validate(string? name, DownloadOptions options) =>
        options.PublicUrl.Length == 0
        || (Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) && url.Query.Length == 0 && url.Fragment.Length == 0
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && environment.IsDevelopment())))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Downloads:PublicUrl is '{options.PublicUrl}'. It must be an https address such as https://renkei.example.jp, or empty.");
}
