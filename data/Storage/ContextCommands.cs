using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace RenkeiBot.Data.Storage;

/// <summary>
/// Commands on a context's own connection, for what happens at every turn or in every few seconds at rest: such a command needs no tracking, and compiles no query, which
/// takes memory that a service at rest can do without. The SQL is to be such that every provider speaks it.
/// </summary>
public static class ContextCommands
{
    /// <summary>A context with an open connection, to be disposed by the caller.</summary>
    public static async Task<RenkeiBotDbContext> OpenAsync(this IDbContextFactory<RenkeiBotDbContext> contexts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            return context;
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates a command, to be disposed by the caller.</summary>
    /// <param name="context">A context whose connection is open.</param>
    /// <param name="transaction">The transaction that runs, or null.</param>
    /// <param name="text">Makes the SQL; it is given what writes an identifier as the provider wants it.</param>
    /// <param name="parameters">The parameters, with their @.</param>
    public static DbCommand Command(
        this RenkeiBotDbContext context, IDbContextTransaction? transaction, Func<Func<string, string>, string> text, params (string Name, DbType Type)[] parameters)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(parameters);
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction?.GetDbTransaction();
        command.CommandText = text(context.GetService<ISqlGenerationHelper>().DelimitIdentifier);
        foreach (var (name, type) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = type;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
