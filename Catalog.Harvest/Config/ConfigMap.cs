using Catalog.Core.Dcat;

namespace Catalog.Harvest.Config;

/// <summary>A checked string to what is kept of it; null after telling what is wrong.</summary>
internal delegate string? Rule(ConfigScalar scalar);

/// <summary>A map whose keys are known to be right, read key by key. Asking for a key outside its table throws.</summary>
internal sealed class ConfigMap(YamlCursor at, KeyTable table, Dictionary<string, YamlCursor> values)
{
    public YamlCursor At => at;

    /// <summary>In the order of the file.</summary>
    public IEnumerable<KeyValuePair<string, YamlCursor>> Entries => values;

    public YamlCursor? Find(string key) => values.GetValueOrDefault(table.Find(key).Name);

    public ConfigScalar? Scalar(string key) => Find(key)?.AsScalar();

    public string? String(string key, Rule? rule = null) => Scalar(key) is { } scalar ? (rule ?? Rules.Any)(scalar) : null;

    public Text Text(string key) => Find(key)?.AsText() ?? Core.Dcat.Text.Empty;

    /// <summary>One of the words that the table allows.</summary>
    public string? Choice(string key) => Scalar(key) is { } scalar ? Rules.OneOf(scalar, table.Find(key).Allowed) : null;

    public IReadOnlyList<YamlCursor> List(string key, string wanted = "a list") => Find(key)?.AsList(wanted) ?? [];

    public ValueList<string> Strings(string key, Rule? rule = null)
    {
        var found = new List<string>();
        foreach (var item in List(key, "a list of strings"))
            if (item.AsScalar() is { } scalar && (rule ?? Rules.Any)(scalar) is { } value) found.Add(value);
        return found.Distinct(StringComparer.Ordinal).ToValueList();
    }

    public ValueList<string> Choices(string key) => Strings(key, scalar => Rules.OneOf(scalar, table.Find(key).Allowed));

    /// <summary>The id under which this map is known, checked and declared; "" when it has none worth the name.</summary>
    public string Id(IdRegistry registry)
    {
        if (Scalar("id") is not { } scalar || Rules.Id(scalar) is not { } id) return "";
        registry.Declare(scalar);
        return id;
    }

    /// <summary>The id of something that must exist by the end of the file.</summary>
    public string? Reference(string key, IdRegistry registry)
    {
        if (Scalar(key) is not { } scalar) return null;
        registry.Refer(scalar);
        return scalar.Value;
    }
}
