using System.Buffers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RenkeiBot.BotFramework;

/// <summary>The HTTP side of a turn: admits the request, reads the activity, writes the result.</summary>
internal sealed partial class BotFrameworkEndpoint(
    RequestLimit requests, IChannelAuthentication authentication, TurnLimits turns, TurnProcessor processor, BotFrameworkOptions options,
    TurnTelemetry telemetry, ILogger<BotFrameworkEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        var (lease, entry) = requests.Enter();
        using (lease)
        {
            if (entry.IsRefused)
                Refuse(context, entry);
            else
                await HandleAdmittedAsync(context);
        }
    }

    private async Task HandleAdmittedAsync(HttpContext context)
    {
        try
        {
            var admission = await AdmitAsync(context);
            if (admission.IsRefused)
            {
                Refuse(context, admission);
                return;
            }
            (var activity, admission) = await ReadAsync(context);
            if (activity is not null)
                admission = authentication.AdmitActivity(context, activity);
            if (activity is null || admission.IsRefused)
            {
                Refuse(context, admission);
                return;
            }
            var result = turns.Exceeded(activity) is { } exceeded
                ? await processor.LimitAsync(activity, admission.ServiceUrlVerifiedAt, exceeded.Limit, exceeded.IsFirst)
                : await processor.ProcessAsync(activity, admission.ServiceUrlVerifiedAt, context.RequestAborted);
            await WriteAsync(context, result);
        }
        catch (BadHttpRequestException e)
        {
            Refuse(context, Admission.Refused(e.StatusCode, "the request body could not be read"));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            LogAborted();
        }
        catch (IOException) when (context.RequestAborted.IsCancellationRequested)
        {
            LogAborted();
        }
    }

    private async ValueTask<Admission> AdmitAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return Admission.Refused(StatusCodes.Status405MethodNotAllowed, "the method is not POST");
        }
        var admission = await authentication.AdmitRequestAsync(context, context.RequestAborted);
        if (admission.IsRefused)
            return admission;
        // Not only for order's sake: a browser sends JSON across origins only after asking, and other types without asking.
        if (!request.HasJsonContentType())
            return Admission.Refused(StatusCodes.Status415UnsupportedMediaType, "the content type is not JSON");
        return request.ContentLength > options.MaxRequestBytes ? TooLarge : Admission.Granted;
    }

    private static Admission TooLarge => Admission.Refused(StatusCodes.Status413PayloadTooLarge, "the body is too large");

    private async ValueTask<(Activity? Activity, Admission Refusal)> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(context.RequestAborted);
            var buffer = result.Buffer;
            if (buffer.Length > options.MaxRequestBytes)
            {
                reader.AdvanceTo(buffer.End);
                return (null, TooLarge);
            }
            if (result.IsCompleted)
            {
                var activity = Parse(buffer, out var problem);
                reader.AdvanceTo(buffer.End);
                return (activity, activity is null ? Admission.Refused(StatusCodes.Status400BadRequest, problem) : Admission.Granted);
            }
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static Activity? Parse(in ReadOnlySequence<byte> body, out string problem)
    {
        if (body.IsSingleSegment)
            return Parse(body.FirstSpan, out problem);
        var length = checked((int)body.Length);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(rented);
            return Parse(rented.AsSpan(0, length), out problem);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static Activity? Parse(ReadOnlySpan<byte> json, out string problem)
    {
        ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
        if (json.StartsWith(byteOrderMark))
            json = json[byteOrderMark.Length..];
        try
        {
            var activity = JsonSerializer.Deserialize(json, WireJson.Wire.Activity);
            problem = "the activity has no type";
            return string.IsNullOrWhiteSpace(activity?.Type) ? null : activity;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, not an object, nested too deeply, or text that is not Unicode. The message would quote the body.
            problem = "the body is not a JSON object that can be read";
            return null;
        }
    }

    private static async Task WriteAsync(HttpContext context, TurnResult result)
    {
        var response = context.Response;
        response.StatusCode = result.StatusCode;
        if (result.Body is not { } body)
        {
            response.ContentLength = 0;
            return;
        }
        response.ContentType = MediaTypeNames.Application.Json + "; charset=utf-8";
        var json = body.ToUtf8();
        response.ContentLength = json.Length;
        await response.BodyWriter.WriteAsync(json, context.RequestAborted);
    }

    private void Refuse(HttpContext context, Admission admission)
    {
        LogRefused(admission.StatusCode, admission.Reason);
        telemetry.Refused(admission.StatusCode);
        if (context.Response.HasStarted)
            return;
        context.Response.StatusCode = admission.StatusCode;
        context.Response.ContentLength = 0;
        if (admission.StatusCode == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        else if (admission.StatusCode == StatusCodes.Status429TooManyRequests)
            context.Response.Headers.RetryAfter = "1";
    }

    [LoggerMessage(10, LogLevel.Warning, "Refused a request with {StatusCode}: {Reason}")]
    private partial void LogRefused(int statusCode, string? reason);

    [LoggerMessage(11, LogLevel.Information, "The channel gave up waiting")]
    private partial void LogAborted();
}
