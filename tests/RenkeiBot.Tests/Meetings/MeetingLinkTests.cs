using System.Text;
using RenkeiBot.Cards.Meetings;

namespace RenkeiBot.Tests.Meetings;

/// <summary>What a notice of a meeting links to.</summary>
public sealed class MeetingLinkTests
{
    [Theory]
    [InlineData("https://renkei.example.jp/downloads/secret", true)]
    [InlineData("http://127.0.0.1:3978/downloads/secret", true)]
    [InlineData("http://renkei.example.jp/downloads/secret", false)]
    [InlineData("", false)]
    public void A_calendar_file_is_opened_over_https_or_from_this_machine(string url, bool isOpened)
    {
        var card = MeetingCard.Build(new MeetingView("会議のご案内です。", Guid.Empty.ToString("N"), 1, "連絡会", "令和8年12月10日") { CalendarUrl = url });

        Assert.Equal(isOpened, Encoding.UTF8.GetString(card.ToUtf8Json()).Contains("カレンダーに追加", StringComparison.Ordinal));
    }
}
