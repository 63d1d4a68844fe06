using System.Globalization;
using System.Text;

namespace RenkeiBot.Benchmarks;

/// <summary>The place of an activity's id and time in the bytes that are sent: each sending is an activity of its own, as a repeated one would only be recognised.</summary>
internal sealed class ActivityStamp
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    // As long as Teams' ids, which are milliseconds.
    private static long lastId = 1_795_210_000_000;

    private readonly byte[] message;
    private readonly int id;
    private readonly int timestamp;

    public ActivityStamp(byte[] message)
    {
        this.message = message;
        id = After("\"id\":\""u8);
        timestamp = After("\"timestamp\":\""u8);
    }

    public static string NextId() => Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);

    public static string Now() => DateTime.UtcNow.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The message with a new id and the present time.</summary>
    public byte[] Renew()
    {
        Encoding.ASCII.GetBytes(NextId(), message.AsSpan(id));
        Encoding.ASCII.GetBytes(Now(), message.AsSpan(timestamp));
        return message;
    }

    private int After(ReadOnlySpan<byte> name) => message.AsSpan().IndexOf(name) is var at and >= 0
        ? at + name.Length
        : throw new InvalidOperationException("The message is not an activity.");
}
