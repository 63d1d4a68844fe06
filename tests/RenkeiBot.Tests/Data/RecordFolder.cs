using System.Text;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;

namespace RenkeiBot.Tests.Data;

/// <summary>A copy of the real record files in a folder of its own, in which a test may break or change one.</summary>
internal sealed class RecordFolder : IDisposable
{
    private RecordFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The files as they are delivered beside the program.</summary>
    public static string Delivered => System.IO.Path.Combine(AppContext.BaseDirectory, "Records");

    public static RecordFolder Copy()
    {
        var folder = new RecordFolder(Directory.CreateTempSubdirectory("renkeibot-records-").FullName);
        foreach (var file in Directory.EnumerateFiles(Delivered, "*.json"))
            File.Copy(file, System.IO.Path.Combine(folder.Path, System.IO.Path.GetFileName(file)));
        return folder;
    }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text, new UTF8Encoding(false));

    /// <summary>Replaces the first occurrence of a text after another, and says in which line (counted from 1) it was.</summary>
    public int Replace(string name, string after, string old, string replacement)
    {
        var text = Read(name);
        var from = text.IndexOf(after, StringComparison.Ordinal);
        Assert.True(from >= 0, $"{name} has no {after}");
        var at = text.IndexOf(old, from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{name} has no {old} after {after}");
        Write(name, text[..at] + replacement + text[(at + old.Length)..]);
        return 1 + text.AsSpan(0, at).Count('\n');
    }

    public async Task<RecordFileException> RefusalAsync() =>
        await Assert.ThrowsAsync<RecordFileException>(() => RecordLoader.LoadAsync(Path, CancellationToken.None));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
