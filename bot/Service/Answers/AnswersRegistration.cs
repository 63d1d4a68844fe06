using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;
using RenkeiBot.Service.Answers.Conversations;

namespace RenkeiBot.Service.Answers;

/// <summary>Adds the feature that answers questions from the records.</summary>
internal static class AnswersRegistration
{
    /// <summary>Needs the records (<c>AddRecords</c>) before it: hosted services start in the order of registration.</summary>
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton<AnswerEngineSource>();
        services.AddSingleton<AnswersStartup>();
        services.AddHostedService(provider => provider.GetRequiredService<AnswersStartup>());
        services.AddHostedService<RecordRefresh>();
        services.AddSingleton<ConversationStates>();
        services.AddSingleton<ConversationStateWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<ConversationStateWriter>());
        services.AddSingleton<ConversationMemory>();
        services.AddSingleton(new TypedCommand(AnswersFeature.HelpCommand, "できることと、質問の例を表示します"));
        services.AddSingleton<ITurnFeature, AnswersFeature>();
        return services;
    }
}
