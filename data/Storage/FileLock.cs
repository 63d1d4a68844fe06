using System.Diagnostics;

namespace RenkeiBot.Data.Storage;

/// <summary>A lock between processes of one machine: an empty file that is held open. It is let go with the process, however that ends; the file stays.</summary>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock for one holder alone, or shared with others who share it.</summary>
    /// <returns>The lock, or null where it could not be had within the patience.</returns>
    public static async Task<FileLock?> TakeAsync(string path, bool shared, TimeSpan patience, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (TryOpen(path, shared) is { } file)
                return new FileLock(file);
            if (Stopwatch.GetElapsedTime(began) >= patience)
                return null;
            await Task.Delay(RetryAfter, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path, bool shared)
    {
        try
        {
            return shared
                ? new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read)
                : new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(path))
        {
            return null;
        }
    }
}
