using RenkeiBot.Data.Meetings;

namespace RenkeiBot.Service.Meetings;

/// <summary>What a change changes, in words: 「日時：令和8年12月10日（木）14:00～16:00 → 12月11日…」.</summary>
internal static class MeetingDifferences
{
    public static IReadOnlyList<string> Between(MeetingContent before, MeetingContent after)
    {
        List<string> lines = [];
        void Compare(string name, string old, string now)
        {
            if (old != now)
                lines.Add($"{name}：{(old.Length > 0 ? old : "なし")} → {(now.Length > 0 ? now : "なし")}");
        }

        Compare("日時", before.When(), after.When());
        Compare("場所", before.Where(), after.Where());
        Compare("会議体", before.Kind.JapaneseName(), after.Kind.JapaneseName());
        Compare("件名", before.Title, after.Title);
        // Long ones are on the card as they are now.
        if (before.OnlineUrl != after.OnlineUrl)
            lines.Add("オンラインの参加用リンクが変わりました。");
        if (!before.Agenda.SequenceEqual(after.Agenda))
            lines.Add("議題が変わりました。");
        if (!before.Materials.SequenceEqual(after.Materials))
            lines.Add("資料が変わりました。");
        return lines;
    }

    /// <summary>Whether both go to the same.</summary>
    public static bool IsSameAudience(MeetingContent before, MeetingContent after) =>
        before.ToSubscribers == after.ToSubscribers && before.ToOfficers == after.ToOfficers && before.Areas.SequenceEqual(after.Areas) && before.Channels.SequenceEqual(after.Channels);
}
