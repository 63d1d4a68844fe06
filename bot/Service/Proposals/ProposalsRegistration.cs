using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;

namespace RenkeiBot.Service.Proposals;

/// <summary>Adds the proposals: posting, finding, applying, agreeing, commenting.</summary>
internal static class ProposalsRegistration
{
    /// <summary>Needs the members (<c>AddMembers</c>) and the outbox (<c>AddOutbox</c>).</summary>
    public static IServiceCollection AddProposals(this IServiceCollection services)
    {
        services.AddSingleton<ProposalAreas>();
        services.AddSingleton<ProposalForm>();
        services.AddSingleton<ProposalDifferences>();
        services.AddSingleton<ProposalViews>();
        services.AddSingleton<ProposalNotices>();
        services.AddSingleton<ProposalBoard>();
        services.AddSingleton<ProposalChanges>();
        services.AddSingleton<ProposalShowing>();
        services.AddSingleton<ApplicationChanges>();
        services.AddSingleton(new TypedCommand(ProposalsFeature.PostCommand, "連携の提案を投稿します"));
        services.AddSingleton(new TypedCommand(ProposalSearchFeature.Command, "提案を言葉や分野、地域で探します（例：提案を探す 雪）"));
        services.AddSingleton(new TypedCommand(OwnProposalsFeature.Command, "自分の組織の提案、下書き、届いた応募を確かめます"));
        services.AddSingleton(new TypedCommand(ProposalReviewFeature.Command, "新しい提案の審査を始めるか、やめます") { IsForSecretariat = true });
        services.AddSingleton<ITurnFeature, ProposalsFeature>();
        services.AddSingleton<ITurnFeature, OwnProposalsFeature>();
        services.AddSingleton<ITurnFeature, ProposalSearchFeature>();
        services.AddSingleton<ITurnFeature, ApplicationsFeature>();
        services.AddSingleton<ITurnFeature, CommentsFeature>();
        services.AddSingleton<ITurnFeature, ProposalReviewFeature>();
        return services;
    }
}
