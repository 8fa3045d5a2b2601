using System.Globalization;
using System.Text.RegularExpressions;
using Catalog.Core.Rdf;

namespace Catalog.Harvest.Sources;

/// <summary>
/// What one page of a catalog says of the pages around it, in both vocabularies of Hydra: PagedCollection with nextPage,
/// PartialCollectionView with next; the next page as an IRI or as a text, absolute or relative; or a Link header
/// (RFC 8288). And which datasets it has, so that a page that brings nothing new is seen.
/// </summary>
internal sealed partial class HydraPage
{
    private const string Hydra = "http://www.w3.org/ns/hydra/core#";
    private const string Dcat = "http://www.w3.org/ns/dcat#";
    private readonly SortedDictionary<string, SortedSet<string>> _next = new(StringComparer.Ordinal);
    private readonly HashSet<string> _datasets = new(StringComparer.Ordinal);

    /// <summary>How many datasets there are in all pages, as the page has it; the largest where it says several.</summary>
    public long? TotalItems { get; private set; }

    /// <summary>The IRIs of the datasets that the page lists or describes; blank nodes have none.</summary>
    public IReadOnlySet<string> Datasets => _datasets;

    public int UnnamedDatasets { get; private set; }

    public void See(Quad quad)
    {
        switch (quad.Predicate.Value)
        {
            case Hydra + "next" or Hydra + "nextPage" when quad.Object.Kind != NodeKind.Blank && quad.Object.Value.Trim().Length > 0:
                if (!_next.TryGetValue(quad.Subject.Value, out var pages)) _next[quad.Subject.Value] = pages = new(StringComparer.Ordinal);
                pages.Add(quad.Object.Value.Trim());
                break;
            case Hydra + "totalItems" when long.TryParse(quad.Object.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var total) && total > (TotalItems ?? -1):
                TotalItems = total;
                break;
            case Dcat + "dataset":
                SeeDataset(quad.Object);
                break;
            case RdfNames.Type when quad.Object.Value == Dcat + "Dataset":
                SeeDataset(quad.Subject);
                break;
        }
    }

    /// <summary>The address of the next page as it is written: what the page's own node says goes before what others say.</summary>
    public string? Next(Uri address, IEnumerable<string> linkHeaders)
    {
        foreach (var own in new[] { address.AbsoluteUri, address.OriginalString })
            if (_next.TryGetValue(own, out var said)) return said.First();
        return _next.Count > 0 ? _next.Values.First().First() : linkHeaders.Select(OfHeader).FirstOrDefault(next => next is not null);
    }

    private static string? OfHeader(string header)
    {
        foreach (Match link in Link().Matches(header))
            if (Relation().Match(link.Groups["parameters"].Value) is { Success: true } relation && relation.Groups["names"].Value.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase))
                return link.Groups["address"].Value;
        return null;
    }

    private void SeeDataset(RdfNode node)
    {
        if (node.Kind == NodeKind.Iri) _datasets.Add(node.Value);
        else if (node.Kind == NodeKind.Blank) UnnamedDatasets++;
    }

    [GeneratedRegex("<(?<address>[^>]*)>(?<parameters>[^<]*)")]
    private static partial Regex Link();

    [GeneratedRegex("""\brel\s*=\s*("(?<names>[^"]*)"|(?<names>[^\s;,"]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Relation();
}
