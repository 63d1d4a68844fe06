namespace RenkeiBot.Service.Health;

/// <summary>The names of the checks: as probes and logs have them, and as the card of 「診断」 does.</summary>
internal static class HealthNames
{
    public const string Database = "database";
    public const string Migrations = "migrations";
    public const string Disk = "disk";
    public const string Records = "records";
    public const string Answers = "answers";
    public const string Credential = "credential";
        Graph => "Microsoft 365連携",
