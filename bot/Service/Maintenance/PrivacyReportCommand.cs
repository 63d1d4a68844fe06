using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using RenkeiBot.Data.Privacy;

namespace RenkeiBot.Service.Maintenance;

/// <summary>Shows everything that is held about a person.</summary>
internal static class PrivacyReportCommand
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static Command Create(MaintenanceHost host)
    {
        var (tenant, person) = PersonArguments.Create();
        var output = new Option<FileInfo?>("--output") { Description = "The file to make; without it, the report is written to the standard output." };
        var command = new Command("privacy-report", "Writes everything that is held about a person, as JSON.") { tenant, person, output };
        host.OnDatabase(command, (run, cancellationToken) => ReportAsync(
            run, run.Arguments.GetRequiredValue(tenant), run.Arguments.GetRequiredValue(person), run.Arguments.GetValue(output), cancellationToken));
        return command;
    }

    private static async Task ReportAsync(MaintenanceRun run, Guid tenant, Guid person, FileInfo? file, CancellationToken cancellationToken)
    {
        await using var context = await run.OpenAsync(cancellationToken);
        var held = await PersonalData.ReadAsync(context, tenant.ToString(), person.ToString(), cancellationToken);
        var json = JsonSerializer.Serialize(held, Readable);
        if (file is null)
        {
            await run.Output.WriteLineAsync(json);
            return;
        }

        await using var writer = new StreamWriter(PrivateFile.Create(file));
        await writer.WriteLineAsync(json);
        await run.Output.WriteLineAsync($"{file.FullName} has what is held about {person}.");
    }
}

/// <summary>The arguments that say who.</summary>
internal static class PersonArguments
{
    public static (Argument<Guid> Tenant, Argument<Guid> Person) Create() => (
        new("tenant-id") { Description = "The id of the person's own tenant in Entra ID; a guest has another than the host." },
        new("object-id") { Description = "The object id of the person in Entra ID." });
}
