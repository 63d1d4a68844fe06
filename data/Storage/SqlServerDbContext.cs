using Microsoft.EntityFrameworkCore;

namespace RenkeiBot.Data.Storage;

/// <summary>
/// The same context with a type of its own: EF Core finds the migrations of a database by the context's type, so that each provider can have its own in one assembly.
/// </summary>
internal sealed class SqlServerDbContext(DbContextOptions<RenkeiBotDbContext> options) : RenkeiBotDbContext(options)
{
    /// <summary>Compares texts by their code points, as SQLite does: ids of conversations differ in case alone, and a Japanese collation takes ア and ｱ for one.</summary>
    private const string CodePoints = "Latin1_General_100_BIN2";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation(CodePoints);
        configurationBuilder.Properties<DateOnly>().HaveColumnType("date");
    }
}
