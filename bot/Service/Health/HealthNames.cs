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
    public const string Outbox = "outbox";
    public const string Graph = "graph";

    /// <summary>The name on the card; a check that nobody has named there keeps its own.</summary>
    public static string Japanese(string name) => name switch
    {
        Database => "データベース",
        Migrations => "移行",
        Disk => "ディスク",
        Records => "記録",
        Answers => "回答",
        Credential => "認証情報",
        Outbox => "配信",
        Graph => "Microsoft 365連携",
        _ => name,
    };
}
