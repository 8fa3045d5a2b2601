using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>A way to say a catalog in RDF: <see cref="DcatAp"/> and <see cref="SchemaOrgMapping"/>. One object writes one document.</summary>
public interface ICatalogMapping
{
    /// <summary>The catalog itself, first in its document; datasets written after it are listed in it.</summary>
    void WriteCatalog();

    /// <summary>The page's own node, after the catalog.</summary>
    void WritePage(FeedPage page);

    /// <summary>A dataset with all that belongs to it.</summary>
    void WriteDataset(PublishedDataset published);
}
