namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>
/// A transport problem: rows (organisations) with as many units as they can take on, columns (proposals) with as many places, and edges that each carry one unit at most. It finds the flow of the greatest value, where the
/// value is the sum of the edges used, of a bonus for each row with at least one and of a bonus for each column with at least one.
///
/// Units are put in one by one, each by the cheapest augmenting path (successive shortest paths, Dijkstra over reduced costs; the potentials are changed only where the search came, as Jonker and Volgenant do it for
/// the assignment problem). A unit may also stay where it is, at the cost of the bonus if it is the row's last hope, so that there is a path always; after each unit the flow is the best for the units put in, and so is the last
/// one. All numbers are whole: the result is exact, and the same for the same input.
/// </summary>
internal sealed class CapacityNetwork
{
    private const int None = -1;

    private readonly int rows;
    private readonly int columns;
    private readonly int[] units;
    private readonly int[] places;
    private readonly long[] rowBonus;
    private readonly long[] columnBonus;
    private readonly int[] firstOfRow;
    private readonly int[] edgeRow;
    private readonly int[] edgeColumn;
    private readonly long[] edgeValue;
    private readonly bool[] used;
    private readonly List<int>[] usedOfColumn;

    // Units of a row that were put in and stay where they are.
    private readonly int[] idle;

    // The potential of a node is a lower bound of what a unit costs from there to the end; rows first, then columns.
    private readonly long[] potential;
    private readonly long[] distance;
    private readonly int[] cameBy;
    private readonly bool[] settled;
    private readonly List<int> touched = [];
    private readonly PriorityQueue<int, (long Distance, int Node)> queue = new();

    /// <param name="units">How many units each row has.</param>
    /// <param name="places">How many each column takes.</param>
    /// <param name="rowBonus">What the first unit of a row that is placed is worth beside its edge; not negative.</param>
    /// <param name="columnBonus">What the first unit in a column is worth beside its edge; not negative.</param>
    /// <param name="edges">Who can be placed where, and what it is worth; no pair twice, none negative.</param>
    public CapacityNetwork(IReadOnlyList<int> units, IReadOnlyList<int> places, IReadOnlyList<long> rowBonus, IReadOnlyList<long> columnBonus, IEnumerable<(int Row, int Column, long Value)> edges)
    {
        (rows, columns) = (units.Count, places.Count);
        (this.units, this.places) = ([.. units], [.. places]);
        (this.rowBonus, this.columnBonus) = ([.. rowBonus], [.. columnBonus]);
        var sorted = edges.OrderBy(edge => edge.Row).ThenByDescending(edge => edge.Value).ThenBy(edge => edge.Column).ToArray();
        (edgeRow, edgeColumn, edgeValue) = (Array.ConvertAll(sorted, edge => edge.Row), Array.ConvertAll(sorted, edge => edge.Column), Array.ConvertAll(sorted, edge => edge.Value));
        firstOfRow = new int[rows + 1];
        foreach (var row in edgeRow)
            firstOfRow[row + 1]++;
        for (var row = 0; row < rows; row++)
            firstOfRow[row + 1] += firstOfRow[row];
        (used, idle) = (new bool[sorted.Length], new int[rows]);
        usedOfColumn = new List<int>[columns];
        for (var column = 0; column < columns; column++)
            usedOfColumn[column] = [];
        (potential, distance, cameBy, settled) = (new long[rows + columns], new long[rows + columns], new int[rows + columns], new bool[rows + columns]);
        Array.Fill(distance, long.MaxValue);
        for (var column = 0; column < columns; column++)
            potential[rows + column] = this.places[column] > 0 ? -this.columnBonus[column] : 0;
        for (var row = 0; row < rows; row++)
        {
            // What a unit of the row costs at least: staying costs nothing, and is never rewarded.
            for (var edge = firstOfRow[row]; edge < firstOfRow[row + 1]; edge++)
                potential[row] = Math.Min(potential[row], potential[rows + edgeColumn[edge]] - edgeValue[edge]);
        }
    }

    /// <summary>The edges that the best flow uses, by row.</summary>
    public IReadOnlyList<(int Row, int Column)> Solve()
    {
        for (var row = 0; row < rows; row++)
        {
            // More units than edges could never be placed.
            var most = Math.Min(units[row], firstOfRow[row + 1] - firstOfRow[row]);
            units[row] = most;
            for (var unit = 0; unit < most; unit++)
                Augment(row);
        }

        return [.. Enumerable.Range(0, used.Length).Where(edge => used[edge]).Select(edge => (edgeRow[edge], edgeColumn[edge]))];
    }

    /// <summary>The cost of the next unit of a row that stays: the bonus is lost with the last one.</summary>
    private long CostOfStaying(int row) => idle[row] == units[row] - 1 ? rowBonus[row] : 0;

    private void Augment(int start)
    {
        var (best, end) = (long.MaxValue, None);
        Reach(start, 0, None);
        while (queue.TryDequeue(out var node, out var priority) && priority.Distance < best)
        {
            if (settled[node] || priority.Distance > distance[node])
                continue;
            settled[node] = true;
            // The end has the potential 0 always: only nodes that lead away from it are changed.
            if (CostOfEnding(node) is { } cost && distance[node] + cost - potential[node] is var total && total < best)
                (best, end) = (total, node);
            Relax(node);
        }

        foreach (var node in touched)
        {
            if (settled[node] && distance[node] < best)
                potential[node] += best - distance[node];
        }

        Turn(end);
        foreach (var node in touched)
        {
            distance[node] = long.MaxValue;
            settled[node] = false;
        }

        touched.Clear();
        queue.Clear();
    }

    /// <summary>What it costs to end at a node: to stay idle in a row, or to take a free place of a column; null where the column is full.</summary>
    private long? CostOfEnding(int node)
    {
        if (node < rows)
            return CostOfStaying(node);
        var column = node - rows;
        return usedOfColumn[column].Count >= places[column] ? null : usedOfColumn[column].Count == 0 ? -columnBonus[column] : 0;
    }

    private void Relax(int node)
    {
        if (node < rows)
        {
            for (var edge = firstOfRow[node]; edge < firstOfRow[node + 1]; edge++)
            {
                if (!used[edge])
                    Reach(rows + edgeColumn[edge], distance[node] - edgeValue[edge] - potential[node] + potential[rows + edgeColumn[edge]], edge);
            }
        }
        else
        {
            // A unit that is here makes way for this one, and looks for another place from its row.
            foreach (var edge in usedOfColumn[node - rows])
                Reach(edgeRow[edge], distance[node] + edgeValue[edge] - potential[node] + potential[edgeRow[edge]], edge);
        }
    }

    private void Reach(int node, long at, int by)
    {
        if (settled[node] || at >= distance[node])
            return;
        if (distance[node] == long.MaxValue)
            touched.Add(node);
        distance[node] = at;
        cameBy[node] = by;
        queue.Enqueue(node, (at, node));
    }

    /// <summary>Changes the flow along the path that leads to a node.</summary>
    private void Turn(int end)
    {
        if (end < rows)
            idle[end]++;
        for (var node = end; cameBy[node] is var edge && edge != None;)
        {
            if (node >= rows)
            {
                used[edge] = true;
                usedOfColumn[edgeColumn[edge]].Add(edge);
                node = edgeRow[edge];
            }
            else
            {
                used[edge] = false;
                usedOfColumn[edgeColumn[edge]].Remove(edge);
                node = rows + edgeColumn[edge];
            }
        }
    }
}
