namespace Catalog.Core.Dcat;

/// <summary>One category of the taxonomy: its code, the id of its default sector, and its name.</summary>
public sealed record SuperTheme(string Code, string Id, Text Title);

/// <summary>
/// The thirteen categories that the Argentine profile calls superTheme and the EU authority table calls data-theme:
/// both use the same codes, so one list serves both.
/// </summary>
public static class SuperThemes
{
    public static readonly ValueList<SuperTheme> All =
    [
        Of("AGRI", "campo-y-alimentos", "Campo, pesca y alimentos", "Farming, fishing and food"),
        Of("ECON", "economia", "Economía y presupuesto", "Economy and budget"),
        Of("EDUC", "educacion-y-cultura", "Educación, cultura y deporte", "Education, culture and sport"),
        Of("ENER", "energia", "Energía", "Energy"),
        Of("ENVI", "ambiente", "Ambiente", "Environment"),
        Of("GOVE", "gobierno", "Gobierno y administración", "Government and administration"),
        Of("HEAL", "salud", "Salud", "Health"),
        Of("INTR", "mundo", "Relaciones internacionales", "International relations"),
        Of("JUST", "justicia-y-seguridad", "Justicia y seguridad", "Justice and safety"),
        Of("REGI", "barrios-y-territorio", "Barrios y territorio", "Neighbourhoods and territory"),
        Of("SOCI", "sociedad", "Población y sociedad", "People and society"),
        Of("TECH", "ciencia-y-tecnologia", "Ciencia y tecnología", "Science and technology"),
        Of("TRAN", "transporte", "Transporte y movilidad", "Transport and mobility"),
    ];

    /// <summary>The codes of the Argentine taxonomy, in alphabetical order.</summary>
    public static readonly ValueList<string> Codes = All.Select(theme => theme.Code).ToValueList();

    /// <summary>The codes of the EU data-theme table: the same and OP_DATPRO, "provisional data".</summary>
    public static readonly ValueList<string> EuCodes = Codes.Add("OP_DATPRO");

    /// <summary>The sectors of a catalog that names none: one for each category.</summary>
    public static readonly ValueList<Sector> DefaultSectors = All
        .Select(theme => new Sector { Id = theme.Id, Title = theme.Title, EuTheme = theme.Code, SuperThemes = [theme.Code] })
        .ToValueList();

    private static SuperTheme Of(string code, string id, string es, string en) =>
        new(code, id, Text.Of(new LangString("es", es), new LangString("en", en)));
}
