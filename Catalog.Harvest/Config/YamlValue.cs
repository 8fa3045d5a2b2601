namespace Catalog.Harvest.Config;

/// <summary>A YAML node with the place where it stands. An aliased node is one object in several places.</summary>
internal abstract class YamlValue(int line, int column)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>What an error calls it.</summary>
    public abstract string Kind { get; }

    /// <summary>Nodes in it and itself, its aliases expanded.</summary>
    public int Size { get; set; } = 1;

    /// <summary>Levels in it and itself, its aliases expanded.</summary>
    public int Height { get; set; } = 1;
}

/// <param name="text">As the file writes it, before <c>${NAME}</c> is filled in.</param>
/// <param name="plain">Without quotes: only then do <c>null</c> and <c>~</c> mean nothing (YAML 1.2 §10.2).</param>
internal sealed class YamlScalar(int line, int column, string text, bool plain) : YamlValue(line, column)
{
    public string Text { get; } = text;

    public bool IsNull { get; } = plain && text is "" or "~" or "null" or "Null" or "NULL";

    public override string Kind => IsNull ? "nothing" : "a string";
}

internal sealed class YamlList(int line, int column) : YamlValue(line, column)
{
    public List<YamlValue> Items { get; } = [];

    public override string Kind => "a list";
}

internal sealed class YamlMap(int line, int column) : YamlValue(line, column)
{
    public List<KeyValuePair<YamlScalar, YamlValue>> Entries { get; } = [];

    public override string Kind => "a map";
}
