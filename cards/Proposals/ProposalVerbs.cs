namespace RenkeiBot.Cards.Proposals;

/// <summary>What the buttons of the proposals' cards send back.</summary>
public static class ProposalVerbs
{
    /// <summary>「提案を投稿」: the empty form.</summary>
    public const string New = "proposals.new";

    /// <summary>「投稿する」: the inputs of the form, or a draft as it is kept.</summary>
    public const string Post = "proposals.post";

    /// <summary>「プレビュー」: the inputs of the form.</summary>
    public const string Preview = "proposals.preview";

    /// <summary>「下書き保存」: the inputs of the form.</summary>
    public const string SaveDraft = "proposals.draft";

    /// <summary>「編集する」「修正する」: the form with what is kept in it.</summary>
    public const string Edit = "proposals.edit";

    /// <summary>「保存する」: the inputs of the form of a proposal that others see.</summary>
    public const string Save = "proposals.save";

    /// <summary>「下書きを削除する」.</summary>
    public const string DeleteDraft = "proposals.delete";

    /// <summary>「詳しく見る」, and the refreshing of a card.</summary>
    public const string Open = "proposals.open";

    /// <summary>「受付を終了する」.</summary>
    public const string Close = "proposals.close";

    /// <summary>「再開する」.</summary>
    public const string Reopen = "proposals.reopen";

    /// <summary>「取り下げる」 of a proposal.</summary>
    public const string Withdraw = "proposals.withdraw";

    /// <summary>「変更の履歴」.</summary>
    public const string Revisions = "proposals.revisions";

    /// <summary>「承認する」 of a proposal in review.</summary>
    public const string Accept = "proposals.accept";

    /// <summary>「却下する」 of a proposal, with <see cref="ProposalKeys.Reason"/>.</summary>
    public const string Reject = "proposals.reject";

    /// <summary>「検索する」, and the pages of what was found.</summary>
    public const string Search = "proposals.search";

    /// <summary>「この条件を保存する」.</summary>
    public const string SaveSearch = "proposals.search.save";

    /// <summary>「保存した条件」.</summary>
    public const string SavedSearches = "proposals.searches";

    /// <summary>「削除する」 of a saved search.</summary>
    public const string DeleteSearch = "proposals.search.delete";

    /// <summary>A page of one's own organisation's proposals.</summary>
    public const string Own = "proposals.own";

    /// <summary>A page of what one's own organisation applied for.</summary>
    public const string Applied = "proposals.applied";

    /// <summary>「応募する」: the form, or with <see cref="CardKeys.Send"/> the application itself.</summary>
    public const string Apply = "applications.apply";

    /// <summary>「応募を見る」.</summary>
    public const string Applications = "applications.list";

    /// <summary>「承認する」 of an application.</summary>
    public const string Approve = "applications.approve";

    /// <summary>「見送る」 of an application, with <see cref="ProposalKeys.Reason"/>.</summary>
    public const string Decline = "applications.decline";

    /// <summary>「合意する」 of the applicant.</summary>
    public const string Agree = "applications.agree";

    /// <summary>「取り下げる」 of an application.</summary>
    public const string WithdrawApplication = "applications.withdraw";

    /// <summary>「コメント」: the comments, and with <see cref="CardKeys.Send"/> a new one.</summary>
    public const string Comments = "comments.list";

    /// <summary>「削除する」 of a comment of one's own.</summary>
    public const string DeleteComment = "comments.delete";

    /// <summary>「関心を登録」: the form.</summary>
    public const string Interests = "interests.open";

    /// <summary>「登録する」: the inputs of the form.</summary>
    public const string SaveInterests = "interests.save";

    /// <summary>A page of proposals for one's own organisation.</summary>
    public const string Matches = "matches.list";

    /// <summary>A page of organisations and proposals for a proposal of one's own.</summary>
    public const string Partners = "matches.partners";

    /// <summary>「見送る」 of a recommendation.</summary>
    public const string DeclineMatch = "matches.decline";

    /// <summary>A page of the マッチング会議.</summary>
    public const string Meeting = "meeting.list";

    /// <summary>「採用する」 of one pair of the マッチング会議, or of all that are shown.</summary>
    public const string Adopt = "meeting.adopt";

    /// <summary>「提案の審査」 on or off.</summary>
    public const string Review = "proposals.review";

    /// <summary>A page of the proposals that wait for the secretariat.</summary>
    public const string ReviewList = "proposals.reviews";
}

/// <summary>The keys of what the buttons and inputs of the proposals' cards send back.</summary>
public static class ProposalKeys
{
    /// <summary>The id of the assignment that a card of the マッチング会議 shows.</summary>
    public const string Plan = "plan";

    /// <summary>The key of an organisation.</summary>
    public const string Organisation = "organisation";

    /// <summary>Input: タイトル.</summary>
    public const string Title = "title";

    /// <summary>Input: 内容.</summary>
    public const string Text = "text";

    /// <summary>Input: 分野.</summary>
    public const string Fields = "fields";

    /// <summary>Input: 提供できること.</summary>
    public const string Offer = "offer";

    /// <summary>Input: 求めること.</summary>
    public const string Need = "need";

    /// <summary>Input: 対象地域.</summary>
    public const string Areas = "areas";

    /// <summary>Input: 実施時期（開始）.</summary>
    public const string From = "from";

    /// <summary>Input: 実施時期（終了）.</summary>
    public const string Until = "until";

    /// <summary>Input: 募集数.</summary>
    public const string Places = "places";

    /// <summary>Input: 応募締切.</summary>
    public const string Deadline = "deadline";

    /// <summary>Input: 予算・助成の希望.</summary>
    public const string Budget = "budget";

    /// <summary>Input: 連絡先.</summary>
    public const string Contact = "contact";

    /// <summary>Input: 関連資料.</summary>
    public const string Links = "links";

    /// <summary>Input: the message of an application, or a comment.</summary>
    public const string Message = "message";

    /// <summary>Input: the comment that is replied to.</summary>
    public const string Parent = "parent";

    /// <summary>Input: the reason of a decision.</summary>
    public const string Reason = "reason";

    /// <summary>Input: only what takes applications now.</summary>
    public const string OnlyOpen = "onlyOpen";

    /// <summary>Input: the order of what is found.</summary>
    public const string Order = "order";

    /// <summary>Input: the months that suit.</summary>
    public const string Months = "months";

    /// <summary>Input: 休止期間（開始）.</summary>
    public const string QuietFrom = "quietFrom";

    /// <summary>Input: 休止期間（終了）.</summary>
    public const string QuietUntil = "quietUntil";

    /// <summary>Input: how many collaborations at once.</summary>
    public const string Capacity = "capacity";

    /// <summary>Input: no recommendations.</summary>
    public const string OptOut = "optOut";
}
