using System.Globalization;
using System.Text;

namespace Catalog.Core.Validation;

/// <summary>JSON Pointers (RFC 6901): where in a record a finding is.</summary>
public static class JsonPointer
{
    public static string Append(string pointer, string member) =>
        $"{pointer}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string Append(string pointer, int index) => $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>NJsonSchema writes <c>#/distribution[0].field[2].title</c>; members of JSON with dots are not met in profiles.</summary>
    public static string FromSchemaPath(string? path)
    {
        if (string.IsNullOrEmpty(path)) return "";
        var pointer = new StringBuilder(path.Length);
        foreach (var part in path.TrimStart('#').TrimStart('/').Split(['.', '[', '/'], StringSplitOptions.RemoveEmptyEntries))
            pointer.Append('/').Append(part.TrimEnd(']').Replace("~", "~0", StringComparison.Ordinal));
        return pointer.ToString();
    }
}
