using System.Text.RegularExpressions;

namespace RenkeiBot.Tests.Operations;

/// <summary>The files that deploy the service hold together. Whether Azure and Docker take them cannot be tried here: docs/operations.md says so.</summary>
public sealed class DeploymentTests
{
    private static readonly string Deploy = Path.Combine(Repository.Root, "docs", "deploy");

    public static TheoryData<string> BicepFiles => [.. Directory.GetFiles(Deploy, "*.bicep", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Deploy, path))];

    private static string Dockerfile => Repository.Read("bot/Service/Dockerfile");

    [Theory]
    [MemberData(nameof(BicepFiles))]
    public void A_Bicep_file_describes_and_uses_what_it_declares(string file)
    {
        var bicep = new BicepFile(Path.Combine(Deploy, file));

        Assert.All(bicep.Parameters, parameter =>
        {
            Assert.Contains("@description('", bicep.Decorators("param " + parameter.Name), StringComparison.Ordinal);
            Assert.True(bicep.Uses(parameter.Name) > 1, $"{parameter.Name} is not used.");
        });
        Assert.All(bicep.Outputs, output => Assert.Contains("@description('", bicep.Decorators("output " + output), StringComparison.Ordinal));
        Assert.Equal(bicep.Symbols.Count, bicep.Symbols.Distinct().Count());
        Assert.Equal(bicep.Text.Count(c => c == '{'), bicep.Text.Count(c => c == '}'));
        Assert.Equal(bicep.Text.Count(c => c == '['), bicep.Text.Count(c => c == ']'));
        Assert.All(Regex.Matches(bicep.Text, "^resource .*$", RegexOptions.Multiline), line => Assert.Matches(@"'[\w./]+@20\d\d-\d\d-\d\d(-preview)?'", line.Value));
    }

    [Fact]
    public void Modules_exist_are_all_used_and_get_what_they_ask_for_and_no_more()
    {
        var main = new BicepFile(Path.Combine(Deploy, "main.bicep"));
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Deploy, "modules")).Select(path => "modules/" + Path.GetFileName(path)).Order(StringComparer.Ordinal),
            main.Modules.Select(module => module.File).Order(StringComparer.Ordinal));

        foreach (var module in main.Modules)
        {
            var asked = new BicepFile(Path.Combine(Deploy, module.File));
            Assert.Subset(asked.Parameters.Select(parameter => parameter.Name).ToHashSet(), module.Given.ToHashSet());
            Assert.Superset(asked.Parameters.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).ToHashSet(), module.Given.ToHashSet());
            Assert.All(Regex.Matches(main.Text, $@"\b{module.Symbol}\.outputs\.(\w+)"), use => Assert.Contains(use.Groups[1].Value, asked.Outputs));
        }
    }

    [Fact]
    public void The_example_names_every_parameter_without_a_default()
    {
        var given = Regex.Matches(File.ReadAllText(Path.Combine(Deploy, "main.example.bicepparam")), @"^param (\w+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

        Assert.Equal(new BicepFile(Path.Combine(Deploy, "main.bicep")).Parameters.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name), given);
    }

    [Fact]
    public void What_the_deployments_set_is_in_the_table_of_settings()
    {
        var service = new BicepFile(Path.Combine(Deploy, "modules", "service.bicep"));
        var names = Regex.Matches(service.Text, @"name: '([A-Z]\w+)'").Select(match => match.Groups[1].Value)
            .Concat(Regex.Matches(Dockerfile, @"^(?:ENV|   ) +(\w+)=", RegexOptions.Multiline).Select(match => match.Groups[1].Value));

        Assert.All(names.Distinct(), name => Assert.Contains($"`{name.Replace("__", ":", StringComparison.Ordinal)}`", SettingsTable.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_probes_ask_what_the_service_answers()
    {
        var service = new BicepFile(Path.Combine(Deploy, "modules", "service.bicep"));

        Assert.Equal(["/health/live", "/health/live", "/health/ready"], Regex.Matches(service.Text, "path: '([^']+)'").Select(match => match.Groups[1].Value));
        Assert.Contains("ASPNETCORE_HTTP_PORTS=8080", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("targetPort: 8080", service.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_container_is_built_in_stages_with_the_corrected_client_and_runs_as_nobody_special()
    {
        var stages = Regex.Matches(Dockerfile, @"^FROM (\S+) AS (\w+)", RegexOptions.Multiline);
        var final = Dockerfile[stages[^1].Index..];

        Assert.Equal(["build", "final"], stages.Select(stage => stage.Groups[2].Value));
        Assert.All(stages, stage => Assert.Matches(@":10\.0-noble", stage.Groups[1].Value));
        Assert.Contains("chiseled-extra", stages[^1].Value, StringComparison.Ordinal);
        Assert.Contains("ARG SqlClientVersion=6.1.8", Dockerfile, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(Dockerfile, "-p:SqlClientVersion=\"\\$SqlClientVersion\""));
        Assert.DoesNotContain("\nRUN", final, StringComparison.Ordinal);
        Assert.Contains("\nUSER $APP_UID\n", final, StringComparison.Ordinal);
        Assert.Contains("\nVOLUME [\"/data\"]\n", final, StringComparison.Ordinal);
        Assert.Contains("HEALTHCHECK", final, StringComparison.Ordinal);
    }

    [Fact]
    public void The_container_restores_every_project_that_the_service_is_made_of()
    {
        var projects = Directory.GetFiles(Repository.Root, "RenkeiBot.*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Where(path => !path.StartsWith("tests/", StringComparison.Ordinal));

        Assert.All(projects, project => Assert.Contains($"COPY {project} ", Dockerfile, StringComparison.Ordinal));
        Assert.All(["**/bin/", "**/obj/", "**/*.db", ".git/"], pattern => Assert.Contains(pattern, Repository.Read(".dockerignore").Split('\n')));
    }
}
