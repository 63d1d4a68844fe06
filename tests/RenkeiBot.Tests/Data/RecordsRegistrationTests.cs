using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Data;

/// <summary>The registration in a host, as Program.cs uses it.</summary>
public sealed class RecordsRegistrationTests
{
    [Fact]
    public async Task A_host_has_its_records_when_it_has_started()
    {
        using var folder = RecordFolder.Copy();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder.Path, DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Records:Path"] = folder.Path });
        builder.Services.AddRecords(builder.Configuration);
        using var host = builder.Build();

        await host.StartAsync();

        Assert.Equal(1741, host.Services.GetRequiredService<RecordStore>().Current.Of<Municipality>().Count);
        Assert.True(File.Exists(folder.PathOf("renkeibot.db")), "The database lies in the content root.");
        await host.StopAsync();
        using var connection = new SqliteConnection($"Data Source={folder.PathOf("renkeibot.db")}");
        SqliteConnection.ClearPool(connection);
    }
}
