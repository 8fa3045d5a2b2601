using Catalog.Core.Dcat;
using Dapper;

namespace Catalog.Core.Storage;

/// <summary>A dataset as it is kept: the record and what the catalog itself knows about it.</summary>
public sealed record StoredDataset
{
    public required Guid Id { get; init; }

    public required string SourceId { get; init; }

    public required string Identifier { get; init; }

    public required string Slug { get; init; }

    /// <summary>False for a tombstone: the source took it back, its last copy stays addressable.</summary>
    public required bool Published { get; init; }

    public required int Revision { get; init; }

    public string? PublisherId { get; init; }

    public string? PublisherName { get; init; }

    public required DateTimeOffset SortDate { get; init; }

    public required DateTimeOffset FirstPublishedAt { get; init; }

    /// <summary>When anything that its documents say last changed here: its metadata, or the bytes of a file.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    public required Dataset Dataset { get; init; }
}

/// <summary>One revision of a dataset's metadata.</summary>
public sealed record Revision
{
    public required int Number { get; init; }

    public required string Kind { get; init; }

    public required long RunId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Document { get; init; }
}

/// <summary>How many published datasets carry a name.</summary>
public sealed record NameCount
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public required int Count { get; init; }
}

/// <summary>What a run needs to know of a dataset that it may change or remove.</summary>
public sealed record DatasetState
{
    public required Guid Id { get; init; }

    public required string Identifier { get; init; }

    public required string Title { get; init; }

    public required bool Published { get; init; }

    public required string ContentHash { get; init; }
}

/// <summary>Reads the published datasets and their history.</summary>
public sealed class DatasetStore(CatalogDatabase database)
{
    private const string Columns = """
        id, source_id, identifier, slug, state = 'published' AS published, revision, publisher_id, publisher_name,
        sort_date, first_published_at, changed_at, removed_at, CAST(document AS BLOB) AS document
        """;

    public int Count()
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<int>("SELECT count(*) FROM dataset WHERE state = 'published'");
    }

    /// <summary>By the name in its address, present or former; tombstones too.</summary>
    public StoredDataset? FindBySlug(string slug)
    {
        const string sql = $"SELECT {Columns} FROM dataset WHERE id = (SELECT dataset_id FROM slug WHERE slug = @slug)";
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<Row>(sql, new { slug })?.ToStored();
    }

    /// <summary>By name, by id as CKAN's links have it, or by a name in capitals.</summary>
    public StoredDataset? FindByName(string name) =>
        FindBySlug(name) ?? (Guid.TryParse(name, out var id) ? Find(id) : FindBySlug(name.ToLowerInvariant()));

    public StoredDataset? Find(Guid id)
    {
        const string sql = $"SELECT {Columns} FROM dataset WHERE id = @id";
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<Row>(sql, new { id })?.ToStored();
    }

    /// <summary>The datasets with these ids, in the order of the ids; unknown ids are left out.</summary>
    public IReadOnlyList<StoredDataset> FindAll(IReadOnlyCollection<Guid> ids)
    {
        const string sql = $"SELECT {Columns} FROM dataset WHERE id IN @ids";
        if (ids.Count == 0) return [];
        using var connection = database.Connect();
        var found = connection.Query<Row>(sql, new { ids = ids.Select(SqlTypes.Id) }).Select(row => row.ToStored()).ToDictionary(d => d.Id);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>The newest published datasets, by when the catalog first published them.</summary>
    public IReadOnlyList<StoredDataset> Newest(int limit)
    {
        // The ids first: where thousands share a date, sorting them with their documents would take a hundred times longer.
        const string sql = $"""
            SELECT {Columns} FROM dataset
            WHERE id IN (SELECT id FROM dataset WHERE state = 'published' ORDER BY sort_date DESC, id LIMIT @limit)
            ORDER BY sort_date DESC, id
            """;
        using var connection = database.Connect();
        return [.. connection.Query<Row>(sql, new { limit }).Select(row => row.ToStored())];
    }

    /// <summary>
    /// Every published dataset in the order of ids: stable while the catalog changes, so a reader who pages through it
    /// meets each dataset once. Rows are read as they are asked for.
    /// </summary>
    public IEnumerable<StoredDataset> StreamAll(Guid? after = null)
    {
        const string sql = $"SELECT {Columns} FROM dataset WHERE state = 'published' AND id > @after ORDER BY id";
        using var connection = database.Connect();
        foreach (var row in connection.Query<Row>(sql, new { after = after?.ToString("D") ?? "" }, buffered: false)) yield return row.ToStored();
    }

    /// <summary>The published datasets of one source: what a harvest compares with.</summary>
    public IReadOnlyDictionary<Guid, DatasetState> StatesOf(string sourceId)
    {
        const string sql = """
            SELECT id, identifier, title, state = 'published' AS published, content_hash
            FROM dataset
            WHERE source_id = @sourceId
            """;
        using var connection = database.Connect();
        return connection.Query<DatasetState>(sql, new { sourceId }).ToDictionary(state => state.Id);
    }

    /// <summary>The published datasets of a source of which something is said to conform to something, in the order of ids; read as they are asked for.</summary>
    public IEnumerable<Dataset> Conforming(string sourceId)
    {
        // Documents leave out what is empty, so a source that names no schema costs one scan of its documents.
        const string sql = """
            SELECT CAST(document AS BLOB)
            FROM dataset
            WHERE source_id = @sourceId AND state = 'published' AND instr(document, '"conformsTo"') > 0
            ORDER BY id
            """;
        using var connection = database.Connect();
        foreach (var document in connection.Query<byte[]>(sql, new { sourceId }, buffered: false)) yield return DatasetDocument.Read(document);
    }

    public IReadOnlyList<NameCount> CountByPublisher()
    {
        const string sql = """
            SELECT publisher_id AS id, max(publisher_name) AS name, count(*) AS count
            FROM dataset
            WHERE state = 'published' AND publisher_id IS NOT NULL
            GROUP BY publisher_id
            ORDER BY count(*) DESC, publisher_id
            """;
        using var connection = database.Connect();
        return [.. connection.Query<NameCount>(sql)];
    }

    /// <summary>The name of each publisher whose datasets call it by more than one.</summary>
    public IReadOnlyDictionary<string, string?> PublisherNames()
    {
        const string sql = """
            SELECT publisher_id AS id, max(publisher_name) AS name, count(*) AS count
            FROM dataset
            WHERE state = 'published' AND publisher_id IS NOT NULL
            GROUP BY publisher_id
            HAVING min(publisher_name) <> max(publisher_name)
            """;
        using var connection = database.Connect();
        return connection.Query<NameCount>(sql).ToDictionary(row => row.Id, row => row.Name);
    }

    public IReadOnlyDictionary<string, int> CountBySector()
    {
        const string sql = """
            SELECT s.sector_id AS id, count(*) AS count
            FROM dataset_sector s JOIN dataset d ON d.id = s.dataset_id
            WHERE d.state = 'published'
            GROUP BY s.sector_id
            """;
        using var connection = database.Connect();
        return connection.Query<NameCount>(sql).ToDictionary(row => row.Id, row => row.Count);
    }

    /// <summary>The ids of a sector's published datasets, in their order.</summary>
    public IReadOnlyList<Guid> IdsOfSector(string sectorId)
    {
        const string sql = """
            SELECT d.id
            FROM dataset_sector s JOIN dataset d ON d.id = s.dataset_id
            WHERE s.sector_id = @sectorId AND d.state = 'published'
            ORDER BY d.id
            """;
        using var connection = database.Connect();
        return [.. connection.Query<Guid>(sql, new { sectorId })];
    }

    /// <summary>The ids of a publisher's published datasets, in their order.</summary>
    public IReadOnlyList<Guid> IdsOfPublisher(string publisherId)
    {
        const string sql = "SELECT id FROM dataset WHERE publisher_id = @publisherId AND state = 'published' ORDER BY id";
        using var connection = database.Connect();
        return [.. connection.Query<Guid>(sql, new { publisherId })];
    }

    /// <summary>The revisions of a dataset, newest first.</summary>
    public IReadOnlyList<Revision> Revisions(Guid datasetId, int limit = int.MaxValue)
    {
        const string sql = """
            SELECT number, kind, run_id, at, document
            FROM revision
            WHERE dataset_id = @datasetId
            ORDER BY number DESC
            LIMIT @limit
            """;
        using var connection = database.Connect();
        return [.. connection.Query<Revision>(sql, new { datasetId, limit })];
    }

    /// <summary>The document of one dataset as stored, for a field-by-field comparison.</summary>
    public string? FindDocument(Guid id)
    {
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<string>("SELECT document FROM dataset WHERE id = @id", new { id });
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }
        public required string SourceId { get; init; }
        public required string Identifier { get; init; }
        public required string Slug { get; init; }
        public required bool Published { get; init; }
        public required int Revision { get; init; }
        public string? PublisherId { get; init; }
        public string? PublisherName { get; init; }
        public required DateTimeOffset SortDate { get; init; }
        public required DateTimeOffset FirstPublishedAt { get; init; }
        public required DateTimeOffset ChangedAt { get; init; }
        public DateTimeOffset? RemovedAt { get; init; }

        /// <summary>As UTF-8, which is what is stored and what is read: no string in between.</summary>
        public required byte[] Document { get; init; }

        public StoredDataset ToStored() => new()
        {
            Id = Id,
            SourceId = SourceId,
            Identifier = Identifier,
            Slug = Slug,
            Published = Published,
            Revision = Revision,
            PublisherId = PublisherId,
            PublisherName = PublisherName,
            SortDate = SortDate,
            FirstPublishedAt = FirstPublishedAt,
            ChangedAt = ChangedAt,
            RemovedAt = RemovedAt,
            Dataset = DatasetDocument.Read(Document),
        };
    }
}
