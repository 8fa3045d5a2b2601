using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Delimited;

/// <summary>Wordings in the two languages of the catalog.</summary>
internal static class Say
{
    public static Text Both(string spanish, string english) => Text.Of(new LangString("es", spanish), new LangString("en", english));

    public static TableEvidence Evidence(string code, string spanish, string english) => new(code, Both(spanish, english));

    /// <summary>A delimiter as people call it.</summary>
    public static (string Spanish, string English) Delimiter(string delimiter) => delimiter switch
    {
        "," => ("coma", "comma"),
        ";" => ("punto y coma", "semicolon"),
        "\t" => ("tabulador", "tab"),
        "|" => ("barra vertical", "vertical bar"),
        " " => ("espacio", "space"),
        ":" => ("dos puntos", "colon"),
        ", " => ("coma y espacio", "comma and space"),
        _ => ($"«{delimiter}»", $"“{delimiter}”"),
    };

    /// <summary>A text as a report quotes it: cut, with its line ends visible.</summary>
    public static string Shown(ReadOnlySpan<char> text, int longest = 120)
    {
        var cut = text.Length > longest ? string.Concat(text[..longest], "…") : text.ToString();
        return cut.Replace("\r", "␍", StringComparison.Ordinal).Replace("\n", "␊", StringComparison.Ordinal).Replace("\0", "␀", StringComparison.Ordinal);
    }
}
