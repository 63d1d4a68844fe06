using System.Security.Cryptography.X509Certificates;

namespace RenkeiBot.BotFramework;

/// <summary>The certificate that the bot proves itself with.</summary>
internal static class AppCertificate
{
    /// <summary>Reads it, with its private key where the file has it.</summary>
    public static X509Certificate2 Load(MicrosoftAppOptions options)
    {
        var path = options.MicrosoftAppCertificatePath!;
        if (X509Certificate2.GetCertContentType(path) == X509ContentType.Pkcs12)
            return X509CertificateLoader.LoadPkcs12FromFile(path, options.MicrosoftAppCertificatePassword);
        var keyPath = string.IsNullOrEmpty(options.MicrosoftAppCertificateKeyPath) ? path : options.MicrosoftAppCertificateKeyPath;
        return File.ReadAllText(keyPath).Contains("PRIVATE KEY-----", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromPemFile(path, keyPath)
            : X509CertificateLoader.LoadCertificateFromFile(path);
    }
}
