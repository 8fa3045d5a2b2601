using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Catalog.Core.Validation;

/// <summary>
/// Where an error of NJsonSchema is. It writes <c>#/distribution[0].field[2].title</c> and escapes nothing, so a member
/// called "a.b" or "a/b" can only be told by walking the document along.
/// </summary>
internal static class SchemaPath
{
    /// <returns>
    /// The JSON Pointer, the nearest member's name for a message, the value (null when it is missing) and what holds it.
    /// </returns>
    public static (string Pointer, string Member, JToken? Value, JToken? Holder) Find(JToken root, string? path)
    {
        var rest = (path ?? "").AsSpan().TrimStart('#');
        var (pointer, member, token) = ("", "", (JToken?)root);
        while (!rest.IsEmpty)
        {
            if (token is JArray items && rest[0] == '[' && Index(rest) is { } index && index < items.Count)
            {
                pointer = JsonPointer.Append(pointer, index);
                token = items[index];
                rest = rest[(rest.IndexOf(']') + 1)..];
                continue;
            }
            if (rest[0] is '/' or '.' && rest.Length > 1) rest = rest[1..];
            var name = token is JObject members ? LongestMember(members, rest) : null;
            // A missing member is the last of its path, so the rest is its name whatever it holds.
            if (name is null) return (JsonPointer.Append(pointer, rest.ToString()), rest.ToString(), null, token);
            pointer = JsonPointer.Append(pointer, name);
            member = name;
            token = ((JObject)token!)[name];
            rest = rest[name.Length..];
        }
        return (pointer, member, token, token?.Parent);
    }

    private static int? Index(ReadOnlySpan<char> rest) =>
        rest.IndexOf(']') is > 1 and var end && int.TryParse(rest[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static string? LongestMember(JObject members, ReadOnlySpan<char> rest)
    {
        string? longest = null;
        foreach (var property in members.Properties())
        {
            var name = property.Name;
            if (name.Length == 0 || name.Length <= (longest?.Length ?? 0) || !rest.StartsWith(name, StringComparison.Ordinal)) continue;
            if (rest.Length == name.Length || rest[name.Length] is '.' or '[' or '/') longest = name;
        }
        return longest;
    }
}
