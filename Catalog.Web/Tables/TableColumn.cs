using System.Globalization;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Tables;

/// <summary>A column of a file as its page needs to know it.</summary>
/// <param name="Summary">What it holds; null where nothing was summed up.</param>
/// <param name="IsPersonal">Whether the guard found data of persons in it: it is in the table, but nothing is drawn or counted by it.</param>
/// <param name="Rows">Rows of the table.</param>
public sealed record TableColumn(StoredColumn Stored, ColumnSummary? Summary, bool IsPersonal, long Rows)
{
    private readonly NameWords _words = new(Stored.Name);

    public string Name => Stored.Name;

    public StoredType Type => Stored.Type;

    /// <summary>Whole numbers that can all be years.</summary>
    public bool IsYear => Type == StoredType.Integer && (Summary is { Distinct: > 1 } || _words.SaysYear) && Number(Summary?.Min) is >= 1800 and <= 2100 && Number(Summary?.Max) is >= 1800 and <= 2100;

    /// <summary>A number that nobody adds up: a year, an id, a code. It is written without marks between its thousands.</summary>
    public bool IsLabel => IsYear || _words.SaysKey || _words.SaysCode;

    /// <summary>Whether its values make classes of rows: a name in every row makes none.</summary>
    public bool IsClass => !IsPersonal && Type is StoredType.Text or StoredType.Integer or StoredType.Boolean && Summary is { Distinct: > 1 } summary && summary.Distinct * 2 <= Rows;

    public bool IsMeasure => !IsPersonal && Type.IsNumeric() && !IsYear && !(_words.SaysKey && Type == StoredType.Integer);

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
