using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Service.Proposals.Matching;

namespace RenkeiBot.Tests.Proposals.Matching;

public sealed class CapacityNetworkTests
{
    private static readonly Arbitrary<Case> Small =
        (from rows in Gen.Choose(1, 4)
         from columns in Gen.Choose(1, 4)
         from units in Gen.Choose(0, 3).ArrayOf(rows)
         from places in Gen.Choose(0, 3).ArrayOf(columns)
         from rowBonus in Gen.Elements(0L, 5, 20, 1000).ArrayOf(rows)
         from columnBonus in Gen.Elements(0L, 5, 20).ArrayOf(columns)
         from values in Gen.Choose(-1, 30).ArrayOf(rows * columns)
         select new Case(units, places, rowBonus, columnBonus,
             [.. values.Index().Where(pair => pair.Item >= 0).Select(pair => (pair.Index / columns, pair.Index % columns, (long)pair.Item)).Take(12)])).ToArbitrary();

    [Fact]
    public void Is_as_good_as_the_best_of_all_and_keeps_every_capacity() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Small, one =>
    {
        var chosen = Solve(one);

        Assert.All(chosen.CountBy(pair => pair.Row), count => Assert.True(count.Value <= one.Units[count.Key]));
        Assert.All(chosen.CountBy(pair => pair.Column), count => Assert.True(count.Value <= one.Places[count.Key]));
        Assert.Equal(chosen.Count, chosen.Distinct().Count());
        Assert.Equal(one.Best(), one.Value(chosen));
    }));

    [Fact]
    public void The_same_case_has_the_same_solution_in_whatever_order_its_edges_come() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Small, one =>
        Assert.Equal(Solve(one), Solve(one with { Edges = [.. one.Edges.Reverse()] }))));

    [Fact]
    public void Gives_up_a_good_pair_for_two_that_are_better_together()
    {
        var one = new Case([1, 1], [1, 1], [0, 0], [0, 0], [(0, 0, 10), (0, 1, 9), (1, 0, 8)]);

        Assert.Equal([(0, 1), (1, 0)], Solve(one));
    }

    private static IReadOnlyList<(int Row, int Column)> Solve(Case one) => new CapacityNetwork(one.Units, one.Places, one.RowBonus, one.ColumnBonus, one.Edges).Solve();

    private sealed record Case(int[] Units, int[] Places, long[] RowBonus, long[] ColumnBonus, IReadOnlyList<(int Row, int Column, long Value)> Edges)
    {
        public long Value(IReadOnlyCollection<(int Row, int Column)> chosen) =>
            Edges.Where(edge => chosen.Contains((edge.Row, edge.Column))).Sum(edge => edge.Value)
            + chosen.Select(pair => pair.Row).Distinct().Sum(row => RowBonus[row]) + chosen.Select(pair => pair.Column).Distinct().Sum(column => ColumnBonus[column]);

        /// <summary>The value of the best choice, by trying all.</summary>
        public long Best()
        {
            var best = 0L;
            for (var choice = 0; choice < 1 << Edges.Count; choice++)
            {
                var chosen = Edges.Where((_, at) => (choice >> at & 1) != 0).Select(edge => (edge.Row, edge.Column)).ToList();
                if (chosen.CountBy(pair => pair.Row).All(count => count.Value <= Units[count.Key]) && chosen.CountBy(pair => pair.Column).All(count => count.Value <= Places[count.Key]))
                    best = Math.Max(best, Value(chosen));
            }

            return best;
        }
    }
}
