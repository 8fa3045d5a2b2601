using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Exports;

/// <summary>One row as a JSON object.</summary>
public static class RowJson
{
    /// <summary>Letters of every language stay readable; what a browser might take for markup is escaped all the same.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    public static JsonEncodedText[] Names(IReadOnlyList<ResultColumn> columns) => [.. columns.Select(column => JsonEncodedText.Encode(column.Name, Options.Encoder))];

    public static void Write(Utf8JsonWriter json, JsonEncodedText[] names, RowReader row)
    {
        json.WriteStartObject();
        for (var i = 0; i < names.Length; i++)
        {
            json.WritePropertyName(names[i]);
            Value(json, row, i);
        }
        json.WriteEndObject();
    }

    public static void Value(Utf8JsonWriter json, RowReader row, int index)
    {
        var column = row.Columns[index];
        if (row.IsMissing(index)) json.WriteNullValue();
        else if (column.Digits) json.WriteRawValue(row.Text(index), skipInputValidation: true);
        else
            switch (column.Type)
            {
                case StoredType.Integer:
                    json.WriteNumberValue(row.Integer(index));
                    break;
                case StoredType.Number when row.Number(index) is var number && double.IsFinite(number):
                    json.WriteRawValue(RowText.Number(number), skipInputValidation: true);
                    break;
                case StoredType.Boolean:
                    json.WriteBooleanValue(row.Boolean(index));
                    break;
                default:
                    // JSON has no word for what is no number; the text says what the file did.
                    json.WriteStringValue(RowText.Of(row, index, column));
                    break;
            }
    }
}
