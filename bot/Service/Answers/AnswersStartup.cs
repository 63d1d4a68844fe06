using RenkeiBot.Cards.Answers;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Answers;

/// <summary>Builds the engine while the host starts, and asks it once: what the first question needs is compiled before anyone waits for it.</summary>
internal sealed class AnswersStartup(AnswerEngineSource engines, TimeProvider time) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var engine = engines.Current;
        var (answer, _) = engine.Ask(HelpCard.Examples[0], JapanTime.Today(time), null);
        AnswerActivity.Create(answer, engine.Knowledge.Tables.Documents);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
