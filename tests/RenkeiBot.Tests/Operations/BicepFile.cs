using System.Text.RegularExpressions;

namespace RenkeiBot.Tests.Operations;

/// <summary>What a Bicep file declares and uses, as far as its lines say so. It is no compiler: it finds what gets lost when files are changed.</summary>
internal sealed partial class BicepFile
{
    private readonly string[] lines;

    public BicepFile(string path)
    {
        Path = path;
        lines = File.ReadAllLines(path);
        Text = string.Join('\n', lines.Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        Modules = [.. ModuleBlock().Matches(Text).Select(match => new BicepModule(match.Groups[1].Value, match.Groups[2].Value,
            [.. Parameter().Matches(match.Groups[3].Value).Select(parameter => parameter.Groups[1].Value)]))];
        Parameters = [.. Declaration("param").Select(match => (match.Groups[1].Value, HasDefault: match.Value.Contains(" = ", StringComparison.Ordinal)))];
        Outputs = [.. Declaration("output").Select(match => match.Groups[1].Value)];
        Symbols = [.. Regex.Matches(Text, @"^(?:var|resource|module) (\w+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];
    }

    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<BicepModule> Modules { get; }

    public IReadOnlyList<(string Name, bool HasDefault)> Parameters { get; }

    public IReadOnlyList<string> Outputs { get; }

    /// <summary>Variables, resources and modules.</summary>
    public IReadOnlyList<string> Symbols { get; }

    public int Uses(string name) => Regex.Count(Text, $@"\b{name}\b");

    /// <summary>The lines before a declaration that belong to it.</summary>
    public string Decorators(string declaration)
    {
        var at = Array.FindIndex(lines, line => line.StartsWith(declaration + " ", StringComparison.Ordinal));
        return string.Join('\n', lines[..at].Reverse().TakeWhile(line => line.StartsWith('@')));
    }

    private MatchCollection Declaration(string keyword) => Regex.Matches(Text, $@"^{keyword} (\w+) \w+.*$", RegexOptions.Multiline);

    [GeneratedRegex(@"^module (\w+) '([^']+)' = \{\n(.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ModuleBlock();

    [GeneratedRegex(@"^    (\w+):", RegexOptions.Multiline)]
    private static partial Regex Parameter();
}

/// <summary>A use of a module: its symbol, its file, and the parameters that it is given.</summary>
internal sealed record BicepModule(string Symbol, string File, IReadOnlyList<string> Given);
