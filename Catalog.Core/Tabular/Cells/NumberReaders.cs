namespace Catalog.Core.Tabular.Cells;

internal sealed class IntegerReader(IReadOnlyList<string> missing, char? group, bool bare) : ColumnReader(missing)
{
    public override ColumnType Type => ColumnType.Integer;

    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        var text = Trim(cell);
        var negative = false;
        if (!bare) text = NumberText.Strip(text, '\0', out negative);
        var read = NumberText.TryInteger(text, group, out var integer);
        value = CellValue.OfInteger(negative ? -integer : integer);
        return read;
    }
}

internal sealed class NumberReader(IReadOnlyList<string> missing, char decimalChar, char? group, bool bare) : ColumnReader(missing)
{
    public override ColumnType Type => ColumnType.Number;

    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        var text = Trim(cell);
        var negative = false;
        if (!bare) text = NumberText.Strip(text, decimalChar, out negative);
        var read = NumberText.TryNumber(text, decimalChar, group, out var number);
        value = CellValue.OfNumber(negative ? -number : number);
        return read;
    }
}

internal sealed class BooleanReader(IReadOnlyList<string> missing, IReadOnlyList<string> trueValues, IReadOnlyList<string> falseValues) : ColumnReader(missing)
{
    // Table Schema 2.0 §boolean.
    private readonly string[] _true = trueValues.Count > 0 ? [.. trueValues] : ["true", "True", "TRUE", "1"];
    private readonly string[] _false = falseValues.Count > 0 ? [.. falseValues] : ["false", "False", "FALSE", "0"];

    public override ColumnType Type => ColumnType.Boolean;

    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        var text = Trim(cell);
        value = CellValue.OfBoolean(true);
        foreach (var word in _true)
            if (text.SequenceEqual(word)) return true;
        value = CellValue.OfBoolean(false);
        foreach (var word in _false)
            if (text.SequenceEqual(word)) return true;
        return false;
    }
}
