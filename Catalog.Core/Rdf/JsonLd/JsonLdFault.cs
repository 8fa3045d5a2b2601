namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// Breaks off the reading of one value. The algorithms of JSON-LD call each other many levels deep, and what is wrong
/// at the bottom ends the value at the top; no fault ever leaves <see cref="JsonLdReader"/>, which makes it an
/// <see cref="RdfError"/>.
/// </summary>
internal sealed class JsonLdFault(string code, string message, JsonValue? at = null) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>Where it is in the document, when it is there and not in a context from elsewhere.</summary>
    public JsonValue? At { get; } = at;

    /// <summary>A bound on the whole document: passing one value over would not help.</summary>
    public bool EndsReading { get; init; }
}
