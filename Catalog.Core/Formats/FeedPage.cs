using System.Globalization;
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

/// <summary>
/// The page's own node, in both vocabularies that harvesters look for: PagedCollection with nextPage (piveau, which
/// harvests for data.europa.eu) and PartialCollectionView with next (udata, ckanext-dcat).
/// </summary>
internal static class HydraPage
{
    private static readonly Iri Integer = Iri.Of(RdfNames.XsdInteger);

    public static void Write(IRdfSink sink, Iri catalog, FeedPage page)
    {
        sink.BeginSubject(catalog, Term("Collection"));
        sink.Typed(Term("totalItems"), Count(page.TotalItems), Integer);
        sink.Link(Term("view"), Address(page.Url));
        sink.EndSubject();
        sink.BeginSubject(Address(page.Url), Term("PartialCollectionView"), Term("PagedCollection"));
        sink.Typed(Term("totalItems"), Count(page.TotalItems), Integer);
        sink.Typed(Term("itemsPerPage"), Count(page.ItemsPerPage), Integer);
        WriteLink(sink, "first", "firstPage", page.First);
        WriteLink(sink, "previous", "previousPage", page.Previous);
        WriteLink(sink, "next", "nextPage", page.Next);
        WriteLink(sink, "last", "lastPage", page.Last);
        sink.EndSubject();
    }

    private static void WriteLink(IRdfSink sink, string term, string oldTerm, string? address)
    {
        if (address is null) return;
        sink.Link(Term(term), Address(address));
        sink.Link(Term(oldTerm), Address(address));
    }

    private static Iri Address(string address) =>
        Iri.TryClean(address, out var iri) ? iri : throw new ArgumentException($"The catalog's url makes no address: '{address}'.");

    private static Iri Term(string name) => Iri.Of("http://www.w3.org/ns/hydra/core#" + name);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
