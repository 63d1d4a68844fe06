using System.Reflection;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Data.Queries;

/// <summary>Every query of the application, found by its shape: a static method that returns an <see cref="IQueryable"/>, in a class whose name ends in Queries.</summary>
internal static class ApplicationQueries
{
    public const string ClassEnding = "Queries";

    private static readonly Assembly[] Assemblies = [typeof(RenkeiBotDbContext).Assembly, typeof(Program).Assembly];

    public static IEnumerable<Type> Types => Assemblies.SelectMany(assembly => assembly.GetTypes());

    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. Types.Where(type => type.Name.EndsWith(ClassEnding, StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => typeof(IQueryable).IsAssignableFrom(method.ReturnType) && !method.Name.Contains('<')),
    ];

    public static string NameOf(MethodInfo query) => $"{query.DeclaringType!.Name}.{query.Name}";

    /// <summary>Calls a query with a sample for each of its parameters.</summary>
    /// <exception cref="InvalidOperationException">There is no sample for the type of a parameter.</exception>
    public static IQueryable Call(MethodInfo query, RenkeiBotDbContext context) => (IQueryable)query.Invoke(null, [.. query.GetParameters().Select(p => Sample(p, query, context))])!;

    /// <summary>The SQL of a query, without a connection. A query that the provider cannot translate throws.</summary>
    public static string Sql(MethodInfo query, DatabaseProvider provider)
    {
        using var context = TestDatabase.Unopened(provider);
        return Call(query, context).ToQueryString();
    }

    private static object? Sample(ParameterInfo parameter, MethodInfo query, RenkeiBotDbContext context)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        object? sample = null;
        if (type == typeof(RenkeiBotDbContext))
            sample = context;
        else if (type == typeof(string))
            sample = "a";
        else if (type == typeof(Guid))
            sample = Guid.Empty;
        else if (type == typeof(DateTimeOffset))
            sample = DateTimeOffset.UnixEpoch;
        else if (type == typeof(DateOnly))
            sample = DateOnly.FromDayNumber(738_000);
        else if (type == typeof(int) || type == typeof(long))
            sample = Convert.ChangeType(1, type, null);
        else if (type == typeof(bool))
            sample = true;
        else if (type.IsEnum)
            sample = Enum.GetValues(type).GetValue(0);
        else if (type.IsAssignableFrom(typeof(string[])))
            sample = new[] { "a", "b" };
        else if (type.IsAssignableFrom(typeof(Guid[])))
            sample = new[] { Guid.Empty };
        else if (type.IsAssignableFrom(typeof(long[])))
            sample = new[] { 1L };
        return sample ?? throw new InvalidOperationException($"{NameOf(query)} cannot be called by the tests: add a sample of {type.Name} to {nameof(ApplicationQueries)}.");
    }
}
