using RenkeiBot.Cards.Answers;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Answers;

/// <summary>Builds the engine while the host starts, and asks it once: what the first question needs is compiled before anyone waits for it.</summary>
internal sealed class AnswersStartup(AnswerEngineSource engines, TimeProvider time, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var engine = engines.Current;
        var (answer, _) = engine.Ask(HelpCard.Examples[0], JapanTime.Today(time), null);
        AnswerActivity.Create(answer, engine.Knowledge.Tables.Documents);
        lifetime.ApplicationStarted.Register(() => _ = Task.Run(GiveBackMemory, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Reading the record files leaves more behind than the records take, and the collector sees no reason to hurry. Once, after the first questions of a start that
    /// had them waiting, everything is compacted and what is free goes back to the system.
    /// </summary>
    private async Task GiveBackMemory()
    {
        await Task.Delay(TimeSpan.FromSeconds(2), time, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!lifetime.ApplicationStopping.IsCancellationRequested)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
