using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Catalog.Core.Dcat;

namespace Catalog.Harvest.Config;

/// <summary><c>datasets</c> of a source of type files: checked, and handed on as the JSON that the config wrote.</summary>
internal static class InlineDatasetSection
{
    public static readonly KeyTable Keys = new("datasets",
        new ConfigKey("identifier", Needed: true), new ConfigKey("title", Needed: true), new ConfigKey("description", Needed: true),
        new ConfigKey("keywords"), new ConfigKey("themes"), new ConfigKey("superThemes") { Allowed = SuperThemes.Codes }, new ConfigKey("publisher"),
        new ConfigKey("contact"), new ConfigKey("issued"), new ConfigKey("modified"), new ConfigKey("frequency"), new ConfigKey("temporal"),
        new ConfigKey("spatial"), new ConfigKey("license"), new ConfigKey("landingPage"), new ConfigKey("source"), new ConfigKey("languages"),
        new ConfigKey("files", Needed: true));

    public static readonly KeyTable ContactKeys = new("contact", new ConfigKey("name"), new ConfigKey("email"));

    public static readonly KeyTable FileKeys = new("files",
        new ConfigKey("url", Needed: true), new ConfigKey("title"), new ConfigKey("description"), new ConfigKey("format"), new ConfigKey("mediaType"),
        new ConfigKey("identifier"), new ConfigKey("license"), new ConfigKey("issued"), new ConfigKey("modified"), new ConfigKey("fields"));

    public static readonly KeyTable FieldKeys = new("fields",
        new ConfigKey("name", Needed: true), new ConfigKey("type"), new ConfigKey("description"), new ConfigKey("units"));

    // Spanish text stays readable; the JSON never meets HTML.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ValueList<InlineDataset> Read(YamlCursor at)
    {
        var identifiers = new IdRegistry("dataset of this source");
        var datasets = new List<InlineDataset>();
        foreach (var item in at.AsList("a list of datasets"))
            if (item.AsMap(Keys) is { } map) datasets.Add(new InlineDataset(Dataset(map, identifiers).ToJsonString(Readable), item.Node.Line));
        return datasets.ToValueList();
    }

    private static JsonObject Dataset(ConfigMap map, IdRegistry identifiers) => Write(map, key => key switch
    {
        "identifier" => Name(map, key, identifiers),
        "title" or "description" => Wording(map, key),
        "publisher" => map.Reference(key, map.At.Reading.Publishers),
        "keywords" or "themes" => Array(map.Strings(key)),
        "superThemes" => Array(map.Choices(key)),
        "languages" => Array(map.Strings(key, Rules.Language)),
        "contact" => map.Find(key)!.AsMap(ContactKeys) is { } contact ? Contact(contact) : null,
        "issued" or "modified" => map.String(key, Rules.Date),
        "frequency" => map.String(key, Rules.Frequency),
        "temporal" => map.String(key, Rules.Period),
        "license" => map.String(key, Rules.License),
        "landingPage" => map.String(key, Rules.Url),
        "files" => Files(map),
        _ => map.String(key),
    });

    private static JsonObject Contact(ConfigMap map)
    {
        if (!map.Entries.Any()) map.At.Error(ConfigErrorCodes.EmptyValue, $"{map.At.Name} has neither name nor email");
        return Write(map, key => map.String(key, key == "email" ? Rules.Email : null));
    }

    private static JsonArray Files(ConfigMap dataset)
    {
        var (urls, identifiers) = (new IdRegistry("file of this dataset"), new IdRegistry("file of this dataset"));
        var items = dataset.List("files", "a list of files");
        if (dataset.Find("files") is { Node: YamlList { Items.Count: 0 } } at) at.Error(ConfigErrorCodes.EmptyValue, $"{at.Name} is an empty list", "a dataset has at least one file");
        return [.. items.Select(item => item.AsMap(FileKeys)).OfType<ConfigMap>().Select(map => Write(map, key => key switch
        {
            // A file without an identifier is known by its URL, so two of one dataset cannot share it.
            "url" => map.Find("identifier") is null ? Name(map, key, urls, PathRules.UrlOrOwnFile) : map.String(key, PathRules.UrlOrOwnFile),
            "identifier" => Name(map, key, identifiers),
            "title" or "description" => Wording(map, key),
            "license" => map.String(key, Rules.License),
            "issued" or "modified" => map.String(key, Rules.Date),
            "fields" => Fields(map),
            _ => map.String(key),
        }))];
    }

    private static JsonArray Fields(ConfigMap file)
    {
        var names = new IdRegistry("field of this file");
        return [.. file.List("fields", "a list of fields").Select(item => item.AsMap(FieldKeys)).OfType<ConfigMap>().Select(map => Write(map, key => key switch
        {
            "name" => Name(map, key, names),
            "description" => Wording(map, key),
            _ => map.String(key),
        }))];
    }

    /// <summary>The keys in the order of the file; one whose value is wrong is left out, and its error keeps the whole from being used.</summary>
    private static JsonObject Write(ConfigMap map, Func<string, JsonNode?> value)
    {
        var json = new JsonObject();
        foreach (var (key, _) in map.Entries)
            if (value(key) is { } node) json[key] = node;
        return json;
    }

    private static JsonNode? Name(ConfigMap map, string key, IdRegistry taken, Rule? rule = null)
    {
        if (map.Scalar(key) is not { } scalar || (rule ?? Rules.Any)(scalar) is not { } value) return null;
        taken.Declare(scalar with { Value = value });
        return value;
    }

    /// <summary>A string stays a string, so that the source's own language decides; a map stays a map.</summary>
    private static JsonNode? Wording(ConfigMap map, string key)
    {
        var text = map.Text(key);
        if (text.IsEmpty) return null;
        if (map.Find(key)!.Node is not YamlMap) return text.Values[0].Value;
        return new JsonObject(text.Values.Select(said => KeyValuePair.Create<string, JsonNode?>(said.Lang, said.Value)));
    }

    private static JsonArray Array(ValueList<string> values) => [.. values];
}
