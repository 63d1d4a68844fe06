using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace RenkeiBot.Benchmarks;

/// <summary>As much of HTTP/1.1 over a socket as load and its answers need: an HTTP library would take more of the machine than what is measured.</summary>
internal sealed class HttpBytes(Socket socket)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int filled;

    /// <summary>Reads one message, whose body has a Content-Length or is chunked, and forgets all but its first line.</summary>
    /// <returns>The first line; null where the other side has closed.</returns>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = MessageEnd(buffer.AsSpan(0, filled))) < 0)
        {
            if (filled == buffer.Length)
                throw new InvalidOperationException("A message is larger than 64 KiB.");
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled), cancellationToken);
            if (read == 0)
                return null;
            filled += read;
        }

        var line = FirstLine(buffer);
        buffer.AsSpan(end, filled - end).CopyTo(buffer);
        filled -= end;
        return line;
    }

    public static byte[] Post(Uri address, byte[] json, string? token) =>
    [
        .. Encoding.ASCII.GetBytes($"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {json.Length}\r\n{(token is null ? "" : $"Authorization: Bearer {token}\r\n")}\r\n"),
        .. json,
    ];

    private static string FirstLine(ReadOnlySpan<byte> message) =>
        message.StartsWith("HTTP/1.1 200"u8) ? "HTTP/1.1 200" : Encoding.ASCII.GetString(message[..message.IndexOf((byte)'\r')]);

    private static int MessageEnd(ReadOnlySpan<byte> message)
    {
        var head = message.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return -1;
        var body = head + 4;
        if (Header(message[..head], "content-length: ") is { } length)
            return body + length <= message.Length ? body + length : -1;
        if (message[..head].IndexOf("chunked"u8) < 0)
            return body;
        var last = message[body..].IndexOf("0\r\n\r\n"u8);
        return last < 0 ? -1 : body + last + 5;
    }

    private static int? Header(ReadOnlySpan<byte> head, string name)
    {
        for (var at = head.IndexOf((byte)'\n') + 1; at > 0;)
        {
            var line = head[at..];
            var end = line.IndexOf((byte)'\r');
            if (end < 0)
                end = line.Length;
            if (end > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name))
                return int.Parse(line[name.Length..end], CultureInfo.InvariantCulture);
            var next = line.IndexOf((byte)'\n');
            at = next < 0 ? 0 : at + next + 1;
        }

        return null;
    }
}
