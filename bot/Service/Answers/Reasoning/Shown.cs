using System.Collections;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>A list as it is shown, each item made when it is looked at: of hundreds, a sentence or a card shows a few.</summary>
internal sealed class Shown<TItem, TShown>(IReadOnlyList<TItem> items, Func<TItem, TShown> show) : IReadOnlyList<TShown>
{
    public int Count => items.Count;

    public TShown this[int index] => show(items[index]);

    public IEnumerator<TShown> GetEnumerator()
    {
        for (var i = 0; i < items.Count; i++)
            yield return show(items[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes lists that are shown in part.</summary>
internal static class Shown
{
    public static Shown<TItem, TShown> As<TItem, TShown>(this IReadOnlyList<TItem> items, Func<TItem, TShown> show) => new(items, show);
}
