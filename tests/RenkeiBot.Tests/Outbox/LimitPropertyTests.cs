using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Tests.Outbox;

/// <summary>Whoever waits as long as the limits say never exceeds them, whatever the gaps between messages.</summary>
public sealed class LimitPropertyTests
{
    private static readonly DateTimeOffset Start = OutboxRows.Now;
    private static readonly IReadOnlyList<SendWindow> OfTeams = SendWindow.Parse("7/1 8/2 60/30 1800/3600")!;

    [Fact]
    public void No_window_of_a_conversation_is_ever_exceeded() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 400).ListOf().ToArbitrary(), gaps =>
    {
        var limits = new ConversationLimits(OfTeams);
        var (now, sends) = (Start, new List<DateTimeOffset>());
        foreach (var gap in gaps.Concat(Enumerable.Repeat(0, 80)))
        {
            now += TimeSpan.FromMilliseconds(gap);
            now += limits.WaitFor("c", now);
            Assert.Equal(TimeSpan.Zero, limits.WaitFor("c", now));
            limits.Sent("c", now);
            sends.Add(now);
        }

        foreach (var window in OfTeams)
            Assert.All(sends, begin => Assert.InRange(sends.Count(send => send >= begin && send < begin + window.Length), 1, window.Count));
    }));

    [Fact]
    public void No_wait_is_longer_than_the_limits_demand()
    {
        var limits = new ConversationLimits([new SendWindow(2, TimeSpan.FromSeconds(1))]);
        limits.Sent("c", Start);
        limits.Sent("c", Start.AddSeconds(0.4));
        Assert.Equal(TimeSpan.FromSeconds(0.5), limits.WaitFor("c", Start.AddSeconds(0.5)));
        Assert.Equal(TimeSpan.Zero, limits.WaitFor("another", Start.AddSeconds(0.5)));
        Assert.Equal(TimeSpan.Zero, limits.WaitFor("c", Start.AddSeconds(1)));
    }

    [Fact]
    public void What_others_have_sent_counts_as_ones_own()
    {
        var limits = new ConversationLimits([new SendWindow(2, TimeSpan.FromSeconds(10))]);
        limits.SentByOthers("c", Start, [Start.AddSeconds(-3), Start.AddSeconds(-30)]);
        limits.Sent("c", Start);
        Assert.Equal(TimeSpan.FromSeconds(7), limits.WaitFor("c", Start));
    }

    [Fact]
    public void A_tenant_has_never_more_under_way_and_just_ended_than_its_limit()
    {
        var limits = new TenantLimits(3);
        for (var call = 0; call < 3; call++)
            Assert.Equal(TimeSpan.Zero, limits.TryBegin("t", Start));
        Assert.True(limits.TryBegin("t", Start) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, limits.TryBegin("another", Start));
        limits.End("t", Start.AddSeconds(0.2));
        Assert.Equal(TimeSpan.FromSeconds(0.7), limits.TryBegin("t", Start.AddSeconds(0.5)));
        Assert.Equal(TimeSpan.Zero, limits.TryBegin("t", Start.AddSeconds(1.201)));
    }

    [Theory]
    [InlineData("21:00-07:00", "2026-11-21T21:00:00+09:00", true)]
    [InlineData("21:00-07:00", "2026-11-21T06:59:59+09:00", true)]
    [InlineData("21:00-07:00", "2026-11-21T07:00:00+09:00", false)]
    [InlineData("21:00-07:00", "2026-11-21T12:00:00Z", true)]
    [InlineData("12:00-13:00", "2026-11-21T12:30:00+09:00", true)]
    [InlineData("12:00-13:00", "2026-11-21T13:00:00+09:00", false)]
    public void Quiet_hours_are_those_of_Japan(string setting, string moment, bool isQuiet) =>
        Assert.Equal(isQuiet, QuietHours.Parse(setting)!.Contains(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));
}
