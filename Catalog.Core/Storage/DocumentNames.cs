using System.Text;
using System.Text.Json;

namespace Catalog.Core.Storage;

/// <summary>The names of the members of a stored document.</summary>
internal static class DocumentNames
{
    public static byte[][] Of(params string[] names) => Array.ConvertAll(names, Encoding.UTF8.GetBytes);

    /// <summary>The position of the name at hand, looked for from <paramref name="from"/> onwards and then from the beginning; the number of names when it is none of them.</summary>
    public static int Find(ref Utf8JsonReader json, byte[][] names, int from)
    {
        for (var i = from; i < names.Length; i++)
            if (json.ValueTextEquals(names[i])) return i;
        for (var i = 0; i < Math.Min(from, names.Length); i++)
            if (json.ValueTextEquals(names[i])) return i;
        return names.Length;
    }

    public static JsonException Missing(string member) => new($"A stored document lacks its {member}.");
}
