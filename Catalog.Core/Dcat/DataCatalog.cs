namespace Catalog.Core.Dcat;

/// <summary>
/// dcat:Catalog. Called DataCatalog because Catalog is the namespace; its datasets are streamed from the store and
/// never held here.
/// </summary>
public sealed record DataCatalog
{
    public required Text Title { get; init; }

    public required Text Description { get; init; }

    /// <summary>The public address of this catalog, without a trailing slash; every IRI that it mints starts with it.</summary>
    public required string Url { get; init; }

    public required Agent Publisher { get; init; }

    public ValueList<string> Languages { get; init; } = [];

    /// <summary>IANA time zone in which dates without an offset are read.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The licence of a dataset that names none.</summary>
    public string? License { get; init; }

    public DcatDate? Issued { get; init; }

    public string? Homepage { get; init; }

    /// <summary>What place the catalog is about: an IRI or a gazetteer code.</summary>
    public string? Spatial { get; init; }

    public ValueList<Publisher> Publishers { get; init; } = [];

    public ValueList<Sector> Sectors { get; init; } = [];

    public ValueList<DataService> Services { get; init; } = [];
}

/// <summary>The branch of government that a publisher belongs to.</summary>
public enum Branch
{
    Executive,
    Judiciary,
    Legislature,
    Other,
}

/// <summary>A department, agency or judicial body that publishes here, as the harvest config names it.</summary>
public sealed record Publisher
{
    /// <summary>Its name in addresses: <c>/organization/{id}</c>.</summary>
    public required string Id { get; init; }

    public required Text Name { get; init; }

    public Text Description { get; init; } = Text.Empty;

    public string? Parent { get; init; }

    public Branch Branch { get; init; } = Branch.Executive;

    public string? Email { get; init; }

    public string? Url { get; init; }

    /// <summary>Other spellings under which sources name this body.</summary>
    public ValueList<string> Aliases { get; init; } = [];
}

/// <summary>A sector: the top-level category under which a city shows its datasets.</summary>
public sealed record Sector
{
    /// <summary>Its name in addresses: <c>/group/{id}</c>.</summary>
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public Text Description { get; init; } = Text.Empty;

    /// <summary>Code of the EU data-theme authority table ("HEAL").</summary>
    public string? EuTheme { get; init; }

    /// <summary>Codes of the Argentine superTheme taxonomy that belong here.</summary>
    public ValueList<string> SuperThemes { get; init; } = [];

    /// <summary>Other ids or labels under which sources name this sector.</summary>
    public ValueList<string> Aliases { get; init; } = [];
}

/// <summary>dcat:DataService: an API that serves datasets (DCAT-AP 3 §7.3).</summary>
public sealed record DataService
{
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public Text Description { get; init; } = Text.Empty;

    public required string EndpointUrl { get; init; }

    public string? EndpointDescription { get; init; }

    public ValueList<string> ConformsTo { get; init; } = [];

    public string? License { get; init; }

    public string? AccessRights { get; init; }
}
