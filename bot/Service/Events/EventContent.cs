using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Events;

/// <summary>種別 as the form has it. The name is what a card sends back.</summary>
internal enum EventType
{
    /// <summary>展示.</summary>
    Exhibition,

    /// <summary>講演会.</summary>
    Lecture,

    /// <summary>シンポジウム.</summary>
    Symposium,

    /// <summary>魅力発信イベント.</summary>
    Promotion,

    /// <summary>まつり.</summary>
    Festival,

    /// <summary>物産展・マルシェ.</summary>
    Market,

    /// <summary>交流事業.</summary>
    Exchange,

    /// <summary>その他.</summary>
    Other,
}

/// <summary>What the form of an event or exhibition says; texts are empty where nothing is known.</summary>
internal sealed record EventContent
{
    public EventType Type { get; init; } = EventType.Other;

    public string Title { get; init; } = "";

    public DateOnly From { get; init; }

    /// <summary>The last day; null for one day.</summary>
    public DateOnly? Until { get; init; }

    public string Hours { get; init; } = "";

    public string Venue { get; init; } = "";

    public string Address { get; init; } = "";

    public string Theme { get; init; } = "";

    /// <summary>One thing a line, as the other lists.</summary>
    public string Contents { get; init; } = "";

    public string Hosts { get; init; } = "";

    public string CoHosts { get; init; } = "";

    public string Supporters { get; init; } = "";

    public string Participants { get; init; } = "";

    public string Inquiries { get; init; } = "";

    public string Url { get; init; } = "";

    public EventStatus Status { get; init; } = EventStatus.Scheduled;

    /// <summary>What a text of several lines lists.</summary>
    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
