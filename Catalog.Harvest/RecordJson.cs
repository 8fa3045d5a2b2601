using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Formats;

namespace Catalog.Harvest;

/// <summary>The JSON of one record. A record that is none is a result, not an exception: the others go on.</summary>
internal static class RecordJson
{
    public static JsonDocument? TryParse(byte[] raw, Limits limits, out string error)
    {
        error = "";
        try
        {
            return JsonDocument.Parse(JsonText.Mend(raw), new JsonDocumentOptions { MaxDepth = limits.MaxJsonDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            error = e.Message;
            return null;
        }
    }
}
