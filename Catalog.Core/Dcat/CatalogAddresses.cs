namespace Catalog.Core.Dcat;

/// <summary>
/// Every address that this catalog mints, under its public URL and never under the host of a request. The paths are
/// CKAN's, so that links and clients made for a CKAN portal keep working.
/// </summary>
public sealed class CatalogAddresses(string catalogUrl)
{
    /// <summary>The public URL without a trailing slash.</summary>
    public string Home { get; } = catalogUrl.TrimEnd('/');

    public string Catalog => $"{Home}/catalog";

    /// <summary>The root of the event stream; its other pages are below it.</summary>
    public string EventStream => $"{Home}/feed";

    public string Dataset(string slug) => $"{Home}/dataset/{Segment(slug)}";

    public string Distribution(string slug, Guid id) => $"{Dataset(slug)}/resource/{id:D}";

    public string Download(string slug, Guid id, string fileName) => $"{Distribution(slug, id)}/download/{Segment(fileName)}";

    public string Organization(string id) => $"{Home}/organization/{Segment(id)}";

    public string Group(string id) => $"{Home}/group/{Segment(id)}";

    /// <summary>The address of a data service, which has no page: a fragment of the catalog.</summary>
    public string Service(string id) => $"{Catalog}#service-{Segment(id)}";

    /// <summary>The namespace of properties that are nobody's but the source's.</summary>
    public string ExtraNamespace => $"{Home}/ns/extra#";

    /// <summary>The name of a property that holds a record's own words beside a code: <c>/ns/kept#name</c>.</summary>
    public string KeptProperty(string name) => $"{Home}/ns/kept#{name}";

    // RFC 3986 §5.2.4: "." and ".." vanish from a path however they are escaped, so they cannot name anything.
    private static string Segment(string name) => name is "" or "." or ".." ? "_" : Uri.EscapeDataString(name);
}
