using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RenkeiBot.Service.Directories;

/// <summary>A page of a collection.</summary>
internal sealed record GraphPage<T>
{
    public IReadOnlyList<T> Value { get; init; } = [];

    [JsonPropertyName("@odata.nextLink")]
    public string? NextLink { get; init; }
}

/// <summary>A person of the tenant.</summary>
internal sealed record GraphUser
{
    public required string Id { get; init; }

    public string? DisplayName { get; init; }

    public string? Mail { get; init; }

    public string? Department { get; init; }

    public string? CompanyName { get; init; }

    public string? OfficeLocation { get; init; }

    public bool? AccountEnabled { get; init; }
}

/// <summary>A team, or a channel of one.</summary>
internal sealed record GraphPlace
{
    public required string Id { get; init; }

    public string? DisplayName { get; init; }

    public string? Description { get; init; }
}

/// <summary>Anything of which only the id is needed.</summary>
internal sealed record GraphId
{
    public required string Id { get; init; }
}

/// <summary>The app that is to be installed.</summary>
internal sealed record GraphAppBinding
{
    [JsonPropertyName("teamsApp@odata.bind")]
    public required string App { get; init; }
}

/// <summary>A local time with its zone.</summary>
internal sealed record GraphTime(string DateTime, string TimeZone);

/// <summary>A text with its type.</summary>
internal sealed record GraphBody(string ContentType, string Content);

/// <summary>A place of an event.</summary>
internal sealed record GraphLocation(string DisplayName);

/// <summary>Who is invited.</summary>
internal sealed record GraphAttendee(GraphAddress EmailAddress, string Type);

/// <summary>An address with the name shown for it.</summary>
internal sealed record GraphAddress(string Address, string? Name);

/// <summary>An event as it is created or changed; what is null is left out.</summary>
internal sealed record GraphEventRequest
{
    public required string Subject { get; init; }

    public GraphBody? Body { get; init; }

    public required GraphTime Start { get; init; }

    public required GraphTime End { get; init; }

    public required GraphLocation Location { get; init; }

    public IReadOnlyList<GraphAttendee>? Attendees { get; init; }

    public bool? IsOnlineMeeting { get; init; }

    public string? OnlineMeetingProvider { get; init; }

    public string? TransactionId { get; init; }
}

/// <summary>An event as it is in the calendar.</summary>
internal sealed record GraphEvent
{
    public required string Id { get; init; }

    public GraphOnlineMeeting? OnlineMeeting { get; init; }
}

/// <summary>The online meeting of an event.</summary>
internal sealed record GraphOnlineMeeting
{
    public string? JoinUrl { get; init; }
}

/// <summary>Whose free and busy times are asked for.</summary>
internal sealed record GraphScheduleRequest(IReadOnlyList<string> Schedules, GraphTime StartTime, GraphTime EndTime, int AvailabilityViewInterval);

/// <summary>Somebody's free and busy times: one digit for each interval (0 free, 1 tentative, 2 busy, 3 away, 4 working elsewhere).</summary>
internal sealed record GraphSchedule
{
    public string? ScheduleId { get; init; }

    public string? AvailabilityView { get; init; }

    public GraphErrorDetail? Error { get; init; }
}

/// <summary>What Graph says of a call that failed.</summary>
internal sealed record GraphError
{
    public GraphErrorDetail? Error { get; init; }
}

/// <summary>The code of an error.</summary>
internal sealed record GraphErrorDetail
{
    public string? Code { get; init; }

    public string? ResponseCode { get; init; }
}

/// <summary>How these are read and written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(GraphUser))]
[JsonSerializable(typeof(GraphPage<GraphUser>))]
[JsonSerializable(typeof(GraphPage<GraphPlace>))]
[JsonSerializable(typeof(GraphPage<GraphId>))]
[JsonSerializable(typeof(GraphId))]
[JsonSerializable(typeof(GraphAppBinding))]
[JsonSerializable(typeof(GraphEventRequest))]
[JsonSerializable(typeof(GraphEvent))]
[JsonSerializable(typeof(GraphScheduleRequest))]
[JsonSerializable(typeof(GraphPage<GraphSchedule>))]
[JsonSerializable(typeof(GraphError))]
internal sealed partial class GraphJson : JsonSerializerContext
{
    /// <summary>The context that is used; Japanese text is written as it is.</summary>
    public static GraphJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
