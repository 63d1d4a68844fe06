using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Downloads;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Downloads;

/// <summary>Files by links: who has one opens one file, until it expires.</summary>
public sealed class DownloadTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse(RunningBot.Now, null);

    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(null, services => services.AddSingleton<IDownload, Roster>());

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private async Task<Uri?> LinkAsync(string name, string id, DateTimeOffset expiresAt)
    {
        await using var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();
        var link = bot.Services.GetRequiredService<DownloadLinks>().Add(context, name, id, expiresAt);
        await context.SaveChangesAsync();
        return link;
    }

    [Fact]
    public async Task A_link_opens_its_file_with_its_Japanese_name()
    {
        var link = await LinkAsync("roster", "7", Now.AddHours(1));

        using var response = await bot.Http.GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("出欠 7", await response.Content.ReadAsStringAsync());
        Assert.Equal("出欠.csv", response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("roster", 0)]
    [InlineData("roster-of-others", 1)]
    public async Task What_has_expired_or_is_not_known_opens_nothing(string name, int hours)
    {
        using var response = await bot.Http.GetAsync(await LinkAsync(name, "7", Now.AddHours(hours)));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("このリンクは使えません", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guessed")]
    [InlineData("%E3%81%82")]
    public async Task A_secret_that_was_never_given_out_opens_nothing(string secret)
    {
        using var response = await bot.Http.GetAsync($"/downloads/{secret}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task What_is_gone_meanwhile_opens_nothing()
    {
        using var response = await bot.Http.GetAsync(await LinkAsync("roster", "gone", Now.AddHours(1)));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void An_address_that_is_not_https_stops_the_start() =>
        Assert.Contains("Downloads:PublicUrl", RunningBot.Refusal<OptionsValidationException>("Development", ("Downloads:PublicUrl", "http://renkei.example.jp")).Message, StringComparison.Ordinal);

    private sealed class Roster : IDownload
    {
        public string Name => "roster";

        public Task<DownloadFile?> CreateAsync(string id, CancellationToken cancellationToken) =>
            Task.FromResult(id == "gone" ? null : new DownloadFile("出欠.csv", "text/csv; charset=utf-8", Encoding.UTF8.GetBytes($"出欠 {id}")));
    }
}
