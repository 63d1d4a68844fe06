using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Meetings.MeetingSteps;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Meetings;

/// <summary>Meetings on record, through the front door: what is planned and what was decided is answered at once.</summary>
public sealed class MinutesTests
{
    [Fact]
    public async Task A_meeting_is_answered_about_from_its_notice_on_until_it_is_cancelled()
    {
        await using var bot = await StartAsync();
        var sent = await bot.CallMeetingAsync();

        Assert.Contains("東京区政会館20階", await Whole("令和8年12月10日の連絡会はどこで？", bot), StringComparison.Ordinal);
        Assert.Contains("12月10日", await Whole("次の連絡会はいつ？", bot), StringComparison.Ordinal);
        Assert.Contains("14:00～16:00", (await bot.User().SendAsync("次の連絡会はいつ？")).Answer, StringComparison.Ordinal);
        Assert.Contains("14:00～16:00", (await bot.User().SendAsync("令和8年12月10日の連絡会は何時から？")).Answer, StringComparison.Ordinal);
        Assert.Contains("全国連携展示", await Whole("令和8年12月10日の連絡会の議題は？", bot), StringComparison.Ordinal);

        var form = (await bot.Secretary().ExecuteAsync(sent, "変更する")).Card!;
        await bot.Secretary().ExecuteAsync(form, "配信する", Typed(("date", "2026-12-17")));
        Assert.Contains("12月17日", await Whole("次の連絡会はいつ？", bot), StringComparison.Ordinal);

        var opened = (await bot.Secretary().ExecuteAsync((await bot.Secretary().SendAsync("会議一覧")).Card!, "会議を見る")).Card!;
        var data = Personas.Data(opened, "出欠を見る");
        data["reason"] = "台風の接近のため";
        await bot.Secretary().ExecuteAsync("meetings.cancel", data);

        // What was cancelled is answered as such, never with some other record: asked alone, in other words, and after another question about it.
        string[] before = ["", "令和8年12月17日の連絡会の議題は？"];
        foreach (var first in before)
        {
            foreach (var question in (string[])["次の連絡会はいつ？", "今度の連絡会はどこで？", "次回の会議は？"])
            {
                var user = bot.User();
                if (first.Length > 0)
                    await user.SendAsync(first);
                var answer = (await user.SendAsync(question)).Answer;
                Assert.Contains("12月17日", answer, StringComparison.Ordinal);
                Assert.Contains("令和8年度 第2回 連絡会", answer, StringComparison.Ordinal);
                Assert.Contains("中止", answer, StringComparison.Ordinal);
                Assert.Contains("登録されていません", answer, StringComparison.Ordinal);
            }
        }

        await bot.CallMeetingAsync(("title", "令和8年度 第2回 連絡会（再）"), ("date", "2026-12-24"));
        var next = (await bot.User().SendAsync("次の連絡会はいつ？")).Answer;
        Assert.Contains("中止", next, StringComparison.Ordinal);
        Assert.Contains("12月24日", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_registered_or_all_is_over_that_is_the_answer()
    {
        var started = await StartAsync();
        foreach (var body in (string[])["連絡会", "区長会総会", "推進委員会", "特別区制度懇談会", "会議"])
            Assert.Contains("現在のところ登録されていません", (await started.User().SendAsync($"次の{body}はいつ？")).Answer, StringComparison.Ordinal);
        await started.CallMeetingAsync();
        await started.SettleAsync();

        await using var bot = await started.RestartAsync(Settings(("Clock:Now", "2026-12-11T09:00:00+09:00")));
        var user = bot.User();
        await user.SendAsync("令和8年12月10日の連絡会はどこで？");
        Assert.Contains("現在のところ登録されていません", (await user.SendAsync("次の連絡会はいつ？")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_go_onto_the_notices_and_answer_what_was_decided()
    {
        var started = await StartAsync();
        var sent = await started.CallMeetingAsync(("kind", "WardMayorsAssembly"), ("title", "12月 区長会総会"));
        var notice = await started.SaidAsync(Channel, "12月 区長会総会");
        await started.SettleAsync();
        var early = await started.Secretary().ExecuteAsync("meetings.minutes", Personas.Data(sent, "出欠を見る"));
        Assert.Contains("会議が始まってから", Text(early.Card), StringComparison.Ordinal);

        await using var bot = await started.RestartAsync(Settings(("Clock:Now", "2026-12-10T17:00:00+09:00")));
        var opened = (await bot.Secretary().ExecuteAsync((await bot.Secretary().SendAsync("会議一覧")).Card!, "会議を見る")).Card!;
        var form = (await bot.Secretary().ExecuteAsync(opened, "議事録を登録")).Card!;
        var empty = (await bot.Secretary().ExecuteAsync(form, "登録する")).Card!;
        Assert.Contains("決定事項か議事要旨", Text(empty), StringComparison.Ordinal);
        var saved = (await bot.Secretary().ExecuteAsync(form, "登録する",
            ("decisions", "令和9年度の全国連携展示を6月に開催することを決定\n青森県市長会との協定の更新を決定"), ("summary", "事務局から説明があった。"), ("links", "議事録 https://www.example.lg.jp/minutes.pdf"))).Card!;

        Assert.Contains("議事録を登録しました", Text(saved), StringComparison.Ordinal);
        var updated = await bot.SaidAsync(Channel, "6月に開催することを決定");
        Assert.Equal((ConnectorOperation.Update, notice.SentId), (updated.Operation, updated.ActivityId));
        Assert.Contains("資料：次第", Buttons(updated.Card));
        Assert.Contains("議事録：議事録", Buttons(updated.Card));
        var answer = await Whole("令和8年12月10日の区長会総会で何が決まった？", bot);
        Assert.Contains("令和9年度の全国連携展示を6月に開催", answer, StringComparison.Ordinal);
        Assert.Contains("6月に開催", (await bot.User().SendAsync("令和8年12月10日の区長会総会の決定事項は？")).Answer, StringComparison.Ordinal);
        Assert.Contains("青森県市長会との協定の更新", answer, StringComparison.Ordinal);
        Assert.Contains("会議の案内と議事録", answer, StringComparison.Ordinal);

        var edit = (await bot.Secretary().ExecuteAsync(saved, "議事録を修正")).Card!;
        await bot.Secretary().ExecuteAsync(edit, "登録する", ("decisions", "令和9年度の全国連携展示を7月に開催することを決定"));
        Assert.Contains("7月に開催", await Whole("令和8年12月10日の区長会総会で何が決まった？", bot), StringComparison.Ordinal);
    }

    private static async Task<string> Whole(string question, RunningBot bot)
    {
        var outcome = await bot.User().SendAsync(question);
        return outcome.Answer + '\n' + Text(outcome.Card);
    }
}
