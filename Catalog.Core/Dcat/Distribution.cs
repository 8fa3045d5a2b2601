namespace Catalog.Core.Dcat;

/// <summary>dcat:Distribution: one file or service in which the data of a dataset can be had (DCAT-AP 3 §7.5).</summary>
public sealed record Distribution
{
    /// <summary>UUIDv5 of the dataset's id and the distribution's identifier or URL.</summary>
    public required Guid Id { get; init; }

    /// <summary>The source's own identifier, when it gives one.</summary>
    public string? Identifier { get; init; }

    public Text Title { get; init; } = Text.Empty;

    public Text Description { get; init; } = Text.Empty;

    public string? AccessUrl { get; init; }

    /// <summary>
    /// A web address; or, for a file that the source keeps beside its metadata, a path relative to the source's folder:
    /// never shown, only our copy is.
    /// </summary>
    public string? DownloadUrl { get; init; }

    /// <summary>The short name of the format, upper case ("CSV").</summary>
    public string? Format { get; init; }

    /// <summary>IANA media type ("text/csv").</summary>
    public string? MediaType { get; init; }

    public string? CompressFormat { get; init; }

    public string? PackageFormat { get; init; }

    public string? FileName { get; init; }

    public long? ByteSize { get; init; }

    public Checksum? Checksum { get; init; }

    public string? License { get; init; }

    public Text Rights { get; init; } = Text.Empty;

    public DcatDate? Issued { get; init; }

    public DcatDate? Modified { get; init; }

    public ValueList<string> Languages { get; init; } = [];

    /// <summary>dct:conformsTo: schemas or standards, IRIs or paths.</summary>
    public ValueList<string> ConformsTo { get; init; } = [];

    /// <summary>adms:status.</summary>
    public string? Status { get; init; }

    /// <summary>dcatap:availability.</summary>
    public string? Availability { get; init; }

    /// <summary>What kind of resource this is in the Argentine profile: file, api, code, documentation.</summary>
    public string? Type { get; init; }

    public string? TemporalResolution { get; init; }

    public double? SpatialResolutionInMeters { get; init; }

    /// <summary>dcat:accessService: the ids of the data services that serve this distribution.</summary>
    public ValueList<string> AccessServices { get; init; } = [];

    /// <summary>The column dictionary (Argentine profile `field`, Frictionless `schema.fields`).</summary>
    public ValueList<Field> Fields { get; init; } = [];

    public ValueList<Extra> Extras { get; init; } = [];
}

/// <summary>One column of a table, as its publisher documents it.</summary>
public sealed record Field
{
    public string? Id { get; init; }

    public required string Name { get; init; }

    public string? Type { get; init; }

    public Text Description { get; init; } = Text.Empty;

    public string? Units { get; init; }

    public ValueList<Extra> Extras { get; init; } = [];
}
