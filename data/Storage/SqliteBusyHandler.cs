using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RenkeiBot.Data.Storage;

/// <summary>
/// Waits a millisecond at a time for another writer of the SQLite file. The provider by itself looks again every 150 ms (Microsoft.Data.Sqlite: database errors, locking and retries), in which dozens of transactions end; the
/// library's own waiting (PRAGMA busy_timeout) sleeps whole seconds, as it was built without usleep. What takes longer than <see cref="MostWaits"/> is waited for by the provider as ever, until the command's time-out.
/// </summary>
internal sealed unsafe partial class SqliteBusyHandler : DbConnectionInterceptor
{
    public static readonly SqliteBusyHandler Instance = new();

    private const int MostWaits = 150;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection) => sqlite3_busy_handler(((SqliteConnection)connection).Handle!, &Wait, null);

    /// <returns>0 to give up, 1 to look again (sqlite.org: sqlite3_busy_handler).</returns>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Wait(void* argument, int count)
    {
        if (count == MostWaits)
            return 0;
        Thread.Sleep(1);
        return 1;
    }

    [LibraryImport("e_sqlite3")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int sqlite3_busy_handler(SafeHandle database, delegate* unmanaged[Cdecl]<void*, int, int> handler, void* argument);
}
