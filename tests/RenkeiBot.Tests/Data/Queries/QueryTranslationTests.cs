using System.Linq.Expressions;
using System.Reflection;
using System.Reflection.Emit;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Tests.Data.Queries;

/// <summary>Every query of the application is one that both databases can answer. The tests need no SQL Server: they look at what would be sent to it.</summary>
public sealed class QueryTranslationTests
{
    public static TheoryData<string> Names => [.. ApplicationQueries.All.Select(ApplicationQueries.NameOf)];

    [Theory, MemberData(nameof(Names))]
    public void A_query_translates_to_SQL_Server(string name) =>
        Assert.Contains("FROM [", ApplicationQueries.Sql(Named(name), DatabaseProvider.SqlServer), StringComparison.Ordinal);

    [Fact]
    public void Queries_have_names_of_their_own() =>
        Assert.Equal(ApplicationQueries.All.Count, ApplicationQueries.All.Select(ApplicationQueries.NameOf).Distinct().Count());

    [Fact]
    public void A_query_that_only_the_client_could_answer_is_found()
    {
        using var context = TestDatabase.Unopened(DatabaseProvider.SqlServer);

        Assert.Throws<InvalidOperationException>(() => context.Members.Where(m => m.IsActive && m.Name.GetHashCode() == 1).ToQueryString());
    }

    [Fact]
    public void Nothing_asks_the_database_outside_of_the_query_classes()
    {
        var outside = ApplicationQueries.Types
            .Where(type => !QueryClass(type))
            .SelectMany(type => type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
            .Where(method => Calls(method).Any(TakesAnExpression))
            .Select(method => $"{method.DeclaringType!.FullName}.{method.Name}")
            .ToList();

        Assert.True(outside.Count == 0,
            "LINQ over the database belongs into a class <Feature>Queries (data/README.md), where it is tried against both databases. It is in: " + string.Join(", ", outside));
    }

    [Fact]
    public void A_query_outside_of_the_query_classes_is_seen() =>
        Assert.Contains(Calls(typeof(QueryTranslationTests).GetMethod(nameof(AskedOutside), Own)!), TakesAnExpression);

    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static Task<bool> AskedOutside(RenkeiBotDbContext context) => context.Members.AnyAsync(m => m.Name == "");

    private static MethodInfo Named(string name) => ApplicationQueries.All.First(query => ApplicationQueries.NameOf(query) == name);

    private static bool QueryClass(Type type) =>
        type.Name.EndsWith(ApplicationQueries.ClassEnding, StringComparison.Ordinal) || (type.DeclaringType is { } outer && QueryClass(outer));

    private static bool TakesAnExpression(MethodBase method) =>
        (method.DeclaringType == typeof(Queryable) || method.DeclaringType == typeof(EntityFrameworkQueryableExtensions))
        && method.GetParameters().Any(parameter => parameter.ParameterType.IsSubclassOf(typeof(LambdaExpression)));

    /// <summary>The methods that a method's instructions call.</summary>
    private static IEnumerable<MethodBase> Calls(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? OpCodesByValue[(short)(0xFE00 | il[at + 1])] : OpCodesByValue[il[at]];
            at += code.Size;
            if (code.OperandType == OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(il, at)) is { } called)
                yield return called;
            at += OperandSize(code, il, at);
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        var called = method.Module.ResolveMethod(token, method.DeclaringType!.GetGenericArguments(), method is MethodInfo ? method.GetGenericArguments() : null);
        return called is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericMethodDefinition() : called;
    }

    private static int OperandSize(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
