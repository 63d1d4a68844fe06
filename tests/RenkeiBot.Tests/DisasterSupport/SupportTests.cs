using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.DisasterSupport.DisasterDriver;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.DisasterSupport;

/// <summary>Reporting, correcting and taking back what was given, its totals, and what is answered about it, through the front door.</summary>
public sealed class SupportTests : IAsyncLifetime
{
    private static readonly string[] Inputs = ["disaster", "sort", "quantity", "unit", "period", "recipient", "note"];

    private RunningBot bot = null!;
    private TeamsUser secretary = null!;
    private TeamsUser arakawa = null!;
    private TeamsUser shinagawa = null!;
    private JsonObject disaster = null!;

    public async Task InitializeAsync()
    {
        bot = await RunningBot.StartAsync(Quick);
        (secretary, arakawa, shinagawa) = (bot.Secretary(), bot.Arakawa(), bot.Shinagawa());
        disaster = await secretary.PublishAsync();
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task The_form_has_the_labels_and_kinds_that_people_know()
    {
        var form = (await arakawa.SendAsync("支援を報告")).Card!;

        Assert.Equal(["災害", "種別", "金額・数量", "単位", "期間", "支援先", "備考"],
            Inputs.Select(id => (string?)Personas.Input(form, id)["label"]));
        Assert.Equal(["支援金", "義援金", "見舞金", "救援物資", "職員派遣", "車両", "その他"], Personas.Input(form, "sort")["choices"]!.AsArray().Select(choice => (string?)choice!["title"]));
        Assert.Equal(["報告する"], Buttons(form));
    }

    [Fact]
    public async Task The_list_lets_those_report_who_may()
    {
        Assert.Equal(["詳しく見る", "支援を報告", "集計を見る"], Buttons((await arakawa.SendAsync("災害一覧")).Card));
        Assert.Equal(["詳しく見る", "集計を見る"], Buttons((await bot.Sakai().SendAsync("災害一覧")).Card));
    }

    [Theory]
    [InlineData("Fund", "500", "ManYen", "支援金 500万円")]
    [InlineData("Fund", "１，５００", "ManYen", "支援金 1,500万円")]
    [InlineData("支援金", "12.5万円", "", "支援金 12.5万円")]
    [InlineData("Donation", "1234567", "円", "義援金 123.4567万円")]
    [InlineData("Staff", "３人", "", "職員派遣 3人")]
    [InlineData("Staff", "12", "", "職員派遣 12人")]
    [InlineData("Vehicles", "2", "台", "車両 2台")]
    [InlineData("Supplies", "500", "Boxes", "救援物資 500箱")]
    [InlineData("Other", "1", "Sets", "その他 1式")]
    public async Task What_was_given_is_read_exactly(string sort, string quantity, string unit, string expected) =>
        Assert.Contains($"能登豪雨：{expected}", Text(await arakawa.ReportAsync(sort, quantity, unit)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Fund", "", "ManYen", "金額・数量を入力してください")]
    [InlineData("Fund", "-5", "ManYen", "0より大きい数字")]
    [InlineData("Fund", "0", "ManYen", "0より大きい数字")]
    [InlineData("Fund", "1,00", "ManYen", "数字として読めません")]
    [InlineData("Fund", "五百", "ManYen", "数字として読めません")]
    [InlineData("Fund", "5", "Persons", "「万円」か「円」")]
    [InlineData("Fund", "5", "", "単位を選んでください")]
    [InlineData("Fund", "5人", "ManYen", "どちらかに合わせて")]
    [InlineData("Fund", "0.00001", "ManYen", "小数は4桁")]
    [InlineData("Fund", "1.5", "円", "整数で入力")]
    [InlineData("Staff", "1.5", "Persons", "整数で入力")]
    [InlineData("Staff", "3", "Machines", "単位は「人」")]
    [InlineData("Vehicles", "3", "Persons", "単位は「台」")]
    [InlineData("", "5", "ManYen", "種別を選んでください")]
    [InlineData("Bribe", "5", "ManYen", "選択肢から選んでください")]
    [InlineData("Fund", "999999999999", "ManYen", "大きすぎます")]
    [InlineData("Fund", "999999999999999", "ManYen", "大きすぎます")]
    public async Task What_is_wrong_comes_back_beside_it_with_what_was_typed(string sort, string quantity, string unit, string expected)
    {
        var card = await arakawa.ReportAsync(sort, quantity, unit, ("note", "毛布です。"));

        Assert.Contains(expected, Text(card), StringComparison.Ordinal);
        Assert.Equal("毛布です。", (string?)Personas.Input(card, "note")["value"]);
        Assert.Contains("まだありません", Text((await secretary.ExecuteAsync(disaster, "集計を見る")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_refused() =>
        Assert.Contains("始まりの日以後", Text(await arakawa.ReportAsync("Staff", "3", "Persons", ("period", "2026-11-30から2026-11-25"))), StringComparison.Ordinal);

    [Fact]
    public async Task A_number_that_is_hardly_meant_is_asked_about_once()
    {
        var asked = await arakawa.ReportAsync("Fund", "5000000", "ManYen");
        var changed = (await arakawa.ExecuteAsync(asked, "報告する", Report("Fund", "6000000", "ManYen", ("disaster", Chosen(asked))))).Card!;
        var reported = (await arakawa.ExecuteAsync(changed, "報告する", Report("Fund", "6000000", "ManYen", ("disaster", Chosen(asked))))).Card!;

        Assert.Contains("お間違いありませんか", Text(asked), StringComparison.Ordinal);
        Assert.Contains("お間違いありませんか", Text(changed), StringComparison.Ordinal);
        Assert.Contains("報告しました", Text(reported), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_are_exact_by_kind_and_by_ward_joint_and_own()
    {
        await secretary.ReportAsync("Fund", "500", "ManYen", ("giver", "joint"));
        await secretary.ReportAsync("Fund", "10", "ManYen", ("giver", "131041"));
        await arakawa.ReportAsync("Fund", "0.1", "ManYen");
        await shinagawa.ReportAsync("Fund", "0.2", "ManYen");
        await shinagawa.ReportAsync("Staff", "3", "Persons");

        var text = Text((await arakawa.ExecuteAsync((await arakawa.OpenDisasterAsync()), "集計を見る")).Card);

        Assert.Contains("支援金\n500万円\n10.3万円\n510.3万円", text, StringComparison.Ordinal);
        Assert.Contains("職員派遣\n―\n3人\n3人", text, StringComparison.Ordinal);
        Assert.Contains("23区共同\n支援金 500万円", text, StringComparison.Ordinal);
        Assert.Contains("新宿区\n支援金 10万円", text, StringComparison.Ordinal);
        Assert.Contains("品川区\n支援金 0.2万円、職員派遣 3人", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_corrected_with_its_history_and_taken_back_and_the_totals_follow()
    {
        var channel = await bot.AddChannelAsync(1);
        var reported = await arakawa.ReportAsync("Fund", "300", "ManYen");
        var form = (await arakawa.ExecuteAsync(reported, "訂正する")).Card!;
        var corrected = (await arakawa.ExecuteAsync(form, "訂正する", Report("Fund", "250", "ManYen"))).Card!;
        var stale = (await arakawa.ExecuteAsync(form, "訂正する", Report("Fund", "999", "ManYen"))).Card!;
        await bot.PostedAsync(channel, "250万円");
        var answered = (await bot.Shinagawa().SendAsync("能登豪雨への支援金はいくら？")).Answer;
        var history = (await arakawa.ExecuteAsync(corrected, "訂正の履歴")).Card!;
        var withdrawn = (await arakawa.ExecuteAsync(corrected, "取り下げる")).Card!;
        var again = (await arakawa.ExecuteAsync(corrected, "取り下げる")).Card!;
        await bot.PostedAsync(channel, "支援の報告は、まだありません");

        Assert.Contains("訂正しました", Text(corrected), StringComparison.Ordinal);
        Assert.Contains("報告が更新されていました", Text(stale), StringComparison.Ordinal);
        Assert.Equal("250", (string?)Personas.Input(stale, "quantity")["value"]);
        Assert.Contains("250万円", answered, StringComparison.Ordinal);
        Assert.Contains("支援金 300万円", Text(history), StringComparison.Ordinal);
        Assert.Contains("取り下げました", Text(withdrawn), StringComparison.Ordinal);
        Assert.Contains("報告が更新されていました", Text(again), StringComparison.Ordinal);
        Assert.Contains("取り下げ済み", Text((await arakawa.SendAsync("自分の報告")).Card), StringComparison.Ordinal);
        Assert.Contains("まだありません", (await bot.Shinagawa().SendAsync("能登豪雨への支援金はいくら？")).Answer, StringComparison.Ordinal);
        await using var context = await bot.OpenContextAsync();
        Assert.Equal(["support.correct", "support.report", "support.withdraw"], await context.AuditEvents.Where(one => one.SubjectType == nameof(SupportReport) && one.Outcome == AuditOutcome.Done).Select(one => one.Type).OrderBy(type => type).ToListAsync());
    }

    [Fact]
    public async Task Only_its_own_ward_and_the_secretariat_change_a_report_and_municipalities_report_none()
    {
        var reported = await arakawa.ReportAsync("Fund", "300", "ManYen");

        var refused = await shinagawa.ExecuteAsync(reported, "取り下げる");
        var edited = (await secretary.ExecuteAsync(reported, "訂正する")).Card!;

        Assert.Contains("その報告や要請、申し出をした組織の方だけ", refused.Body!.ToJsonString().Unescaped(), StringComparison.Ordinal);
        Assert.Contains("支援の報告を訂正します", Text(edited), StringComparison.Ordinal);
        Assert.Contains("特別区の連携担当と事務局の方だけ", (await bot.Sakai().SendAsync("支援を報告")).Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("300", Text((await shinagawa.SendAsync("自分の報告")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_many_times_is_one_report_and_many_at_once_are_all_counted()
    {
        var form = (await arakawa.SendAsync("支援を報告")).Card!;
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => arakawa.ExecuteAsync(form, "報告する", Report("Fund", "1", "ManYen", ("disaster", Chosen(form)))))));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Task.Run(() => (n % 2 == 0 ? bot.Arakawa() : bot.Shinagawa()).ReportAsync("Fund", "1", "ManYen"))));

        Assert.Contains("支援金\n―\n11万円\n11万円", Text(await arakawa.OpenDisasterAsync()), StringComparison.Ordinal);
        Assert.Contains("11万円", (await bot.Shinagawa().SendAsync("能登豪雨への支援金はいくら？")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reports_and_requests_are_loaded_as_files_without_formulas()
    {
        await arakawa.ReportAsync("Fund", "123.4567", "ManYen", ("recipient", "=HYPERLINK(\"https://evil.example\")"));
        var totals = (await arakawa.ExecuteAsync(await arakawa.OpenDisasterAsync(), "集計を見る")).Card!;

        var bytes = await bot.Http.GetByteArrayAsync(new Uri(Url(totals, "CSV を開く")));
        var requests = await bot.Http.GetStringAsync(new Uri(Url(totals, "応援・受援の CSV を開く")));

        var csv = Encoding.UTF8.GetString(bytes);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("能登豪雨,,支援金,123.4567,万円,荒川区,各区", csv, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.Contains("要請した自治体", requests, StringComparison.Ordinal);
    }

    private static string Chosen(JsonObject form) => (string)Personas.Input(form, "disaster")["value"]!;

    private static string Url(JsonObject card, string title) => Find(card, title) ?? throw new InvalidOperationException($"There is no {title}.");

    private static string? Find(JsonNode? node, string title) => node switch
    {
        JsonObject item when (string?)item["type"] == "Action.OpenUrl" && (string?)item["title"] == title => (string)item["url"]!,
        JsonObject item => item.Select(property => Find(property.Value, title)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(one => Find(one, title)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
