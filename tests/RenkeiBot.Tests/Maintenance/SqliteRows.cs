using Microsoft.Data.Sqlite;

namespace RenkeiBot.Tests.Maintenance;

/// <summary>Looks into SQLite files that no context is for.</summary>
internal static class SqliteRows
{
    public static long Count(string file, string table) => (long)Execute(file, $"SELECT COUNT(*) FROM {table}")!;

    public static object? Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
