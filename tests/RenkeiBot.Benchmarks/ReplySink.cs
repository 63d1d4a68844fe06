using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RenkeiBot.Benchmarks;

/// <summary>A Connector that accepts every reply and counts it.</summary>
internal sealed class ReplySink : IDisposable
{
    private static readonly byte[] Accepted = "HTTP/1.1 201 Created\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 22\r\n\r\n{\"id\":\"1795210021394\"}"u8.ToArray();

    private readonly Socket listener = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource stopping = new();
    private readonly List<long> arrivals = [];
    private long replies;

    private readonly TimeSpan answersAfter;

    /// <param name="answersAfter">How long each answer takes.</param>
    public ReplySink(TimeSpan answersAfter = default)
    {
        this.answersAfter = answersAfter;
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(512);
        ServiceUrl = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}/jp/";
        _ = AcceptAsync();
    }

    public string ServiceUrl { get; }

    public long Replies => Interlocked.Read(ref replies);

    /// <summary>When each one came, as stamps of the clock.</summary>
    public IReadOnlyList<long> Arrivals
    {
        get
        {
            lock (arrivals)
                return [.. arrivals];
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await listener.AcceptAsync(stopping.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The sink was closed.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                socket.NoDelay = true;
                var http = new HttpBytes(socket);
                while (await http.ReadAsync(stopping.Token) is not null)
                {
                    lock (arrivals)
                        arrivals.Add(Stopwatch.GetTimestamp());
                    Interlocked.Increment(ref replies);
                    if (answersAfter > TimeSpan.Zero)
                        await Task.Delay(answersAfter, stopping.Token);
                    await socket.SendAsync(Accepted, stopping.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                // The bot or the sink is gone.
            }
        }
    }
}
