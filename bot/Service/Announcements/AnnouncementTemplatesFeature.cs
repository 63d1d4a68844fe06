using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Announcements;

/// <summary>テンプレート: beginnings that are always there, and those that the secretariat keeps.</summary>
internal sealed class AnnouncementTemplatesFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, AnnouncementForm form, AnnouncementShowing showing, TurnInbox inbox, TimeProvider time) : ITurnFeature
{
    private const int MaxOwn = 20;

    private static readonly (string Id, string Name, AnnouncementContent Content)[] Fixed =
    [
        ("exhibition", "全国連携展示のご案内", new()
        {
            Title = "全国連携展示のご案内", Topics = ChannelTopics.Announcements | ChannelTopics.Events,
            Text = "次のとおり全国連携展示を開催します。ぜひお越しください。\n\n期間：\n会場：東京区政会館 1階エントランスホール\n内容：\n\n周知へのご協力をお願いします。",
        }),
        ("survey", "照会・調査へのご回答のお願い", new()
        {
            Title = "照会へのご回答のお願い", Importance = AnnouncementImportance.Important, Officers = true, AsksConfirmation = true,
            Text = "次の件について、ご回答をお願いします。\n\n件名：\n回答期限：\n回答方法：\n\nご不明な点は、事務局までお問い合わせください。",
        }),
        ("system", "システム停止のお知らせ", new()
        {
            Title = "システム停止のお知らせ", Topics = ChannelTopics.Announcements,
            Text = "次の時間は、システムをご利用いただけません。\n\n停止時間：\n対象：\n\nご迷惑をおかけしますが、よろしくお願いします。",
        }),
        ("urgent", "緊急連絡", new()
        {
            Title = "緊急連絡", Importance = AnnouncementImportance.Urgent, Topics = ChannelTopics.Announcements, Officers = true, AsksConfirmation = true,
            Text = "至急ご確認ください。\n\n内容：\n\n確認された方は「確認しました」を押してください。",
        }),
    ];

    public void Register(TurnRouter router)
    {
        router.OnVerb(AnnouncementVerbs.Templates, async (turn, cancellationToken) =>
        {
            if (await showing.AllowedAsync(turn, Verbs.WriteAnnouncement, cancellationToken) is not null)
                await ListAsync(turn, AnnouncementMessages.Templates, cancellationToken);
        });
        router.OnVerb(AnnouncementVerbs.UseTemplate, UseAsync);
        router.OnVerb(AnnouncementVerbs.SaveTemplate, SaveAsync);
        router.OnVerb(AnnouncementVerbs.DeleteTemplate, DeleteAsync);
    }

    private async Task ListAsync(TurnContext turn, string sentence, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await AnnouncementQueries.Templates(context).AsNoTracking().ToListAsync(cancellationToken);
        await turn.RespondAsync(AnnouncementTemplatesCard.Build(new AnnouncementTemplatesView(sentence,
        [
            .. own.Select(template => new AnnouncementTemplateLine(template.Id.ToString("N"), template.Name, IsOwn: true)),
            .. Fixed.Select(template => new AnnouncementTemplateLine(template.Id, template.Name, IsOwn: false)),
        ])), cancellationToken);
    }

    private async Task UseAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.AllowedAsync(turn, Verbs.WriteAnnouncement, cancellationToken) is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var content = turn.PressedId() is { } id ? (await AnnouncementQueries.TemplateById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.Content
            : Array.Find(Fixed, template => template.Id == turn.Action?.GetText(CardKeys.Id)).Content;
        if (content is null)
            await ListAsync(turn, AnnouncementMessages.TemplateGone, cancellationToken);
        else
            await turn.RespondAsync(AnnouncementFormCard.Build(form.New(AnnouncementMessages.TemplateForm, content, await ChannelQueries.Active(context).AsNoTracking().ToListAsync(cancellationToken))), cancellationToken);
    }

    /// <summary>Keeps what was typed under its title, without its day; one of the same name is replaced.</summary>
    private async Task SaveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.AllowedAsync(turn, Verbs.KeepTemplate, cancellationToken) is not { } actor)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (content, typed) = form.Read(turn, await ChannelQueries.Active(context).AsNoTracking().ToListAsync(cancellationToken));
        if (typed.Errors.Count > 0)
        {
            await turn.RespondAsync(AnnouncementFormCard.Build(typed), cancellationToken);
            return;
        }

        var kept = content with { Day = null, Time = null, Until = null, Repeat = AnnouncementRepeat.None };
        var now = time.GetUtcNow();
        if (await AnnouncementQueries.TemplateNamed(context, kept.Title).SingleOrDefaultAsync(cancellationToken) is { } same)
        {
            (same.Content, same.CreatedBy, same.CreatedAt) = (kept, actor.Member.Id, now);
        }
        else if (await AnnouncementQueries.Templates(context).CountAsync(cancellationToken) >= MaxOwn)
        {
            await ListAsync(turn, AnnouncementMessages.TooManyTemplates, cancellationToken);
            return;
        }
        else
        {
            context.AnnouncementTemplates.Add(new AnnouncementTemplate { Id = Guid.NewGuid(), Name = kept.Title, Content = kept, CreatedBy = actor.Member.Id, CreatedAt = now });
        }

        context.Audit(Verbs.KeepTemplate, actor.Person, (nameof(AnnouncementTemplate), ""), AuditOutcome.Done, now, turn);
        inbox.Claim(context, turn);
        _ = await context.TrySaveChangesAsync(cancellationToken);
        await turn.RespondAsync(AnnouncementFormCard.Build(typed with { Sentence = AnnouncementMessages.TemplateSaved }), cancellationToken);
    }

    private async Task DeleteAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.AllowedAsync(turn, Verbs.KeepTemplate, cancellationToken) is not { } actor)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var template = turn.PressedId() is { } id ? await AnnouncementQueries.TemplateById(context, id).SingleOrDefaultAsync(cancellationToken) : null;
        if (template is not null)
        {
            context.AnnouncementTemplates.Remove(template);
            context.Audit(Verbs.KeepTemplate, actor.Person, turn.Audited(nameof(AnnouncementTemplate)), AuditOutcome.Done, time.GetUtcNow(), turn, "deleted");
            inbox.Claim(context, turn);
            _ = await context.TrySaveChangesAsync(cancellationToken);
        }

        await ListAsync(turn, template is null ? AnnouncementMessages.TemplateGone : AnnouncementMessages.TemplateDeleted, cancellationToken);
    }
}
