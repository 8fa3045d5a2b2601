using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Web.Language;

namespace Catalog.Web.Browsing;

/// <summary>One step of a dataset's history.</summary>
public sealed record RevisionView(Revision Revision, IReadOnlyList<FieldChange> Changes);

/// <summary>What the catalog knows of a dataset beyond its record.</summary>
public sealed class DatasetFacts(HarvestConfig config, DatasetStore datasets, HarvestObjects objects, PublishedDatasets published, Limits limits)
{
    public Wording PublisherOf(StoredDataset stored, Reader reader) => DatasetCard.PublisherOf(stored, config, reader);

    public HarvestObject? RecordOf(StoredDataset stored) => objects.OfDataset(stored.Id);

    public PublishedDataset Published(StoredDataset stored) => published.With(stored);

    /// <summary>The newest revisions and what each changed.</summary>
    public IReadOnlyList<RevisionView> HistoryOf(StoredDataset stored)
    {
        // One more than is shown, to compare the oldest shown with.
        var revisions = datasets.Revisions(stored.Id, limits.RevisionsShown + 1);
        var history = new List<RevisionView>();
        for (var i = 0; i < Math.Min(revisions.Count, limits.RevisionsShown); i++)
        {
            var changes = i + 1 < revisions.Count ? FieldChange.Between(revisions[i + 1].Document, revisions[i].Document) : [];
            history.Add(new RevisionView(revisions[i], changes));
        }
        return history;
    }
}
