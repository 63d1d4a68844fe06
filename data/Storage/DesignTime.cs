using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RenkeiBot.Data.Storage;

/// <summary>Gives <c>dotnet ef</c> a context without starting the service. The databases named here are never opened by the commands that write migrations.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<RenkeiBotDbContext>
{
    public RenkeiBotDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<RenkeiBotDbContext>().UseSqlite("Data Source=design-time.db").Options);
}

/// <inheritdoc cref="SqliteDesignTime"/>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerDbContext>
{
    public SqlServerDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<RenkeiBotDbContext>().UseSqlServer("Server=design-time;Initial Catalog=design-time").Options);
}
