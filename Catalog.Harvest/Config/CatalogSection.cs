using Catalog.Core.Dcat;

namespace Catalog.Harvest.Config;

/// <summary><c>catalog</c>: what the catalog says of itself, and the defaults of everything below it.</summary>
internal static class CatalogSection
{
    public const string DefaultUrl = "http://localhost:5080";
    public const string DefaultTimeZone = "America/Argentina/Buenos_Aires";
    public const string DefaultLicense = "CC-BY-4.0";

    public static readonly ValueList<string> DefaultLanguages = ["es", "en"];

    public static readonly KeyTable Keys = new("catalog",
        new ConfigKey("title", Needed: true), new ConfigKey("description", Needed: true), new ConfigKey("url"), new ConfigKey("publisher"),
        new ConfigKey("languages"), new ConfigKey("timeZone"), new ConfigKey("license"), new ConfigKey("homepage"), new ConfigKey("issued"),
        new ConfigKey("spatial"));

    /// <summary>The catalog but for its publisher, publishers and sectors, and the id of that publisher.</summary>
    public static (DataCatalog Catalog, string? Publisher) Read(YamlCursor at)
    {
        var reading = at.Reading;
        if (at.AsMap(Keys) is not { } map) return (Empty, null);
        // First of all, because every later text and schedule falls back on them.
        var languages = Languages(map);
        reading.Language = languages[0];
        reading.TimeZone = map.String("timeZone", Rules.TimeZone) ?? DefaultTimeZone;
        var catalog = new DataCatalog
        {
            Title = map.Text("title"),
            Description = map.Text("description"),
            Url = map.String("url", Rules.Url)?.TrimEnd('/') ?? DefaultUrl,
            Publisher = new Agent(),
            Languages = languages,
            TimeZone = reading.TimeZone,
            License = map.String("license", Rules.License) ?? DefaultLicense,
            Homepage = map.String("homepage", Rules.Url),
            Issued = map.String("issued", Rules.Date) is { } issued ? DcatDate.Parse(issued) : null,
            Spatial = map.String("spatial"),
        };
        return (catalog, map.Reference("publisher", reading.Publishers));
    }

    /// <summary>The catalog's agent: the named publisher, else the first one, else a body with the catalog's own title.</summary>
    public static Agent AgentOf(DataCatalog catalog, string? id, ValueList<Publisher> publishers)
    {
        var publisher = id is null ? publishers.FirstOrDefault() : publishers.FirstOrDefault(p => p.Id == id);
        return publisher is null
            ? new Agent { Name = catalog.Title, Homepage = catalog.Homepage }
            : new Agent { Id = publisher.Id, Name = publisher.Name, Email = publisher.Email, Homepage = publisher.Url };
    }

    private static ValueList<string> Languages(ConfigMap map)
    {
        var languages = map.Strings("languages", Rules.Language);
        if (map.Find("languages") is { Node: YamlList { Items.Count: 0 } } at) at.Error(ConfigErrorCodes.EmptyValue, "catalog.languages is an empty list", "name one language or remove the key");
        return languages.Count > 0 ? languages : DefaultLanguages;
    }

    private static DataCatalog Empty => new() { Title = Text.Empty, Description = Text.Empty, Url = DefaultUrl, Publisher = new Agent(), TimeZone = DefaultTimeZone };
}
