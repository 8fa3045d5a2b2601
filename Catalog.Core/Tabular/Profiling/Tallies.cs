using System.Numerics;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>The least and the greatest of what was added.</summary>
internal sealed class Extremes<T> where T : struct, INumber<T>
{
    public bool Any { get; private set; }

    public T Least { get; private set; }

    public T Greatest { get; private set; }

    public void Add(T value)
    {
        if (!Any)
        {
            (Any, Least, Greatest) = (true, value, value);
            return;
        }
        if (value < Least) Least = value;
        if (value > Greatest) Greatest = value;
    }
}

/// <summary>What whole numbers may be besides numbers.</summary>
internal sealed class IntegerTally
{
    public Extremes<long> Range { get; } = new();

    public Extremes<int> Lengths { get; } = new();

    public long Zeros { get; private set; }

    public long Ones { get; private set; }

    public long Years { get; private set; }

    public long CompactDates { get; private set; }

    public Extremes<int> CompactDays { get; } = new();

    /// <summary>Numbers of a thousand and more, which a column that groups its digits would have grouped.</summary>
    public long Ungrouped { get; private set; }

    public void Add(long value, int length, long count)
    {
        Range.Add(value);
        Lengths.Add(length);
        if (value == 0) Zeros += count;
        if (value == 1) Ones += count;
        if (value is >= 1800 and <= 2199) Years += count;
        if (length == 8 && DateShapes.IsCompact(value, out var days))
        {
            CompactDates += count;
            CompactDays.Add(days);
        }
        if (value is >= 1000 or <= -1000) Ungrouped += count;
    }
}

/// <summary>The lengths of the cells, and the one form that all of them have, if there is one.</summary>
internal sealed class TextTally
{
    /// <summary>Characters of the longest form that is kept. 40: longer texts have none in common.</summary>
    private const int MaxForm = 40;

    private char[]? _form;
    private bool _differ;
    private long _cells;

    public Extremes<int> Lengths { get; } = new();

    public long Characters { get; private set; }

    /// <summary>"9999-AAAAA-9999": digits as 9, letters as A, all else as it is; null when cells differ.</summary>
    public string? Form => _differ || _form is null || _cells < 2 ? null : new string(_form);

    public void Add(ReadOnlySpan<char> cell, long count)
    {
        Lengths.Add(cell.Length);
        Characters += cell.Length * count;
        _cells += count;
        if (_differ) return;
        if (cell.Length > MaxForm || (_form is not null && _form.Length != cell.Length))
        {
            _differ = true;
            return;
        }
        if (_form is null)
        {
            _form = new char[cell.Length];
            for (var i = 0; i < cell.Length; i++) _form[i] = FormOf(cell[i]);
            return;
        }
        for (var i = 0; i < cell.Length; i++)
        {
            if (_form[i] == FormOf(cell[i])) continue;
            _differ = true;
            return;
        }
    }

    private static char FormOf(char c) => char.IsDigit(c) ? '9' : char.IsLetter(c) ? 'A' : c;
}
