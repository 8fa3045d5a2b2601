using Catalog.Core.Dcat;
using Catalog.Harvest.Config;

namespace Catalog.Harvest;

/// <summary>
/// Under which sectors a dataset is shown: those that its own themes name; else the source's; else those that take its
/// superThemes.
/// </summary>
internal sealed class SectorDirectory
{
    private readonly Dictionary<string, string> _bySlug = [];
    private readonly ILookup<string, string> _bySuperTheme;
    private readonly ValueList<string> _default;

    public SectorDirectory(HarvestConfig config, HarvestSource source)
    {
        foreach (var sector in config.Catalog.Sectors)
        {
            _bySlug[sector.Id] = sector.Id;
            foreach (var name in sector.Title.Values.Select(n => n.Value).Concat(sector.Aliases)) _bySlug.TryAdd(Slug.Of(name), sector.Id);
        }
        _bySuperTheme = config.Catalog.Sectors.SelectMany(s => s.SuperThemes.Select(code => (code, s.Id))).ToLookup(p => p.code, p => p.Id);
        _default = source.Sectors;
    }

    public ValueList<string> Resolve(Dataset dataset)
    {
        var named = dataset.Themes.SelectMany(NamesOf).Select(name => _bySlug.GetValueOrDefault(name)).OfType<string>().Distinct().ToValueList();
        if (named.Count > 0) return named;
        return _default.Count > 0 ? _default : dataset.SuperThemes.SelectMany(code => _bySuperTheme[code]).Distinct().ToValueList();
    }

    public bool Knows(Theme theme) => NamesOf(theme).Any(_bySlug.ContainsKey);

    private static IEnumerable<string> NamesOf(Theme theme) => theme.Label.Values.Select(label => Slug.Of(label.Value)).Prepend(Slug.Of(theme.Id));
}
