using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;

namespace RenkeiBot.Service.Proposals;

/// <summary>Adds the proposals: posting, finding, applying, agreeing, commenting.</summary>
internal static class ProposalsRegistration
{
    /// <summary>Needs the members (<c>AddMembers</c>) and the outbox (<c>AddOutbox</c>).</summary>
    public static IServiceCollection AddProposals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProposalsOptions>().Bind(configuration.GetSection("Proposals")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProposalsOptions>, ProposalsOptionsValidator>();
        services.AddSingleton<ProposalForm>();
        services.AddSingleton<ProposalDifferences>();
        services.AddSingleton<ProposalViews>();
        services.AddSingleton<ProposalCards>();
        services.AddSingleton<ProposalNotices>();
        services.AddSingleton<ProfileSource>();
        services.AddSingleton<ProposalBoard>();
        services.AddSingleton<ProposalPublishing>();
        services.AddSingleton<ProposalChanges>();
        services.AddSingleton<ProposalShowing>();
        services.AddSingleton<Collaborations>();
        services.AddSingleton<ApplicationChanges>();
        services.AddSingleton(new TypedCommand(ProposalsFeature.PostCommand, "連携の提案を投稿します"));
        services.AddSingleton(new TypedCommand(ProposalSearchFeature.Command, "提案を言葉や分野、地域で探します（例：提案を探す 雪）"));
        services.AddSingleton(new TypedCommand(OwnProposalsFeature.Command, "自分の組織の提案、下書き、届いた応募を確かめます"));
        services.AddSingleton(new TypedCommand(MatchesFeature.Command, "自分の組織に合う提案を、理由とともに表示します"));
        services.AddSingleton(new TypedCommand(InterestsFeature.Command, "提供できることや求めることを登録します。おすすめに使います"));
        services.AddSingleton(new TypedCommand(MatchingMeetingFeature.Command, "すべての提案と団体の組み合わせを作り、紹介します") { IsForSecretariat = true });
        services.AddSingleton(new TypedCommand(ProposalFiguresFeature.Command, "投稿、応募、合意の数を分野と地域ごとに表示します") { IsForSecretariat = true });
        services.AddSingleton(new TypedCommand(ProposalReviewFeature.Command, "新しい提案の審査を始めるか、やめます") { IsForSecretariat = true });
        services.AddSingleton<ITurnFeature, ProposalsFeature>();
        services.AddSingleton<ITurnFeature, OwnProposalsFeature>();
        services.AddSingleton<ITurnFeature, ProposalSearchFeature>();
        services.AddSingleton<ITurnFeature, ApplicationsFeature>();
        services.AddSingleton<ITurnFeature, CommentsFeature>();
        services.AddSingleton<ITurnFeature, ProposalReviewFeature>();
        services.AddSingleton<ITurnFeature, InterestsFeature>();
        services.AddSingleton<ITurnFeature, MatchesFeature>();
        services.AddSingleton<ITurnFeature, MatchingMeetingFeature>();
        services.AddSingleton<ITurnFeature, ProposalFiguresFeature>();
        services.AddHostedService<ProposalDeadlines>();
        return services;
    }
}
