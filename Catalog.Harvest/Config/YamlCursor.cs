using Catalog.Core.Dcat;

namespace Catalog.Harvest.Config;

/// <summary>A node being read: it knows its way from the root and where to put what is wrong with it.</summary>
internal sealed record YamlCursor(ConfigReading Reading, YamlValue Node, string Path)
{
    /// <summary>What a message calls the place.</summary>
    public string Name => Path.Length == 0 ? "the config" : Path;

    public void Error(string code, string message, string? hint = null) => Reading.Error(code, Node.Line, Node.Column, message, hint);

    public void Warn(string code, string message, string? hint = null) => Reading.Warn(code, Node.Line, Node.Column, message, hint);

    /// <summary>A map with these keys and no others; null when it is something else.</summary>
    public ConfigMap? AsMap(KeyTable table, string wanted = "a map")
    {
        if (Node is not YamlMap map)
        {
            Wrong($"{wanted} of {string.Join(", ", table.Keys.Take(4).Select(key => key.Name))}{(table.Keys.Length > 4 ? ", ..." : "")}");
            return null;
        }
        var values = new Dictionary<string, YamlCursor>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (table.Has(key.Text)) values.Add(key.Text, Below(key.Text, value));
            else Reading.Error(ConfigErrorCodes.UnknownKey, key.Line, key.Column, $"unknown key '{Excerpt.Of(key.Text)}' in {Name}", KeyHint(key.Text, table, map));
        }
        foreach (var key in table.Keys.Where(key => key.Needed && !values.ContainsKey(key.Name)))
            Error(ConfigErrorCodes.MissingKey, $"{Name} lacks '{key.Name}'");
        return new ConfigMap(this, table, values);
    }

    /// <summary>The items of a list; none when it is something else.</summary>
    public IReadOnlyList<YamlCursor> AsList(string wanted = "a list")
    {
        if (Node is YamlList list)
            return [.. list.Items.Select((item, i) => new YamlCursor(Reading, item, FormattableString.Invariant($"{Path}[{i}]")))];
        Wrong(wanted, Node is YamlScalar { IsNull: false } ? "put it in a list: [" + Excerpt.Of(((YamlScalar)Node).Text) + "]" : null);
        return [];
    }

    /// <summary>The entries of a map whose keys are the writer's own.</summary>
    public IReadOnlyList<KeyValuePair<YamlScalar, YamlCursor>> AsEntries(string wanted)
    {
        if (Node is YamlMap map) return [.. map.Entries.Select(e => KeyValuePair.Create(e.Key, Below(e.Key.Text, e.Value)))];
        Wrong(wanted);
        return [];
    }

    /// <summary>A string that says something, with its variables filled in; null after telling why not.</summary>
    public ConfigScalar? AsScalar(string wanted = "a string")
    {
        if (Node is not YamlScalar { IsNull: false } node)
        {
            Wrong(wanted);
            return null;
        }
        var value = Reading.Secrets.Fill(node.Text, (code, message, hint) => Error(code, $"{message} in {Name}", hint));
        if (value is null) return null;
        if (string.IsNullOrWhiteSpace(value)) Error(ConfigErrorCodes.EmptyValue, $"{Name} is empty", "write a value or remove the key");
        else if (value.AsSpan().ContainsAnyInRange('\0', '\b') || value.AsSpan().ContainsAnyInRange('\u000b', '\u000c') || value.AsSpan().ContainsAnyInRange('\u000e', '\u001f'))
            Error(ConfigErrorCodes.BadCharacter, $"{Name} contains a control character");
        else return new ConfigScalar(this, value.Trim(), Excerpt.Of(node.Text.Trim()), value != node.Text);
        return null;
    }

    /// <summary>One string in the catalog's first language, or a map of language to string.</summary>
    public Text AsText()
    {
        if (Node is not YamlMap) return AsScalar("a string, or a map of language to string") is { } only ? Text.Of(Reading.Language, only.Value) : Text.Empty;
        var wordings = new List<LangString>();
        foreach (var (key, value) in AsEntries("a map of language to string"))
        {
            var tag = new ConfigScalar(new YamlCursor(Reading, key, Path), key.Text, Excerpt.Of(key.Text), false);
            if (Rules.Language(tag) is not { } language || value.AsScalar() is not { } text) continue;
            if (wordings.Exists(said => said.Lang == language)) tag.Error(ConfigErrorCodes.DuplicateKey, $"{Name} says the language '{tag.Shown}' twice");
            else wordings.Add(new LangString(language, text.Value));
        }
        if (((YamlMap)Node).Entries.Count == 0) Error(ConfigErrorCodes.EmptyValue, $"{Name} is an empty map", "write a string, or a map such as { es: ..., en: ... }");
        return Text.Of([.. wordings]);
    }

    private YamlCursor Below(string key, YamlValue value) => new(Reading, value, Path.Length == 0 ? Excerpt.Of(key) : $"{Path}.{Excerpt.Of(key)}");

    private void Wrong(string wanted, string? hint = null)
    {
        if (Node is YamlScalar { IsNull: true }) Error(ConfigErrorCodes.EmptyValue, $"{Name} has no value; it must be {wanted}", "write a value or remove the key");
        else Error(ConfigErrorCodes.WrongKind, $"{Name} is {Node.Kind}; it must be {wanted}", hint);
    }

    private static string? KeyHint(string key, KeyTable table, YamlMap map)
    {
        if (key == "<<") return "merge keys are not supported; an alias can stand for a whole value";
        // A key that is already there is not what was meant.
        var free = table.Keys.Select(k => k.Name).Where(name => !map.Entries.Exists(e => e.Key.Text == name));
        return DidYouMean.Hint(key, free) ?? "allowed: " + string.Join(", ", table.Keys.Select(k => k.Name));
    }
}
