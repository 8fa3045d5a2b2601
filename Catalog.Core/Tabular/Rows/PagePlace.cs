namespace Catalog.Core.Tabular.Rows;

/// <summary>A place in the order of an answer: the values of its keys in the row before it, or that row's number alone.</summary>
public sealed record PagePlace(IReadOnlyList<object?> Values)
{
    /// <summary>Characters of texts that a place may have. 1,000: it is part of an address, which ends at some thousand.</summary>
    private const int MaxText = 1_000;

    /// <summary>The same place by the number of its row, where texts are too long for an address: the rows of a version never change.</summary>
    internal PagePlace Short(IReadOnlyList<OrderKey> keys)
    {
        if (keys.Count < 2 || Values.OfType<string>().Sum(text => (long)text.Length) <= MaxText) return this;
        for (var i = 0; i < keys.Count; i++)
            if (keys[i].Name == StoredColumn.RowNumber) return new PagePlace([Values[i]]);
        // Groups have no number.
        return this;
    }

    /// <summary>Whether it is the number of a row, in place of the values of several keys.</summary>
    internal bool IsRowOf(IReadOnlyList<OrderKey> keys) => Values is [long] && keys.Count > 1 && keys.Any(key => key.Name == StoredColumn.RowNumber);
}
