using RenkeiBot.Cards.Answers;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Answers;

/// <summary>
/// Builds the engine while the host starts, and asks it once: what the first question needs is compiled before anyone waits for it. Other parts start meanwhile;
/// <see cref="AnswersReady"/> has the host wait at the end.
/// </summary>
internal sealed class AnswersStartup(AnswerEngineSource engines, TimeProvider time, IHostApplicationLifetime lifetime) : IHostedService
{
    /// <summary>Ends when questions can be answered.</summary>
    public Task Ready { get; private set; } = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Ready = Task.Run(Prepare, cancellationToken);
        lifetime.ApplicationStarted.Register(() => _ = Task.Run(GiveBackMemory, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Prepare()
    {
        var engine = engines.Current;
        var (answer, _) = engine.Ask(HelpCard.Examples[0], JapanTime.Today(time), null);
        AnswerActivity.Create(answer, engine.Knowledge.Tables.Documents);
    }

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

/// <summary>Registered after all other parts: the service listens only when questions can be answered.</summary>
internal sealed class AnswersReady(AnswersStartup startup) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => startup.Ready.WaitAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
