namespace Catalog.Core.Dcat;

/// <summary>foaf:Agent: a publisher or creator (DCAT-AP 3 §7.1).</summary>
public sealed record Agent
{
    /// <summary>The id of the publisher in the harvest config, or null when the body is known by name only.</summary>
    public string? Id { get; init; }

    public string? Uri { get; init; }

    public Text Name { get; init; } = Text.Empty;

    public string? Email { get; init; }

    public string? Homepage { get; init; }

    /// <summary>dct:type, an ADMS publisher type IRI.</summary>
    public string? Type { get; init; }
}

/// <summary>vcard:Kind: whom to write to about a dataset (dcat:contactPoint).</summary>
public sealed record ContactPoint
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Url { get; init; }

    public string? Telephone { get; init; }
}

/// <summary>dcat:theme: a category, in the source's own taxonomy or a published vocabulary.</summary>
public sealed record Theme
{
    /// <summary>The code in its taxonomy ("salud", "HEAL").</summary>
    public required string Id { get; init; }

    public string? Uri { get; init; }

    public Text Label { get; init; } = Text.Empty;
}

/// <summary>dct:PeriodOfTime: what time the data cover. Either end may be open.</summary>
public sealed record PeriodOfTime
{
    public DcatDate? Start { get; init; }

    public DcatDate? End { get; init; }
}

/// <summary>dct:Location: what place the data cover, as any of a code, a name, an IRI or a geometry.</summary>
public sealed record Location
{
    /// <summary>A gazetteer code or free text as the source wrote it ("ARG", "02", "Comuna 1").</summary>
    public string? Code { get; init; }

    public Text Label { get; init; } = Text.Empty;

    public string? Uri { get; init; }

    /// <summary>dcat:bbox: west, south, east, north in WGS 84 degrees; empty when there is none.</summary>
    public ValueList<double> BoundingBox { get; init; } = [];

    /// <summary>dcat:centroid: longitude, latitude in WGS 84 degrees; empty when there is none.</summary>
    public ValueList<double> Centroid { get; init; } = [];
}

/// <summary>spdx:Checksum as the source declares it; what we computed ourselves is in the file store.</summary>
public sealed record Checksum(string Algorithm, string Value);

/// <summary>What a source says that has no home in the model: kept as JSON, put out again, never lost.</summary>
public sealed record Extra(string Key, string Json);
