using Catalog.Core.Dcat;

namespace Catalog.Harvest.Config;

/// <summary><c>sectors</c>: the categories under which readers find datasets.</summary>
internal static class SectorSection
{
    public static readonly KeyTable Keys = new("sectors",
        new ConfigKey("id", Needed: true), new ConfigKey("title", Needed: true), new ConfigKey("description"),
        new ConfigKey("euTheme") { Allowed = SuperThemes.EuCodes }, new ConfigKey("superThemes") { Allowed = SuperThemes.Codes },
        new ConfigKey("aliases"));

    /// <param name="at">Null when the config has no such key: then the thirteen superThemes are the sectors.</param>
    public static ValueList<Sector> Read(YamlCursor? at, ConfigReading reading)
    {
        if (at is null)
        {
            foreach (var sector in SuperThemes.DefaultSectors) reading.Sectors.Declare(sector.Id);
            return SuperThemes.DefaultSectors;
        }
        var sectors = new List<Sector>();
        foreach (var item in at.AsList("a list of sectors"))
            if (item.AsMap(Keys) is { } map) sectors.Add(ReadOne(map));
        return sectors.ToValueList();
    }

    private static Sector ReadOne(ConfigMap map) => new()
    {
        Id = map.Id(map.At.Reading.Sectors),
        Title = map.Text("title"),
        Description = map.Text("description"),
        EuTheme = map.Choice("euTheme"),
        SuperThemes = map.Choices("superThemes"),
        Aliases = map.Strings("aliases"),
    };
}
