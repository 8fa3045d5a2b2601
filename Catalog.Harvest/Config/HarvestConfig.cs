using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Drift;

namespace Catalog.Harvest.Config;

/// <summary>A harvest config as understood: everything checked, defaults filled in, paths absolute.</summary>
public sealed record HarvestConfig
{
    /// <summary>The file it was read from, absolute.</summary>
    public required string Path { get; init; }

    public required DataCatalog Catalog { get; init; }

    public required ValueList<HarvestSource> Sources { get; init; }

    /// <summary>The folder that relative paths are relative to.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public HarvestSource? FindSource(string id) => Sources.FirstOrDefault(s => s.Id == id);

    public Publisher? FindPublisher(string? id) => id is null ? null : Catalog.Publishers.FirstOrDefault(p => p.Id == id);

    /// <summary>The path only: what is in it may have come from the environment.</summary>
    public override string ToString() => Path;
}

/// <summary>How a source speaks.</summary>
public enum SourceType
{
    /// <summary>A data.json: DCAT-US 1.1 or the Argentine profile 1.1.</summary>
    DataJson,

    /// <summary>A directory of Frictionless Data Packages.</summary>
    Folder,

    /// <summary>Datasets written out in the config itself.</summary>
    Files,

    /// <summary>A DCAT catalog in any syntax of RDF.</summary>
    Dcat,
}

/// <summary>The metadata profile whose rules decide the verdict on a source's records.</summary>
public enum MetadataProfile
{
    /// <summary>Told by what the document says of itself; the Argentine profile when it says nothing.</summary>
    Auto,
    Argentina,
    DcatUs,
    None,
}

/// <summary>CKAN's word for a place that is harvested.</summary>
public sealed record HarvestSource
{
    public required string Id { get; init; }

    public required SourceType Type { get; init; }

    public Text Title { get; init; } = Text.Empty;

    /// <summary>An http(s) URL, or an absolute path; null for <see cref="SourceType.Files"/>.</summary>
    public string? Url { get; init; }

    /// <summary>
    /// Where it is, as the config writes it: what may be shown and logged, because <see cref="Url"/> may hold a secret
    /// of the environment.
    /// </summary>
    public string? Place { get => field ?? Url; init; }

    /// <summary>The publisher of a record that names none.</summary>
    public string? Publisher { get; init; }

    /// <summary>The sectors of a record whose own themes lead to none.</summary>
    public ValueList<string> Sectors { get; init; } = [];

    public MetadataProfile Profile { get; init; } = MetadataProfile.Auto;

    /// <summary>The language of a source that tags none (BCP 47).</summary>
    public required string Language { get; init; }

    public HarvestSchedule? Schedule { get; init; }

    public HarvestPolicy Policy { get; init; } = new();

    /// <summary>Prefixes of download URLs whose files are read from a local folder instead: first match wins.</summary>
    public ValueList<Mirror> Mirrors { get; init; } = [];

    /// <summary>Request headers; their values may have come from the environment and are never shown or logged.</summary>
    public ValueList<Header> Headers { get; init; } = [];

    /// <summary>Hosts in private networks that this source may reach, by the name written in its URLs.</summary>
    public ValueList<string> AllowPrivateHosts { get; init; } = [];

    /// <summary>What the officer says of the source's tables; the first rule that means a file counts.</summary>
    public ValueList<TableRule> Tables { get; init; } = [];

    /// <summary>The datasets of a <see cref="SourceType.Files"/> source, each a JSON object as the config wrote it.</summary>
    public ValueList<InlineDataset> Datasets { get; init; } = [];

    /// <summary>Its name only: an address or a header of it may have come from the environment.</summary>
    public override string ToString() => $"{Id} ({Type})";
}

/// <summary>A cron expression of Quartz (seconds first) and the IANA zone it is read in.</summary>
public sealed record HarvestSchedule(string Cron, string TimeZone);

public sealed record Mirror(string From, string To)
{
    public override string ToString() => $"mirror in {To}";
}

public sealed record Header(string Name, string Value)
{
    public override string ToString() => $"{Name}: ***";
}

/// <summary>A dataset of the config: its JSON and the line where it begins.</summary>
public sealed record InlineDataset(string Json, int Line)
{
    public override string ToString() => $"dataset in line {Line}";
}

/// <summary>What to do with a record that breaks its profile.</summary>
public enum OnInvalid
{
    /// <summary>Publish it with its findings, when it can be named, described and linked.</summary>
    Publish,

    /// <summary>Keep the last good revision public and hold the new one.</summary>
    Hold,
}

public sealed record HarvestPolicy
{
    public OnInvalid OnInvalid { get; init; } = OnInvalid.Publish;

    public MaxRemovals MaxRemovals { get; init; } = MaxRemovals.Default;

    /// <summary>Absolute paths of JSON Schemas that every record of the source must satisfy, beside its profile.</summary>
    public ValueList<string> Schemas { get; init; } = [];

    /// <summary>What happens to a new version of a table that breaks its schema, drifts, or holds data of persons.</summary>
    public TablePolicy Tables { get; init; } = TablePolicy.Default;
}

/// <summary>How many datasets one run may remove before it is held: a count, a share, or the larger of both.</summary>
public sealed record MaxRemovals
{
    /// <summary>The larger of one dataset and 10 %: a department retires a few datasets, never a tenth at once.</summary>
    public static readonly MaxRemovals Default = new() { Count = 1, Percent = 10 };

    public int Count { get; init; }

    public double Percent { get; init; }

    public int Of(int published) => Math.Max(Count, (int)Math.Floor(published * Percent / 100));

    public override string ToString() => (Count, Percent) switch
    {
        (_, 0) => FormattableString.Invariant($"{Count}"),
        (0, _) => FormattableString.Invariant($"{Percent}%"),
        _ => FormattableString.Invariant($"{Count} or {Percent}%"),
    };
}
