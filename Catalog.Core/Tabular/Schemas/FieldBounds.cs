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

/// <summary>
/// Patterns of values. XML Schema's expressions match the whole of a text, and so do these. They look neither ahead nor
/// back and repeat nothing that was matched (XML Schema part 2 appendix F), so no backtracking is needed: matching takes
/// time in proportion to the text, whatever a stranger writes, and the same answer on a busy machine as on an idle one.
/// </summary>
internal static class FieldPattern
{
    /// <summary>Characters of a pattern. 2,000: longer ones are lists of words, for which there is enum.</summary>
    private const int MaxLength = 2_000;

    public static bool TryCompile(string pattern, [NotNullWhen(true)] out Regex? regex)
    {
        regex = null;
        if (pattern.Length > MaxLength) return false;
        try
        {
            regex = new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
