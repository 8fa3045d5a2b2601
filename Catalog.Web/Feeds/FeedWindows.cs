using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Search;
using Catalog.Core.Storage;

namespace Catalog.Web.Feeds;

/// <summary>What a request is answered with: the datasets, and where the page among them lies.</summary>
internal sealed record FeedWindow
{
    /// <summary>Null when everything is in one document.</summary>
    public FeedPage? Page { get; init; }

    /// <summary>Read from the store as they are asked for.</summary>
    public required IEnumerable<PublishedDataset> Datasets { get; init; }
}

/// <summary>Finds the datasets that a feed is asked for, and cuts pages from them.</summary>
internal sealed class FeedWindows(DatasetOrder all, SearchIndex index, PublishedDatasets published, DataCatalog catalog)
{
    /// <summary>The datasets that the filters leave, and the position of the index that was asked, or 0.</summary>
    public (IDatasetOrder Order, long Cursor) Select(FeedRequest request)
    {
        var since = request.ModifiedSince is { } instant ? all.ChangedSince(instant) : null;
        if (!request.AsksTheIndex) return (since is null ? all : new DatasetSelection(since), 0);
        var (ids, cursor) = index.FindAll(new SearchQuery { Text = request.Text, Filters = request.Filters.ToValueList(), FacetLimit = 0 });
        var found = new DatasetSelection(ids);
        return (since is null ? found : found.And(since), cursor);
    }

    /// <summary>The page asked for, or the whole; null when there is no such page.</summary>
    /// <param name="path">Of the document, with its extension: <c>catalog.ttl</c>.</param>
    public FeedWindow? Cut(FeedRequest request, IDatasetOrder order, string path, IQueryCollection query)
    {
        if (request.Page is not { } number)
            return new FeedWindow { Datasets = order is DatasetSelection selection ? published.Of(selection.Ids) : published.Stream() };
        var size = request.PageSize;
        var total = order.Count();
        var after = request.After;
        if (after is null && number > 1 && (after = order.At((long)(number - 1) * size - 1)) is null) return null;
        var ids = order.After(after, size + 1);
        // A page that a link led to may have been emptied since, which is no error; one that was only counted to never was.
        if (ids.Count == 0 && request.After is null && number > 1) return null;
        var shown = ids.Take(size).ToList();
        var last = Math.Max((total + size - 1) / size, ids.Count > size ? number + 1 : number);
        return new FeedWindow
        {
            Datasets = published.Of(shown),
            Page = new FeedPage
            {
                Url = Address(number, request.After),
                First = Address(1, null),
                Previous = number > 1 ? Address(number - 1, number > 2 ? order.Before(after!.Value, size) : null) : null,
                Next = ids.Count > size ? Address(number + 1, shown[^1]) : null,
                Last = Address(last, last == number ? request.After : null),
                TotalItems = total,
                ItemsPerPage = size,
            },
        };

        string Address(int page, Guid? cursor)
        {
            var kept = QueryString.Create(query.Where(p => p.Key is not ("page" or "after")).SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value)))
                .Add("page", page.ToString(CultureInfo.InvariantCulture));
            if (cursor is { } id) kept = kept.Add("after", id.ToString("D"));
            return $"{new CatalogAddresses(catalog.Url).Home}/{path}{kept}";
        }
    }
}
