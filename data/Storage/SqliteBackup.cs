using Microsoft.Data.Sqlite;

namespace RenkeiBot.Data.Storage;

/// <summary>Copies a SQLite database whole, also while a service writes to it: by SQLite's own backup, which takes the write-ahead log along.</summary>
public static class SqliteBackup
{
    /// <summary>Copies a database into a file that is a whole database by itself, without a log beside it.</summary>
    /// <param name="from">The database.</param>
    /// <param name="to">An empty file, or one that is not there.</param>
    /// <exception cref="SqliteException">Either cannot be read or written.</exception>
    public static void Copy(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var destination = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(destination);
        Scalar(destination, "PRAGMA journal_mode = DELETE");
    }

    /// <summary>Looks through a whole database.</summary>
    /// <returns>The migrations that it has, oldest first; null where the file is not a sound database of RenkeiBot.</returns>
    public static IReadOnlyList<string>? Migrations(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            if (Scalar(connection, "PRAGMA integrity_check") is not "ok")
                return null;
            using var command = connection.CreateCommand();
            command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" """;
            using var reader = command.ExecuteReader();
            var migrations = new List<string>();
            while (reader.Read())
                migrations.Add(reader.GetString(0));
            return migrations;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>Puts a file in the place of a database that nothing has open. The database before it stays beside it.</summary>
    /// <returns>The file of the database before; null where there was none.</returns>
    public static string? Replace(string database, string by)
    {
        var before = database + ".replaced";
        var there = File.Exists(database);
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(before + ending);
            if (File.Exists(database + ending))
                File.Move(database + ending, before + ending);
        }

        File.Move(by, database);
        return there ? before : null;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
