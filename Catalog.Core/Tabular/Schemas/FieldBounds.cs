using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Catalog.Core.Tabular.Cells;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>Reads a bound: as a cell of the column would write it, or as its type is written by default.</summary>
internal static class FieldBounds
{
    public static bool TryRead(TableField field, string text, out CellValue value) =>
        ColumnReaders.For(field, []).TryParse(text, out value)
        || ColumnReaders.For(new TableField { Name = field.Name, Type = field.Type }, []).TryParse(text, out value);
}

/// <summary>Patterns of values. XML Schema's expressions match the whole of a text, and so do these.</summary>
internal static class FieldPattern
{
    /// <summary>Longest work on one cell. 50 ms: a sensible pattern takes microseconds; only a stranger's bad one takes longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    /// <summary>Characters of a pattern. 2,000: longer ones are lists of words, for which there is enum.</summary>
    private const int MaxLength = 2_000;

    public static bool TryCompile(string pattern, [NotNullWhen(true)] out Regex? regex)
    {
        regex = null;
        if (pattern.Length > MaxLength) return false;
        // Without backtracking no pattern takes longer than its text is long; what needs it gets little time instead.
        return TryCompile(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, out regex) || TryCompile(pattern, RegexOptions.CultureInvariant, out regex);
    }

    private static bool TryCompile(string pattern, RegexOptions options, [NotNullWhen(true)] out Regex? regex)
    {
        try
        {
            regex = new Regex($@"\A(?:{pattern})\z", options, Patience);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            regex = null;
            return false;
        }
    }
}
