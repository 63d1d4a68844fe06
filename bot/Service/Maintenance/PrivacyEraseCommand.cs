using System.CommandLine;
using RenkeiBot.Data.Privacy;

namespace RenkeiBot.Service.Maintenance;

/// <summary>Erases a person.</summary>
internal static class PrivacyEraseCommand
{
    public static Command Create(MaintenanceHost host)
    {
        var (tenant, person) = PersonArguments.Create();
        var command = new Command(
            "privacy-erase",
            "Erases a person: member, registrations, personal chat, messages and conversations go; what the person did stays under a pseudonym. It cannot be undone.")
        {
            tenant,
            person,
        };
        host.OnDatabase(command, (run, cancellationToken) => EraseAsync(run, run.Arguments.GetRequiredValue(tenant), run.Arguments.GetRequiredValue(person), cancellationToken));
        return command;
    }

    private static async Task EraseAsync(MaintenanceRun run, Guid tenant, Guid person, CancellationToken cancellationToken)
    {
        await using var context = await run.OpenAsync(cancellationToken);
        var held = await Erasure.RunAsync(context, tenant.ToString(), person.ToString(), run.Now, cancellationToken);
        await run.Output.WriteLineAsync(
            $"Erased: {(held.Member is null ? 0 : 1)} member, {held.Registrations.Count} registrations, {(held.PersonalChat is null ? 0 : 1)} personal chat, "
            + $"{held.OutboxMessages.Count} messages, {held.ConversationStates.Count} conversations, {held.InboxActivities.Count} incoming activities, {held.SavedSearches.Count} saved searches, {held.MeetingAnswers.Count} answers to meetings. {held.Proposals.Count} proposals, {held.Applications.Count} applications, {held.Comments.Count} comments and {held.Actions.Count} events now have a pseudonym.");
        await run.Output.WriteLineAsync("Backups and exports that were made before still have the person. A running service remembers the last questions for up to a day, or until it is started again.");
    }
}
