using System.Reflection;
using RenkeiBot.Data.Storage;
using Xunit.Sdk;

namespace RenkeiBot.Tests.Data;

/// <summary>Runs a theory over SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite]];
}

/// <summary>Runs a theory over the SQL Server that RENKEI_SQLSERVER names (a connection string without a database); skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqlServerAttribute : DataAttribute
{
    public OnSqlServerAttribute() => Skip = Server is null ? "RENKEI_SQLSERVER names no SQL Server." : null;

    public static string? Server => Environment.GetEnvironmentVariable("RENKEI_SQLSERVER") is { Length: > 0 } server ? server : null;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.SqlServer]];
}
