using Catalog.Core.Dcat;

namespace Catalog.Harvest.Config;

/// <summary><c>sources</c>: the places that are harvested.</summary>
internal static class SourceSection
{
    public static readonly KeyTable Keys = new("sources",
        new ConfigKey("id", Needed: true), new ConfigKey("type", Needed: true) { Allowed = ["datajson", "dcat", "folder", "files"] },
        new ConfigKey("url"), new ConfigKey("title"), new ConfigKey("publisher"), new ConfigKey("sectors"),
        new ConfigKey("profile") { Allowed = ["auto", "argentina", "dcat-us", "none"] }, new ConfigKey("language"),
        new ConfigKey("schedule"), new ConfigKey("policy"), new ConfigKey("mirrors"), new ConfigKey("headers"),
        new ConfigKey("allowPrivateHosts"), new ConfigKey("tables"), new ConfigKey("datasets"));

    public static readonly KeyTable ScheduleKeys = new("schedule", new ConfigKey("cron", Needed: true), new ConfigKey("timeZone"));

    public static readonly KeyTable MirrorKeys = new("mirrors", new ConfigKey("from", Needed: true), new ConfigKey("to", Needed: true));

    public static ValueList<HarvestSource> Read(YamlCursor at, ValueList<Publisher> publishers)
    {
        var items = at.AsList("a list of sources");
        if (at.Node is YamlList { Items.Count: 0 }) at.Warn(ConfigErrorCodes.NoSources, "the config has no sources, so nothing is harvested");
        var sources = new List<HarvestSource>();
        foreach (var item in items)
            if (item.AsMap(Keys) is { } map) sources.Add(ReadOne(map, publishers));
        return sources.ToValueList();
    }

    private static HarvestSource ReadOne(ConfigMap map, ValueList<Publisher> publishers)
    {
        var reading = map.At.Reading;
        var id = map.Id(reading.Sources);
        var type = map.Choice("type");
        var publisher = map.Reference("publisher", reading.Publishers);
        var title = map.Text("title");
        if (title.IsEmpty) title = publishers.FirstOrDefault(p => p.Id == publisher)?.Name ?? Text.Of(reading.Language, id);
        var source = new HarvestSource
        {
            Id = id,
            Type = type switch { "folder" => SourceType.Folder, "files" => SourceType.Files, "dcat" => SourceType.Dcat, _ => SourceType.DataJson },
            Title = title,
            Url = type is null ? null : Url(map, type),
            Place = map.Find("url")?.Node is YamlScalar { Text: var place } ? Excerpt.Of(place) : null,
            Publisher = publisher,
            Sectors = map.Strings("sectors", scalar => Refer(scalar, reading.Sectors)),
            Profile = map.Choice("profile") switch
            {
                "argentina" => MetadataProfile.Argentina,
                "dcat-us" => MetadataProfile.DcatUs,
                "none" => MetadataProfile.None,
                _ => MetadataProfile.Auto,
            },
            Language = map.String("language", Rules.Language) ?? reading.Language,
            Schedule = map.Find("schedule") is { } schedule ? Schedule(schedule) : null,
            Policy = map.Find("policy") is { } policy ? PolicySection.Read(policy) : new HarvestPolicy(),
            Mirrors = map.List("mirrors", "a list of from and to").Select(Mirror).OfType<Mirror>().ToValueList(),
            Headers = HeaderRules.Read(map),
            AllowPrivateHosts = map.Strings("allowPrivateHosts", Rules.Host),
            Tables = TableSection.Read(map),
            Datasets = type is null ? [] : Datasets(map, type),
        };
        if (source.Headers.Count > 0 && source.Url?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) == true)
            map.Find("headers")!.Warn(ConfigErrorCodes.PlainHeaders, $"the headers of {map.At.Name} are sent unencrypted", "use https");
        return source;
    }

    private static string? Url(ConfigMap map, string type)
    {
        if (type == "files")
        {
            if (map.Find("url") is { } misplaced) misplaced.Error(ConfigErrorCodes.MisplacedKey, $"{map.At.Name} is of type files and has no 'url'", "the files are named by its datasets");
            return null;
        }
        if (map.Find("url") is null) map.At.Error(ConfigErrorCodes.MissingKey, $"{map.At.Name} lacks 'url'", type switch
        {
            "folder" => "the path of a folder",
            "dcat" => "the http(s) URL or path of a DCAT catalog",
            _ => "the http(s) URL or path of a data.json",
        });
        return map.String("url", type == "folder" ? PathRules.ExistingFolder : PathRules.UrlOrFile);
    }

    private static ValueList<InlineDataset> Datasets(ConfigMap map, string type)
    {
        if (map.Find("datasets") is not { } at)
        {
            if (type == "files") map.At.Error(ConfigErrorCodes.MissingKey, $"{map.At.Name} lacks 'datasets'", "a source of type files writes its datasets out");
            return [];
        }
        if (type == "files") return InlineDatasetSection.Read(at);
        at.Error(ConfigErrorCodes.MisplacedKey, $"{map.At.Name} is of type {type} and has no 'datasets'", "only a source of type files has them");
        return [];
    }

    private static HarvestSchedule? Schedule(YamlCursor at)
    {
        var map = at.Node is YamlMap ? at.AsMap(ScheduleKeys) : null;
        var cron = at.Node is YamlMap ? map?.String("cron", CronRules.Cron) : at.AsScalar("a cron string, or a map of cron and timeZone") is { } scalar ? CronRules.Cron(scalar) : null;
        var zone = map?.String("timeZone", Rules.TimeZone) ?? at.Reading.TimeZone;
        return cron is null ? null : new HarvestSchedule(cron, zone);
    }

    private static Mirror? Mirror(YamlCursor at) =>
        at.AsMap(MirrorKeys) is { } map && map.String("from", Rules.Url) is var from && map.String("to", PathRules.ExistingFolder) is var to && from is not null && to is not null
            ? new Mirror(from, to) : null;

    private static string Refer(ConfigScalar scalar, IdRegistry registry)
    {
        registry.Refer(scalar);
        return scalar.Value;
    }
}
