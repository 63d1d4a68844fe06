namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>What the buttons of the disaster support's cards send back.</summary>
public static class DisasterVerbs
{
    /// <summary>「プレビュー」: the inputs of the form.</summary>
    public const string Preview = "disasters.preview";

    /// <summary>「配信する」: the inputs of the form.</summary>
    public const string Publish = "disasters.publish";

    /// <summary>「詳しく見る」.</summary>
    public const string Open = "disasters.open";

    /// <summary>A page of 災害一覧.</summary>
    public const string List = "disasters.list";

    /// <summary>「登録内容を訂正」: the form with what is registered.</summary>
    public const string Edit = "disasters.edit";

    /// <summary>「訂正する」: the inputs of that form.</summary>
    public const string Save = "disasters.save";

    /// <summary>「状況を更新」, with <see cref="DisasterKeys.Situation"/>.</summary>
    public const string Update = "disasters.update";

    /// <summary>「対応を終了」.</summary>
    public const string Close = "disasters.close";

    /// <summary>「対応を再開」.</summary>
    public const string Reopen = "disasters.reopen";

    /// <summary>「登録を取り消す」.</summary>
    public const string Withdraw = "disasters.withdraw";

    /// <summary>「経過」.</summary>
    public const string Timeline = "disasters.timeline";

    /// <summary>「支援を報告」: the empty form.</summary>
    public const string ReportForm = "support.form";

    /// <summary>「報告する」: the inputs of the form.</summary>
    public const string Report = "support.report";

    /// <summary>A page of one's own organisation's reports.</summary>
    public const string Own = "support.own";

    /// <summary>「訂正する」 of a report: its form.</summary>
    public const string EditReport = "support.edit";

    /// <summary>「訂正する」: the inputs of that form.</summary>
    public const string SaveReport = "support.save";

    /// <summary>「取り下げる」 of a report.</summary>
    public const string WithdrawReport = "support.withdraw";

    /// <summary>「訂正の履歴」.</summary>
    public const string History = "support.history";

    /// <summary>「集計を見る」.</summary>
    public const string Totals = "support.totals";

    /// <summary>「応援・受援」: the requests of a disaster.</summary>
    public const string Requests = "aid.list";

    /// <summary>「応援を要請」: the empty form.</summary>
    public const string RequestForm = "aid.form";

    /// <summary>「要請する」: the inputs of the form.</summary>
    public const string Request = "aid.request";

    /// <summary>「要請を見る」.</summary>
    public const string OpenRequest = "aid.open";

    /// <summary>「支援を申し出る」: with <see cref="DisasterKeys.Offered"/> the offer itself.</summary>
    public const string Offer = "aid.offer";

    /// <summary>「受け入れる」.</summary>
    public const string Confirm = "aid.confirm";

    /// <summary>「見送る」 of an offer.</summary>
    public const string Decline = "aid.decline";

    /// <summary>「取り下げる」 of an offer.</summary>
    public const string TakeBack = "aid.takeback";

    /// <summary>「要請を締め切る」.</summary>
    public const string CloseRequest = "aid.close";
}

/// <summary>The keys of the data and inputs of those cards, beside those that the cards of all features share.</summary>
public static class DisasterKeys
{
    /// <summary>The id of a disaster chosen from a list; the input 災害.</summary>
    public const string Disaster = "disaster";

    /// <summary>Input: 災害名.</summary>
    public const string Name = "name";

    /// <summary>Input: 発生日.</summary>
    public const string Day = "occurredOn";

    /// <summary>Input: 被災地域.</summary>
    public const string Areas = "areas";

    /// <summary>Input: 状況.</summary>
    public const string Situation = "situation";

    /// <summary>Input: 重大度.</summary>
    public const string Severity = "severity";

    /// <summary>Input: 訓練.</summary>
    public const string Drill = "drill";

    /// <summary>Input: 報告する団体, of the secretariat.</summary>
    public const string Giver = "giver";

    /// <summary>Input: 種別.</summary>
    public const string Sort = "sort";

    /// <summary>Input: 金額・数量, and 数量 of a request.</summary>
    public const string Quantity = "quantity";

    /// <summary>Input: 単位.</summary>
    public const string Unit = "unit";

    /// <summary>Input: 期間.</summary>
    public const string Period = "period";

    /// <summary>Input: 支援先.</summary>
    public const string Recipient = "recipient";

    /// <summary>Input: 備考.</summary>
    public const string Note = "note";

    /// <summary>The quantity that the person was asked about, with its unit.</summary>
    public const string Asked = "asked";

    /// <summary>Input: 要請する自治体, of the secretariat.</summary>
    public const string Municipality = "municipality";

    /// <summary>Input: 品目・職種.</summary>
    public const string Item = "item";

    /// <summary>Input: いつまで.</summary>
    public const string NeededBy = "neededBy";

    /// <summary>Input: 場所.</summary>
    public const string Place = "place";

    /// <summary>Input: 申し出る数量.</summary>
    public const string Offered = "offered";

    /// <summary>Input: メッセージ.</summary>
    public const string Message = "message";
}
