using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Data;

/// <summary>The settings Database:Provider and ConnectionStrings:RenkeiBot.</summary>
public sealed class DatabaseSettingsTests
{
    [Theory]
    [InlineData("Data Source=renkeibot.db", "/srv/bot/renkeibot.db")]
    [InlineData("Data Source=state/renkeibot.db;Cache=Shared", "/srv/bot/state/renkeibot.db")]
    [InlineData("Data Source=/var/lib/renkeibot.db", "/var/lib/renkeibot.db")]
    [InlineData("Data Source=:memory:", ":memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared", "shared")]
    public void A_relative_file_lies_in_the_content_root(string configured, string dataSource)
    {
        if (OperatingSystem.IsWindows())
            dataSource = dataSource.StartsWith('/') ? Path.GetFullPath(dataSource) : dataSource;

        Assert.Equal(dataSource, new SqliteConnectionStringBuilder(Read(null, configured).ConnectionString).DataSource);
    }

    [Fact]
    public void Without_settings_it_is_a_SQLite_file_in_the_content_root()
    {
        var settings = Read(null, null);

        Assert.Equal(DatabaseProvider.Sqlite, settings.Provider);
        Assert.Equal("renkeibot.db", Path.GetFileName(settings.SqliteFile));
    }

    [Theory]
    [InlineData("SqlServer")]
    [InlineData("sqlserver")]
    public void SQL_Server_takes_the_connection_string_as_it_is(string provider)
    {
        var settings = Read(provider, "Server=db.example.jp;Initial Catalog=renkeibot;Authentication=Active Directory Managed Identity");

        Assert.Equal(DatabaseProvider.SqlServer, settings.Provider);
        Assert.Contains("db.example.jp", settings.ConnectionString, StringComparison.Ordinal);
        Assert.Null(settings.SqliteFile);
    }

    [Theory]
    [InlineData("Oracle", null, "Database:Provider is 'Oracle'. It must be Sqlite or SqlServer.")]
    [InlineData("1", null, "Database:Provider is '1'. It must be Sqlite or SqlServer.")]
    [InlineData("SqlServer", null, "Database:Provider SqlServer needs ConnectionStrings:RenkeiBot: the server and the database.")]
    [InlineData("SqlServer", "Server=db.example.jp", "ConnectionStrings:RenkeiBot names no database (Initial Catalog), which Database:Provider SqlServer needs.")]
    [InlineData("SqlServer", "Data Source=renkeibot.db;Password=secret;Cache=Shared", "ConnectionStrings:RenkeiBot is not a connection string of Database:Provider SqlServer")]
    [InlineData("Sqlite", "Server=db;Password=secret", "ConnectionStrings:RenkeiBot is not a connection string of Database:Provider Sqlite")]
    public void A_setting_that_makes_no_sense_is_refused_by_its_name(string provider, string? connectionString, string sentence)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read(provider, connectionString)).Message;

        Assert.StartsWith(sentence, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_does_not_start_with_a_provider_that_there_is_not()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = "Oracle" });
        builder.Services.AddRecords(builder.Configuration);
        using var host = builder.Build();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.StartsWith("Database:Provider is 'Oracle'.", refusal.Message, StringComparison.Ordinal);
    }

    private static DatabaseSettings Read(string? provider, string? connectionString) => DatabaseSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider,
            ["ConnectionStrings:RenkeiBot"] = connectionString,
        }).Build(),
        "/srv/bot");
}
