using System.Buffers.Text;
using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Cells;

/// <summary>Text, of any kind or of one of Table Schema's formats.</summary>
internal sealed class TextReader(IReadOnlyList<string> missing, string format) : ColumnReader(missing)
{
    public override ColumnType Type => ColumnType.Text;

    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        value = default;
        if (format == Schemas.TableField.DefaultFormat) return true;
        var text = Trim(cell);
        return format switch
        {
            // The two need the text as one; they are rare.
            "email" => EmailAddress.IsValid(text.ToString()),
            "uri" => Uri.TryCreate(text.ToString(), UriKind.Absolute, out _),
            "uuid" => text.Length == 36 && Guid.TryParseExact(text, "D", out _),
            "binary" => Base64.IsValid(text),
            _ => true,
        };
    }
}

/// <summary>Items with something between them. The value is the cell; the number of items is what orders nothing.</summary>
internal sealed class ListReader(IReadOnlyList<string> missing, Schemas.TableField field) : ColumnReader(missing)
{
    private readonly ColumnReader _item = ColumnReaders.For(new Schemas.TableField { Name = field.Name, Type = field.ItemType }, []);

    public override ColumnType Type => ColumnType.Text;

    /// <summary>Fills the value with the number of items.</summary>
    public override bool TryParse(ReadOnlySpan<char> cell, out CellValue value)
    {
        var (count, fits) = (0L, true);
        foreach (var range in cell.Split(field.ItemDelimiter))
        {
            count++;
            fits &= _item.TryParse(cell[range], out _);
        }
        value = CellValue.OfInteger(count);
        return fits;
    }
}
