namespace Catalog.Core.Tabular.Delimited;

/// <summary>"sep=;" in the first line: how Excel is told what separates cells.</summary>
internal sealed record SeparatorLine(string Delimiter, int Length)
{
    public static SeparatorLine? Of(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\n', '\r');
        if (end < 0) return null;
        var line = text[..end].Trim('"');
        if (!line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || line.Length is < 5 or > 7) return null;
        var next = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        return new SeparatorLine(line[4..].ToString(), next);
    }
}
