using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>One page of a feed that is cut into pages. Addresses are absolute and under the catalog's public URL.</summary>
public sealed record FeedPage
{
    public required string Url { get; init; }

    public required string First { get; init; }

    public string? Previous { get; init; }

    public string? Next { get; init; }

    public required string Last { get; init; }

    /// <summary>Datasets in all pages together.</summary>
    public required int TotalItems { get; init; }

    public required int ItemsPerPage { get; init; }
}

/// <content>Pages.</content>
public sealed partial class DcatAp
{
    private const string Hydra = "http://www.w3.org/ns/hydra/core#";
    private static readonly Iri Integer = Iri.Of("http://www.w3.org/2001/XMLSchema#integer");

    /// <summary>
    /// The page's own node, in both vocabularies that harvesters look for: PagedCollection with nextPage (piveau, which
    /// harvests for data.europa.eu) and PartialCollectionView with next (udata, ckanext-dcat).
    /// </summary>
    public void WritePage(FeedPage page)
    {
        _sink.BeginSubject(_catalogIri, HydraTerm("Collection"));
        _sink.Typed(HydraTerm("totalItems"), Count(page.TotalItems), Integer);
        _sink.Link(HydraTerm("view"), Own(page.Url));
        _sink.EndSubject();
        _sink.BeginSubject(Own(page.Url), HydraTerm("PartialCollectionView"), HydraTerm("PagedCollection"));
        _sink.Typed(HydraTerm("totalItems"), Count(page.TotalItems), Integer);
        _sink.Typed(HydraTerm("itemsPerPage"), Count(page.ItemsPerPage), Integer);
        WritePageLink("first", "firstPage", page.First);
        WritePageLink("previous", "previousPage", page.Previous);
        WritePageLink("next", "nextPage", page.Next);
        WritePageLink("last", "lastPage", page.Last);
        _sink.EndSubject();
    }

    private void WritePageLink(string term, string oldTerm, string? address)
    {
        if (address is null) return;
        _sink.Link(HydraTerm(term), Own(address));
        _sink.Link(HydraTerm(oldTerm), Own(address));
    }

    private static Iri HydraTerm(string name) => Iri.Of(Hydra + name);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
