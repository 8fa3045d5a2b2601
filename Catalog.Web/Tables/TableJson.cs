using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Catalog.Web.Tables;

/// <summary>Data inside a page's script element.</summary>
public static class TableJson
{
    // The default encoder escapes &lt;, &gt;, &amp; and quotes, so that no value can end the element; letters stay readable.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(object data) => JsonSerializer.Serialize(data, Options);
}
