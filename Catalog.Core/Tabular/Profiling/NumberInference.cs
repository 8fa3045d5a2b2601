using System.Globalization;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>
/// Numbers, and figures that are no numbers: codes, years, days. Whether a point or a comma is the decimal one is
/// decided by the cells in which it can only be one of the two; without such cells by habit, and said.
/// </summary>
internal static class NumberInference
{
    public static readonly CellShape[] Shapes =
        [.. Enum.GetValues<CellShape>().Where(shape => shape is >= CellShape.Integer and <= CellShape.BlankGroupsPointDecimal and not CellShape.Code)];

    /// <summary>Cells from which eight digits that are all days, or four that are all years, are no accident.</summary>
    private const int FiguresNeed = 20;

    /// <summary>Digits of the shortest code of fixed width.</summary>
    private const int CodeWidth = 8;

    private readonly record struct Style(char Decimal, char? Group, bool Whole, bool Certain);

    public static Conclusion? Conclude(string name, NameWords words, ColumnTally tally, long values)
    {
        var numbers = Shapes.Sum(shape => tally[shape]);
        var text = new TableField { Name = name, Type = FieldType.String };
        if (tally[CellShape.Code] > 0 && numbers + tally[CellShape.Code] == values)
            return new Conclusion(text, 1).Because($"cifras con ceros adelante o más largas que un número: {tally[CellShape.Code]}", $"figures with zeros in front or longer than a number: {tally[CellShape.Code]}");
        if (numbers != values) return null;
        var bare = tally.Affixes[(int)NumberAffix.None] == values;
        if (!bare && Mixed(tally, values) is { } mixed) return new Conclusion(text, 0.8).Because(mixed.Spanish, mixed.English);
        if (tally[CellShape.Integer] == values && bare && Figures(name, words, tally, values) is { } figures) return figures;
        if (StyleOf(tally) is not { } style)
            return new Conclusion(text, 0.8).Because("punto y coma decimales se mezclan", "decimal points and decimal commas are mixed") with { Nearly = FieldType.Number };
        var field = new TableField { Name = name, Type = style.Whole ? FieldType.Integer : FieldType.Number, DecimalChar = style.Decimal, GroupChar = style.Group, BareNumber = bare };
        var range = style.Decimal == ',' || style is { Whole: true, Group: '.' } ? tally.IfComma : tally.IfPoint;
        var conclusion = new Conclusion(field, style.Certain ? 1 : 0.6, Lexical(range.Least, style.Whole), Lexical(range.Greatest, style.Whole));
        if (style.Whole) conclusion = conclusion with { Minimum = Whole(tally, style, range.Least, least: true), Maximum = Whole(tally, style, range.Greatest, least: false) };
        conclusion.Because(style.Whole ? "todas las celdas son números enteros" : "todas las celdas son números", style.Whole ? "all cells are whole numbers" : "all cells are numbers");
        if (style.Decimal == ',' || style.Group is not null) Explain(conclusion, style);
        if (!bare) conclusion.Because("con un signo de moneda o de porcentaje", "with a sign of currency or percent");
        if (tally.Exponents > 0) conclusion.Because($"en notación científica, que puede haber perdido cifras: {tally.Exponents}", $"in scientific notation, which may have lost digits: {tally.Exponents}");
        return conclusion;
    }

    /// <summary>Figures that are not for adding up: codes, days, years.</summary>
    private static Conclusion? Figures(string name, NameWords words, ColumnTally tally, long values)
    {
        var integers = tally.Integers;
        var text = new TableField { Name = name, Type = FieldType.String };
        if (integers.CompactDates == values && (words.SaysDate || values >= FiguresNeed))
        {
            return new Conclusion(new TableField { Name = name, Type = FieldType.Date, Format = "%Y%m%d" }, words.SaysDate ? 1 : 0.8, Day(integers.CompactDays.Least), Day(integers.CompactDays.Greatest))
                .Because("todas las celdas son días AAAAMMDD", "all cells are days YYYYMMDD");
        }
        if (tally.Personal.CuitOfPersons + tally.Personal.CuitOfCompanies == values)
            return new Conclusion(text, 1).Because("todas las celdas son CUIT o CUIL, con dígito verificador", "all cells are CUIT or CUIL, with their check digit");
        if (words.SaysCode) return new Conclusion(text, 0.9).Because("el nombre dice que es un código", "the name says that it is a code");
        var fixedWidth = integers.Lengths.Least == integers.Lengths.Greatest && integers.Lengths.Least >= CodeWidth;
        if (fixedWidth && words.SaysKey && values >= 2)
            return new Conclusion(text, 0.8).Because("cifras de ancho fijo, y el nombre dice que es un código", "figures of fixed width, and the name says that it is a code");
        if (integers.Years != values || integers.Lengths.Least != 4) return null;
        var likely = values >= FiguresNeed && integers.Range is { Least: >= 1900, Greatest: <= 2100 };
        if (!words.SaysYear && !likely) return null;
        return new Conclusion(new TableField { Name = name, Type = FieldType.Year }, words.SaysYear ? 1 : 0.7, Lexical(integers.Range.Least, true), Lexical(integers.Range.Greatest, true))
            .Because("todas las celdas son años", "all cells are years");
    }

    private static (string Spanish, string English)? Mixed(ColumnTally tally, long values)
    {
        var kinds = 0;
        for (var i = 1; i < tally.Affixes.Length; i++)
            if (tally.Affixes[i] > 0) kinds++;
        if (kinds > 1) return ("hay más de una moneda o unidad", "there is more than one currency or unit");
        return tally.Affixes[(int)NumberAffix.Percent] is var percent and > 0 && percent < values ? ("solo algunas celdas son porcentajes", "only some cells are percentages") : null;
    }

    private static Style? StyleOf(ColumnTally t)
    {
        var pointDecimal = t[CellShape.PointDecimal] + t[CellShape.CommaGroupsPointDecimal] + t[CellShape.BlankGroupsPointDecimal];
        var commaDecimal = t[CellShape.CommaDecimal] + t[CellShape.PointGroupsCommaDecimal] + t[CellShape.BlankGroupsCommaDecimal];
        var pointGroups = t[CellShape.PointGroups] + t[CellShape.PointGroupsCommaDecimal];
        var commaGroups = t[CellShape.CommaGroups] + t[CellShape.CommaGroupsPointDecimal];
        var blankGroups = t[CellShape.BlankGroups] + t[CellShape.BlankGroupsCommaDecimal] + t[CellShape.BlankGroupsPointDecimal];
        var (pointThree, commaThree) = (t[CellShape.PointThree], t[CellShape.CommaThree]);
        if ((pointDecimal + commaGroups > 0 && commaDecimal + pointGroups > 0) || (blankGroups > 0 && pointGroups + commaGroups > 0)) return null;
        if (blankGroups > 0)
        {
            // Blanks group, so a lone point or comma is the decimal one; there can be but one kind.
            var (points, commas) = (pointDecimal + pointThree, commaDecimal + commaThree);
            return points > 0 && commas > 0 ? null : new Style(commas > 0 ? ',' : '.', ' ', points + commas == 0, true);
        }
        if (pointDecimal + commaGroups > 0) return new Style('.', commaGroups + commaThree > 0 ? ',' : null, pointDecimal + pointThree == 0, true);
        if (commaDecimal + pointGroups > 0) return new Style(',', pointGroups + pointThree > 0 ? '.' : null, commaDecimal + commaThree == 0, true) is { Whole: true } whole ? whole with { Decimal = '.' } : new Style(',', pointGroups + pointThree > 0 ? '.' : null, false, true);
        if (pointThree > 0 && commaThree > 0) return null;
        // Only cells like 1.234 and whole numbers. Who groups digits groups all of them; and whoever writes three
        // decimals writes them in each cell.
        if (pointThree > 0) return t.Integers.Ungrouped > 0 || t[CellShape.Integer] == 0 ? new Style('.', null, false, t.Integers.Ungrouped > 0) : new Style('.', '.', true, false);
        if (commaThree > 0) return t.Integers.Ungrouped > 0 ? new Style(',', null, false, true) : new Style('.', ',', true, false);
        return new Style('.', null, true, true);
    }

    private static void Explain(Conclusion conclusion, Style style)
    {
        var (spanish, english) = (style.Decimal, style.Group, style.Whole) switch
        {
            (_, { } group, true) => ($"miles con «{group}»", $"thousands with '{group}'"),
            (',', { } group, _) => ($"coma decimal y miles con «{group}»", $"decimal comma and thousands with '{group}'"),
            (',', null, _) => ("coma decimal", "decimal comma"),
            (_, { } group, _) => ($"punto decimal y miles con «{group}»", $"decimal point and thousands with '{group}'"),
            _ => ("punto decimal", "decimal point"),
        };
        conclusion.Because(style.Certain ? spanish : spanish + "; las celdas no lo deciden", style.Certain ? english : english + "; the cells do not decide it");
    }

    private static string Whole(ColumnTally tally, Style style, double value, bool least) =>
        style.Group is null ? Lexical(least ? tally.Integers.Range.Least : tally.Integers.Range.Greatest, true) : Lexical(value, true);

    private static string Day(int epochDays) => new DateOnly(1970, 1, 1).AddDays(epochDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Lexical(double value, bool whole) => value.ToString(whole ? "0" : "R", CultureInfo.InvariantCulture);

    private static string Lexical(long value, bool whole) => value.ToString(CultureInfo.InvariantCulture);
}
