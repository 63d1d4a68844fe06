using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RenkeiBot.Data.Storage;

/// <summary>Gives <c>dotnet ef</c> a context without starting the service. The database named here is never opened by the commands that write migrations.</summary>
internal sealed class RenkeiBotDesignTime : IDesignTimeDbContextFactory<RenkeiBotDbContext>
{
    public RenkeiBotDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<RenkeiBotDbContext>().UseSqlite("Data Source=design-time.db").Options);
}
