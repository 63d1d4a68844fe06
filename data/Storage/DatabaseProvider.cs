namespace RenkeiBot.Data.Storage;

/// <summary>What keeps the database: the setting <c>Database:Provider</c>.</summary>
public enum DatabaseProvider
{
    /// <summary>A file beside the service: one machine.</summary>
    Sqlite,

    /// <summary>A Microsoft SQL Server or Azure SQL database: any number of instances.</summary>
    SqlServer,
}
