using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace RenkeiBot.BrowserTests;

/// <summary>The chat page in a browser, in the words of its user.</summary>
internal sealed class ChatPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> problems = new();
    private readonly ConcurrentQueue<Uri> requests = new();

    private readonly string name;

    private ChatPage(IPage page, string name)
    {
        Page = page;
        this.name = name;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") problems.Enqueue(message.Text);
        };
        page.PageError += (_, error) => problems.Enqueue(error);
        page.Request += (_, request) => requests.Enqueue(new Uri(request.Url));
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the browser's console so far.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    /// <summary>Every request the page made.</summary>
    public IReadOnlyCollection<Uri> Requests => requests;

    public ILocator Question => Page.GetByLabel("質問や言葉を入力");

    public ILocator Send => Page.GetByRole(AriaRole.Button, new() { Name = "送信", Exact = true });

    public ILocator Answers => Page.Locator(".answered");

    public ILocator LastAnswer => Answers.Last;

    /// <summary>What the bot said by itself.</summary>
    public ILocator Told => Page.Locator(".told");

    public ILocator Said => Page.Locator(".said .text");

    public ILocator Failure => Page.Locator(".failed");

    public ILocator Retry => Page.GetByRole(AriaRole.Button, new() { Name = "もう一度送る" });

    public ILocator Waiting => Page.Locator("#waiting");

    public ILocator Announcement => Page.GetByRole(AriaRole.Status);

    /// <summary>Opens the page.</summary>
    /// <param name="page">An empty page of the browser.</param>
    /// <param name="address">Where the service is.</param>
    /// <param name="prepare">What to do with the page before it is opened.</param>
    /// <param name="name">What the picture is called that is taken at the end, where RENKEI_SCREENSHOTS names a folder for it.</param>
    public static async Task<ChatPage> OpenAsync(IPage page, Uri address, Func<IPage, Task>? prepare = null, [CallerMemberName] string name = "")
    {
        var chat = new ChatPage(page, name);
        if (prepare is not null) await prepare(page);
        await page.GotoAsync(address.ToString());
        return chat;
    }

    /// <summary>Writes a text and sends it with the Enter key, as soon as the page takes it.</summary>
    public async Task AskAsync(string text)
    {
        // While the page waits for an answer it sends nothing.
        await Assertions.Expect(Send).ToBeEnabledAsync();
        await Question.FillAsync(text);
        await Question.PressAsync("Enter");
    }

    /// <summary>A button of a card, by its title.</summary>
    public ILocator Button(string title) => Page.GetByRole(AriaRole.Button, new() { Name = title });

    /// <summary>By how many pixels the page is wider than its window.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>(
        "() => Math.max(...[document.documentElement, document.querySelector('main')].map(e => e.scrollWidth - e.clientWidth))");

    public async ValueTask DisposeAsync()
    {
        if (Environment.GetEnvironmentVariable("RENKEI_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        await Page.Context.DisposeAsync();
    }
}
