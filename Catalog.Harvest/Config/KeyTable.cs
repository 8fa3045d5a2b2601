using Catalog.Core.Dcat;

namespace Catalog.Harvest.Config;

/// <summary>A key of the format. Its meaning is told in the schema's description and in the document, which tests compare with this.</summary>
internal sealed record ConfigKey(string Name, bool Needed = false)
{
    /// <summary>The words it may hold; empty when it is not a closed list.</summary>
    public ValueList<string> Allowed { get; init; } = [];
}

/// <summary>The keys of one kind of map: the only place that says them. Its name is that of the definition in the schema and of the heading in the document.</summary>
internal sealed record KeyTable(string Name, params ConfigKey[] Keys)
{
    public static readonly IReadOnlyList<KeyTable> All =
    [
        HarvestConfigLoader.Keys, CatalogSection.Keys, PublisherSection.Keys, SectorSection.Keys,
        SourceSection.Keys, SourceSection.ScheduleKeys, PolicySection.Keys, SourceSection.MirrorKeys, TableSection.Keys, TableSection.DialectKeys,
        InlineDatasetSection.Keys, InlineDatasetSection.ContactKeys, InlineDatasetSection.FileKeys, InlineDatasetSection.FieldKeys,
    ];

    /// <exception cref="ArgumentException">The binder asks for a key that the table does not have: a bug here.</exception>
    public ConfigKey Find(string name) =>
        Array.Find(Keys, key => key.Name == name) ?? throw new ArgumentException($"{Name} has no key '{name}'", nameof(name));

    public bool Has(string name) => Array.Exists(Keys, key => key.Name == name);
}
