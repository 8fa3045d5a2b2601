using Dapper;

namespace Catalog.Core.Storage;

/// <summary>
/// Ids of datasets in their order, for whoever pages through them. A dataset never changes its place between two others,
/// so what happens during a crawl neither skips nor repeats another one.
/// </summary>
public interface IDatasetOrder
{
    int Count();

    /// <summary>The next ids after one, or from the beginning.</summary>
    IReadOnlyList<Guid> After(Guid? after, int limit);

    /// <summary>The id at a place, counted from 0; null beyond the end.</summary>
    Guid? At(long place);

    /// <summary>The id that stands a number of places before the one given, or before where it would stand; null before the beginning.</summary>
    Guid? Before(Guid id, int places);
}

/// <summary>All published datasets, asked of the store. Every query is answered from an index.</summary>
public sealed class DatasetOrder(CatalogDatabase database) : IDatasetOrder
{
    public int Count()
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<int>("SELECT count(*) FROM dataset WHERE state = 'published'");
    }

    public IReadOnlyList<Guid> After(Guid? after, int limit)
    {
        const string sql = "SELECT id FROM dataset WHERE state = 'published' AND id > @after ORDER BY id LIMIT @limit";
        using var connection = database.Connect();
        return [.. connection.Query<Guid>(sql, new { after = after?.ToString("D") ?? "", limit })];
    }

    public Guid? At(long place)
    {
        const string sql = "SELECT id FROM dataset WHERE state = 'published' ORDER BY id LIMIT 1 OFFSET @place";
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<Guid?>(sql, new { place });
    }

    public Guid? Before(Guid id, int places)
    {
        const string sql = "SELECT id FROM dataset WHERE state = 'published' AND id <= @id ORDER BY id DESC LIMIT 1 OFFSET @places";
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<Guid?>(sql, new { id, places });
    }

    /// <summary>All that changed at this instant or later, <see cref="StoredDataset.ChangedAt"/>.</summary>
    public Guid[] ChangedSince(DateTimeOffset instant)
    {
        const string sql = "SELECT id FROM dataset WHERE state = 'published' AND changed_at >= @instant ORDER BY id";
        using var connection = database.Connect();
        return [.. connection.Query<Guid>(sql, new { instant })];
    }
}

/// <summary>Some datasets, already found: their ids in order.</summary>
public sealed class DatasetSelection(Guid[] ids) : IDatasetOrder
{
    public IReadOnlyList<Guid> Ids => ids;

    public int Count() => ids.Length;

    public IReadOnlyList<Guid> After(Guid? after, int limit)
    {
        var start = after is { } id ? PlaceAfter(id) : 0;
        return new ArraySegment<Guid>(ids, start, Math.Min(limit, ids.Length - start));
    }

    public Guid? At(long place) => place < ids.Length ? ids[place] : null;

    public Guid? Before(Guid id, int places)
    {
        var place = PlaceAfter(id) - 1 - places;
        return place >= 0 ? ids[place] : null;
    }

    /// <summary>What is in both; both are in order.</summary>
    public DatasetSelection And(Guid[] others) => new([.. ids.Where(id => Array.BinarySearch(others, id) >= 0)]);

    private int PlaceAfter(Guid id)
    {
        var found = Array.BinarySearch(ids, id);
        return found >= 0 ? found + 1 : ~found;
    }
}
