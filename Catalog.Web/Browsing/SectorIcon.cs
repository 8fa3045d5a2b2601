using Catalog.Core.Dcat;

namespace Catalog.Web.Browsing;

/// <summary>
/// Pictures of sectors: strokes in a box of 24 by 24. Chosen by words in the sector's id, else by its theme code, so
/// that a city that names its sectors as it likes still gets pictures.
/// </summary>
public static class SectorIcon
{
    private const string Fallback = "M4 6h16M4 12h16M4 18h10";

    private static readonly (string Word, string Shape)[] ByWord =
    [
        ("salud", Heart), ("health", Heart), ("covid", Heart),
        ("educ", Book), ("cultur", Mask), ("turis", Mask), ("deport", Mask),
        ("movil", Bus), ("transp", Bus), ("transit", Bus),
        ("ambient", Leaf), ("environ", Leaf), ("verde", Leaf),
        ("econom", Bars), ("finanz", Bars), ("presupuest", Bars), ("compras", Bars),
        ("segur", Shield), ("justic", Scales), ("judic", Scales), ("legal", Scales),
        ("genero", Venus), ("gender", Venus), ("mujer", Venus),
        ("urban", Buildings), ("territ", Buildings), ("obras", Crane), ("viviend", House), ("housing", House),
        ("social", People), ("humano", People), ("particip", People), ("poblac", People),
        ("admin", Columns), ("gobier", Columns), ("govern", Columns), ("public", Columns),
        ("tecno", Chip), ("innov", Chip), ("cienc", Chip), ("energ", Bolt), ("agr", Leaf),
    ];

    private static readonly Dictionary<string, string> ByTheme = new()
    {
        ["AGRI"] = Leaf, ["ECON"] = Bars, ["EDUC"] = Book, ["ENER"] = Bolt, ["ENVI"] = Leaf, ["GOVE"] = Columns, ["HEAL"] = Heart,
        ["INTR"] = Globe, ["JUST"] = Scales, ["REGI"] = Buildings, ["SOCI"] = People, ["TECH"] = Chip, ["TRAN"] = Bus,
    };

    private const string Heart = "M12 20C5 15 3 11.500 3 8.500A4.500 4.500 0 0 1 12 6.500 4.500 4.500 0 0 1 21 8.500c0 3-2 6.500-9 11.500zM7 11h3l1.500-3 2 5 1-2h2.500";
    private const string Book = "M12 6C10 4.500 7 4 3 4v14c4 0 7 .5 9 2 2-1.500 5-2 9-2V4c-4 0-7 .5-9 2zM12 6v14";
    private const string Mask = "M4 5c5 2 11 2 16 0v6c0 5-3.500 8.500-8 9-4.500-.5-8-4-8-9zM8 10h2M14 10h2M8.500 14c2 1.700 5 1.700 7 0";
    private const string Bus = "M5 5h14a1 1 0 0 1 1 1v11H4V6a1 1 0 0 1 1-1zM4 12h16M7 17v2.500M17 17v2.500M7.500 14.500h.01M16.500 14.500h.01";
    private const string Leaf = "M5 19C5 9 11 5 20 4c0 10-4 15-11 15-2 0-4-1-4-1M5 20c2-5 5-8 9-10";
    private const string Bars = "M4 20h16M6.500 20v-6M12 20V9M17.500 20V4";
    private const string Shield = "M12 3l8 3v6c0 5-3.500 8-8 9.500C7.500 20 4 17 4 12V6zM8.500 12l2.500 2.500 4.500-5";
    private const string Scales = "M12 3v18M7 21h10M5 7h14M5 7l-3 7a3.500 3.500 0 0 0 6 0zM19 7l-3 7a3.500 3.500 0 0 0 6 0z";
    private const string Venus = "M12 3a6 6 0 1 0 0 12 6 6 0 1 0 0-12zM12 15v7M8.500 18.500h7M9 7.700h6M9 10.300h6";
    private const string Buildings = "M3 21h18M5 21V9l6-3v15M11 21V3l8 4v14M14.500 10h1.500M14.500 14h1.500M8 12h.01M8 16h.01";
    private const string Crane = "M6 21V4l13 4M6 8h13M17 8v5M15 13h4M3 21h7M6 4L4 8";
    private const string House = "M3 11l9-7 9 7M5.500 9.500V20h13V9.500M10 20v-6h4v6";
    private const string People = "M9 4a3.500 3.500 0 1 0 0 7 3.500 3.500 0 1 0 0-7zM2.500 20c0-4 3-6 6.500-6s6.500 2 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500c2 .7 3.500 2.500 3.500 5.500";
    private const string Columns = "M3 9l9-5 9 5zM4 20h16M6 9v8M10 9v8M14 9v8M18 9v8M5 17h14";
    private const string Chip = "M7 7h10v10H7zM10 3v4M14 3v4M10 17v4M14 17v4M3 10h4M3 14h4M17 10h4M17 14h4";
    private const string Bolt = "M13 3L5 14h6l-1 7 8-11h-6z";
    private const string Globe = "M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM3 12h18M12 3c-3 3-3.500 6-3.500 9s.5 6 3.500 9c3-3 3.500-6 3.500-9S15 6 12 3z";

    public static string Of(Sector sector)
    {
        foreach (var (word, shape) in ByWord)
            if (sector.Id.Contains(word, StringComparison.Ordinal)) return shape;
        return ByTheme.GetValueOrDefault(sector.EuTheme ?? sector.SuperThemes.FirstOrDefault() ?? "") ?? Fallback;
    }
}
