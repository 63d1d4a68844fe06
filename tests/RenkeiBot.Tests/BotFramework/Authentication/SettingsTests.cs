using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.BotFramework.Authentication;

/// <summary>Settings that would leave the bot unguarded or mute stop the start, with a sentence that names them.</summary>
public sealed class SettingsTests
{
    private const string App = "MicrosoftAppId=" + ChannelIssuer.AppId;
    private const string Tenant = "MicrosoftAppTenantId=3b1f0c5e-7a56-4c11-9d5b-2f5d0a6f1e01";
    private const string Secret = "MicrosoftAppPassword=not-a-real-one";

    private static async Task<string> RefusalAsync(params string[] settings)
    {
        await using var app = LibraryBot.Build(settings, null);
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());
        Assert.Throws<OptionsValidationException>(() => app.MapBotFramework("/api/messages"));
        Assert.DoesNotContain("not-a-real-one", refusal.Message, StringComparison.Ordinal);
        return refusal.Message;
    }

    private static async Task AssertStartsAsync(params string[] settings)
    {
        await using var app = LibraryBot.Build(settings, null);
        app.MapBotFramework("/api/messages");
        await app.StartAsync();
    }

    [Theory]
    [InlineData("Production", "", "MicrosoftAppId must be set")]
    [InlineData("Staging", "", "MicrosoftAppId must be set")]
    [InlineData("Production", "MicrosoftAppId=renkeibot|" + Tenant + "|" + Secret, "MicrosoftAppId must be set")]
    [InlineData("Production", App + "|" + Secret, "MicrosoftAppTenantId must be set")]
    [InlineData("Production", App + "|MicrosoftAppTenantId=example.onmicrosoft.com|" + Secret, "MicrosoftAppTenantId must be set")]
    [InlineData("Production", App + "|" + Tenant, "MicrosoftAppPassword or MicrosoftAppCertificatePath must be set")]
    [InlineData("Production", App + "|" + Tenant + "|" + Secret + "|MicrosoftAppType=MultiTenant", "MicrosoftAppType must not be MultiTenant")]
    [InlineData("Development", "MicrosoftAppType=MultiTenant", "MicrosoftAppType must not be MultiTenant")]
    [InlineData("Development", "MicrosoftAppType=Other", "MicrosoftAppType must be SingleTenant or UserAssignedMSI")]
    [InlineData("Development", "BotOpenIdMetadata=http://login.botframework.com/v1", "BotOpenIdMetadata must be an https address")]
    [InlineData("Development", "BotOpenIdMetadata=here", "BotOpenIdMetadata must be an https address")]
    [InlineData("Development", App + "|" + Secret + "|MicrosoftAppCertificatePath=x.pem", "MicrosoftAppPassword and MicrosoftAppCertificatePath are both set")]
    [InlineData("Development", App + "|MicrosoftAppCertificatePath=does-not-exist.pfx", "MicrosoftAppCertificatePath must name a certificate that can be read")]
    [InlineData("Development", "MicrosoftAppPasswordExpires=31.3.2027", "MicrosoftAppPasswordExpires must be an ISO date")]
    [InlineData("Development", "BotFramework:AllowedServiceHosts:0=*.trafficmanager.net", "BotFramework:AllowedServiceHosts must be bare host names")]
    [InlineData("Development", "BotFramework:AllowedServiceHosts:0=https://smba.trafficmanager.net", "BotFramework:AllowedServiceHosts must be bare host names")]
    public async Task A_setting_that_makes_no_sense_stops_the_start(string environment, string settings, string sentence)
    {
        var refusal = await RefusalAsync([$"environment={environment}", .. settings.Split('|', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Contains(sentence, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", App + "|" + Tenant + "|" + Secret)]
    [InlineData("Production", App + "|" + Tenant + "|" + Secret + "|MicrosoftAppType=SingleTenant|MicrosoftAppPasswordExpires=2027-03-31")]
    [InlineData("Production", App + "|" + Tenant + "|MicrosoftAppType=UserAssignedMSI")]
    [InlineData("Development", App)]
    [InlineData("Development", App + "|BotOpenIdMetadata=http://localhost:4000/keys")]
    [InlineData("Development", "MicrosoftAppId=|MicrosoftAppType=|BotOpenIdMetadata=")]
    public Task What_is_enough_starts(string environment, string settings) =>
        AssertStartsAsync([$"environment={environment}", .. settings.Split('|')]);

    [Fact]
    public async Task A_certificate_is_read_at_the_start_and_its_end_is_known()
    {
        var folder = Directory.CreateTempSubdirectory("renkeibot-");
        try
        {
            using var key = RSA.Create(2048);
            using var certificate = new CertificateRequest("CN=RenkeiBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30).AddHours(1));
            string File(string name, byte[] content)
            {
                var path = Path.Combine(folder.FullName, name);
                System.IO.File.WriteAllBytes(path, content);
                return path;
            }
            byte[] Pem(params string[] parts) => System.Text.Encoding.ASCII.GetBytes(string.Join('\n', parts));
            var pfx = File("bot.pfx", certificate.Export(X509ContentType.Pfx, "open"));
            var whole = File("bot.pem", Pem(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem()));
            var bare = File("cert.pem", Pem(certificate.ExportCertificatePem()));
            var keyFile = File("key.pem", Pem(key.ExportPkcs8PrivateKeyPem()));

            foreach (var settings in (string[][])
                [
                    [$"MicrosoftAppCertificatePath={pfx}", "MicrosoftAppCertificatePassword=open"],
                    [$"MicrosoftAppCertificatePath={whole}"],
                    [$"MicrosoftAppCertificatePath={bare}", $"MicrosoftAppCertificateKeyPath={keyFile}"],
                ])
            {
                await using var app = LibraryBot.Build(["environment=Production", App, Tenant, .. settings], null);
                app.MapBotFramework("/api/messages");
                await app.StartAsync();
                var status = app.Services.GetRequiredService<CredentialStatus>();
                Assert.Equal((CredentialKind.Certificate, 30), (status.Kind, status.DaysLeft));
            }

            Assert.Contains("without its private key", await RefusalAsync(App, $"MicrosoftAppCertificatePath={bare}"), StringComparison.Ordinal);
            Assert.Contains("can be read", await RefusalAsync(App, $"MicrosoftAppCertificatePath={pfx}", "MicrosoftAppCertificatePassword=wrong"), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
