using System.Globalization;

namespace Catalog.Core.Tabular.Rows;

/// <summary>Values as text, the same in every format and as queries write them: ISO 8601, a point, true and false.</summary>
public static class RowText
{
    /// <summary>The value of a column that is not missing.</summary>
    public static string Of(RowReader row, int index, ResultColumn column)
    {
        if (column.Digits) return row.Text(index);
        return column.Type switch
        {
            StoredType.Text => row.Text(index),
            StoredType.Integer => row.Integer(index).ToString(CultureInfo.InvariantCulture),
            StoredType.Number => Number(row.Number(index)),
            StoredType.Boolean => row.Boolean(index) ? "true" : "false",
            StoredType.Date => row.Date(index).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            StoredType.Time => Fraction(row.Time(index).ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
            StoredType.Timestamp => Clock(row.Timestamp(index)),
            StoredType.Instant => Clock(row.Timestamp(index)) + "Z",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The shortest digits that give the same double again, without an exponent where people would not write one.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && Math.Abs(value) is < 1e21 and > 1e-15 ? ((decimal)value).ToString(CultureInfo.InvariantCulture) is var plain
            && double.Parse(plain, CultureInfo.InvariantCulture).Equals(value) ? plain : text : text;
    }

    private static string Clock(DateTime value) => Fraction(value.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture));

    /// <summary>Without the zeros at the end of a fraction of seconds, and without the point when nothing is left.</summary>
    private static string Fraction(string text) => text.TrimEnd('0') is var cut && cut.EndsWith('.') ? cut[..^1] : text.TrimEnd('0');
}
