using System.Text.Json.Serialization;

namespace RenkeiBot.BotFramework;

/// <summary>The answer to an invoke: it is the HTTP response itself (Bot Framework Activity 3.1.12, invoke).</summary>
public sealed record InvokeResponse
{
    /// <summary>The HTTP status; for <c>adaptiveCard/action</c> always 200.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The HTTP body, or null for none.</summary>
    public RawJson? Body { get; init; }

    internal static InvokeResponse OfCardAction(int statusCode, string type, RawJson? value) => new()
    {
        Body = RawJson.From(new AdaptiveCardInvokeResponse(statusCode, type, value), WireJson.Wire.AdaptiveCardInvokeResponse),
    };

    internal static InvokeResponse OfCardError(int statusCode, string code, string message) =>
        OfCardAction(statusCode, ContentTypes.Error, RawJson.From(new AdaptiveCardError(code, message), WireJson.Wire.AdaptiveCardError));
}

/// <summary>The body that answers an <c>adaptiveCard/action</c> (Adaptive Cards: Universal Action Model).</summary>
internal sealed record AdaptiveCardInvokeResponse(int StatusCode, string Type, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] RawJson? Value);

/// <summary>The value of an error that answers an <c>adaptiveCard/action</c>.</summary>
internal sealed record AdaptiveCardError(string Code, string Message);

/// <summary>The HTTP body that answers an activity with expected replies (botframework-channel.json, ExpectedReplies).</summary>
internal sealed record ExpectedReplies(
    [property: JsonConverter(typeof(LenientListConverter<Activity>))] IReadOnlyList<Activity> Activities);
