namespace Catalog.Core.Dcat;

/// <summary>dcat:Dataset: data published as one thing, available in one or more distributions (DCAT-AP 3 §7.4).</summary>
public sealed record Dataset
{
    /// <summary>UUIDv5 of the source's id and the identifier: the same harvest into an empty store gives the same id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The id of the source that it was harvested from.</summary>
    public required string SourceId { get; init; }

    /// <summary>dct:identifier: the source's own name for the dataset, unique in the source.</summary>
    public required string Identifier { get; init; }

    public required Text Title { get; init; }

    public Text Description { get; init; } = Text.Empty;

    public Agent? Publisher { get; init; }

    public ValueList<Agent> Creators { get; init; } = [];

    public ValueList<ContactPoint> ContactPoints { get; init; } = [];

    /// <summary>dcat:keyword with the language it is in; empty language when the source did not say.</summary>
    public ValueList<LangString> Keywords { get; init; } = [];

    /// <summary>dcat:theme in the source's own taxonomy.</summary>
    public ValueList<Theme> Themes { get; init; } = [];

    /// <summary>The thirteen codes that the Argentine profile calls superTheme and the EU data-theme, upper case.</summary>
    public ValueList<string> SuperThemes { get; init; } = [];

    /// <summary>The ids of the sectors of this catalog under which the dataset is shown.</summary>
    public ValueList<string> Sectors { get; init; } = [];

    public DcatDate? Issued { get; init; }

    public DcatDate? Modified { get; init; }

    /// <summary>dct:accrualPeriodicity: ISO 8601 repeating interval ("R/P1M") or a word or IRI as the source gave it.</summary>
    public string? AccrualPeriodicity { get; init; }

    public ValueList<PeriodOfTime> Temporal { get; init; } = [];

    public string? TemporalResolution { get; init; }

    public ValueList<Location> Spatial { get; init; } = [];

    public double? SpatialResolutionInMeters { get; init; }

    public ValueList<string> Languages { get; init; } = [];

    /// <summary>The licence of the dataset; a distribution's own licence wins over it.</summary>
    public string? License { get; init; }

    public Text Rights { get; init; } = Text.Empty;

    /// <summary>dct:accessRights: an EU access-right code (PUBLIC, RESTRICTED, NON_PUBLIC) or what the source said.</summary>
    public string? AccessRights { get; init; }

    public string? LandingPage { get; init; }

    public ValueList<string> ConformsTo { get; init; } = [];

    /// <summary>foaf:page: documentation.</summary>
    public ValueList<string> Documentation { get; init; } = [];

    /// <summary>dct:source or the profile's `source`: the primary producer, or what the data derive from.</summary>
    public ValueList<string> Sources { get; init; } = [];

    public Text Provenance { get; init; } = Text.Empty;

    public ValueList<string> RelatedResources { get; init; } = [];

    public ValueList<string> IsReferencedBy { get; init; } = [];

    /// <summary>dct:type: kind of dataset.</summary>
    public string? Type { get; init; }

    public string? Version { get; init; }

    public Text VersionNotes { get; init; } = Text.Empty;

    public ValueList<string> InSeries { get; init; } = [];

    public ValueList<string> ApplicableLegislation { get; init; } = [];

    /// <summary>adms:identifier: further identifiers.</summary>
    public ValueList<string> OtherIdentifiers { get; init; } = [];

    public ValueList<Distribution> Distributions { get; init; } = [];

    public ValueList<Extra> Extras { get; init; } = [];
}
