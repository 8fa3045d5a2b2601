using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Checking;

/// <summary>The same said in both languages of the catalog.</summary>
internal static class Words
{
    public static Text Both(string spanish, string english) => spanish.Length == 0 ? Text.Empty : Text.Of(new LangString("es", spanish), new LangString("en", english));
}
