using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samples.Generator.Writers;

internal static class Json
{
    /// <summary>Accents stay legible: the files are read as files, never pasted into HTML.</summary>
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    private static readonly JsonSerializerOptions OneLine = new(Options) { WriteIndented = false };

    public static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(Options) + "\n");

    /// <summary>An array with one element to a line, between a head and a tail: legible, and half the size of indented.</summary>
    public static byte[] Lines(string head, IEnumerable<JsonNode> items, string tail) =>
        Encoding.UTF8.GetBytes(head + "\n" + string.Join(",\n", items.Select(i => i.ToJsonString(OneLine))) + "\n" + tail + "\n");

    public static JsonArray Array(IEnumerable<string> items) => [.. items.Select(i => (JsonNode)i)];

    public static JsonNode? Value(object? value) => value switch
    {
        null => null,
        int i => i,
        long l => l,
        decimal d => d,
        bool b => b,
        _ => Cells.Text(value),
    };

    public static byte[] Objects(Table table) =>
        Lines("[", table.Rows.Select(row => (JsonNode)Object(table, row, _ => true)), "]");

    public static JsonObject Object(Table table, object?[] row, Func<string, bool> keep)
    {
        var o = new JsonObject();
        for (var i = 0; i < row.Length; i++)
            if (keep(table.Columns[i].Name))
                o[table.Columns[i].Name] = Value(row[i]);
        return o;
    }
}
