using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers;

namespace RenkeiBot.Tests.Service;

/// <summary>What members agree on is answered about by the running service at once, and by a service that is started later.</summary>
public sealed class CollaborationTests
{
    private const string Question = "平川市と豊島区の連携は？";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Collaboration Apples = new("a-1", "りんごの木オーナー制度", [new NamedPlace("平川市", "青森県"), new NamedPlace("豊島区")], "豊島区民がりんごの木のオーナーになり、収穫を体験します。", new DateOnly(2026, 11, 21),
        [new SourceRef("board", "提案「りんごの木オーナー制度」")], When: new Period(new DateOnly(2027, 4, 1), new DateOnly(2027, 11, 30)));

    [Fact]
    public async Task A_new_collaboration_is_answered_about_at_once_and_no_longer_when_it_is_removed()
    {
        await using var bot = await RunningBot.StartAsync();
        Assert.DoesNotContain("りんご", await AskAsync(bot), StringComparison.Ordinal);

        await ChangeAsync(bot, (store, context) => store.PutAsync(context, Apples, DateTimeOffset.UtcNow, CancellationToken.None));
        var answer = await AskAsync(bot);
        Assert.All(["平川市", "豊島区", "りんごの木", "令和8年（2026年）11月21日", "令和9年（2027年）4月1日", "収穫"], part => Assert.Contains(part, answer, StringComparison.Ordinal));
        Assert.Contains("特別区全国連携プロジェクト 会員の掲示板", answer, StringComparison.Ordinal);
        Assert.Contains("提案「りんごの木オーナー制度」", answer, StringComparison.Ordinal);

        await using var again = await bot.RestartAsync();
        Assert.Contains("りんごの木", await AskAsync(again), StringComparison.Ordinal);

        await ChangeAsync(again, (_, context) => RecordStore.RemoveAsync<Collaboration>(context, Apples.Key, CancellationToken.None));
        Assert.DoesNotContain("りんご", await AskAsync(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_answered_while_another_engine_is_built()
    {
        await using var bot = await RunningBot.StartAsync();
        var engines = bot.Services.GetRequiredService<AnswerEngineSource>();
        var before = engines.Current;
        await using (var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync())
        {
            await bot.Services.GetRequiredService<RecordStore>().PutAsync(context, Apples, DateTimeOffset.UtcNow, CancellationToken.None);
            await context.SaveChangesAsync();
        }

        await bot.Services.GetRequiredService<RecordStore>().RefreshAsync(CancellationToken.None);
        Assert.Same(before, engines.Current);

        await Task.WhenAll(engines.RefreshAsync(CancellationToken.None), engines.RefreshAsync(CancellationToken.None));
        var after = engines.Current;
        Assert.NotSame(before, after);

        await engines.RefreshAsync(CancellationToken.None);
        Assert.Same(after, engines.Current);
    }

    private static async Task ChangeAsync(RunningBot bot, Func<RecordStore, RenkeiBotDbContext, Task> change)
    {
        await using (var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync())
        {
            await change(bot.Services.GetRequiredService<RecordStore>(), context);
            await context.SaveChangesAsync();
        }

        await bot.Services.GetRequiredService<AnswerEngineSource>().RefreshAsync(CancellationToken.None);
    }

    /// <summary>The answer and everything on its card.</summary>
    private static async Task<string> AskAsync(RunningBot bot)
    {
        var outcome = await bot.User().SendAsync(Question);
        return $"{outcome.Answer} {outcome.Card?.ToJsonString(Readable)}";
    }
}
