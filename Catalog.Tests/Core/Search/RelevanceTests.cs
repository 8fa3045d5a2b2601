using Catalog.Core.Dcat;
using Catalog.Core.Search;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Search;

/// <summary>What a person types and what has to come first, over a small catalog of a city.</summary>
public sealed class RelevanceTests
{
    private static readonly SearchEntry[] City =
    [
        Entries.Of("Estación de bicicletas", "Ubicación de cada parada del sistema público Ecobici.", "ecobici", "movilidad"),
        Entries.Of("Recorridos de bicicletas públicas", "Viajes entre estaciones de bicicleta, con hora de inicio.", "ecobici"),
        Entries.Of("Obra pública", "Contratos, montos y avance de cada obra de infraestructura.", "contrataciones"),
        Entries.Of("Espacios públicos", "Plazas y parques; obras de arte en ellos.", "plazas"),
        Entries.Of("Arbolado público lineal", "Censo de árboles de alineación con especie y altura.", "arboles", "ambiente"),
        Entries.Of("Niñez en situación de calle", "Relevamiento de niños y niñas.", "niñez"),
        Entries.Of("Jardines de infantes", "Establecimientos para niños de 45 días a 5 años.", "educación"),
        Entries.Of("Escuelas públicas", "Establecimientos educativos de gestión estatal.", "educación", "escuelas"),
        Entries.Of("Public school buildings", "Every school of the city with its address.", "schools"),
        Entries.Of("Police stations", "Where to report a crime.", "safety"),
        Entries.Of("Cities of the metropolitan area", "Population of each municipality."),
        Entries.Of("Presupuesto sancionado 2019", "Créditos por jurisdicción.", "hacienda").With(d => d with { AccrualPeriodicity = "R/P1Y" }),
        Entries.Of("Presupuesto ejecutado 2024", "Devengado por inciso. Frecuencia R/P1M, corte 2019-04.", "hacienda"),
        Entries.Of("Compras y contrataciones", "Órdenes de compra por proveedor, con CUIT 30-99903208-3.", "contrataciones"),
        Entries.Of("Calidad del aire", "Mediciones horarias de monóxido y material particulado.", "ambiente"),
        Entries.Of("Estado del tránsito", "Cortes de calle y velocidad media.", "movilidad"),
        Entries.Of("Licencias de taxis", "Habilitaciones vigentes.", "transporte"),
        Entries.Of("Colectivos: líneas y ramales", "Recorrido de cada línea de colectivo.", "transporte"),
        Entries.Of("Juzgados", "Sedes del poder judicial y sus jueces.", "justicia"),
        Entries.Of("Luces de la calle", "Luminarias por tipo.", "alumbrado"),
        Entries.Of("Casos de COVID-19", "Casos confirmados por barrio.", "salud"),
        Entries.Of("Hospitales", "Efectores de salud; guardias las 24 horas.", "salud"),
        Entries.Of("Museos", "Museos y sus colecciones.", "cultura").With(d => d with
        {
            Publisher = new Agent { Name = Text.Of("es", "Ministerio de Cultura") },
            Distributions = [new Distribution { Id = Guid.NewGuid(), Title = Text.Of("es", "museos.csv"), Fields = [new Field { Name = "fecha_inauguracion" }] }],
        }) with { Formats = ["CSV"] },
        Entries.Of("Bibliotecas", "Salas de lectura.") with { SectorTitles = ["Patrimonio cultural", "Cultural heritage"] },
        Entries.Of("Datos del 147", "Reclamos de vecinos en la vía pública.", "atención ciudadana"),
        Entries.Of("Ñandúes del zoológico", "Animales.", "fauna"),
    ];

    private readonly TempFolder _folder = new();
    private SearchIndex _index = null!;

    [OneTimeSetUp]
    public void FillIndex() => _index = Entries.Index(_folder.Path, City);

    [OneTimeTearDown]
    public void DeleteIndex()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [TestCase("estaciones de bicicleta", "Estación de bicicletas")]
    [TestCase("estacion bicicletas", "Estación de bicicletas")]
    [TestCase("ESTACIÓN DE BICICLETAS", "Estación de bicicletas")]
    [TestCase("bicicletas publicas", "Recorridos de bicicletas públicas")]
    [TestCase("obras publicas", "Obra pública")]
    [TestCase("obra pública", "Obra pública")]
    [TestCase("arte en espacios publicos", "Espacios públicos")]
    [TestCase("árbol", "Arbolado público lineal")]
    [TestCase("arboles", "Arbolado público lineal")]
    [TestCase("nino jardin", "Jardines de infantes")]
    [TestCase("niños jardín", "Jardines de infantes")]
    [TestCase("ninez", "Niñez en situación de calle")]
    [TestCase("ñandú", "Ñandúes del zoológico")]
    [TestCase("escuela pública", "Escuelas públicas")]
    [TestCase("schools", "Public school buildings")]
    [TestCase("school building", "Public school buildings")]
    [TestCase("the police station", "Police stations")]
    [TestCase("city population", "Cities of the metropolitan area")]
    [TestCase("presupuestos 2019", "Presupuesto sancionado 2019")]
    [TestCase("2019-04", "Presupuesto ejecutado 2024")]
    [TestCase("R/P1M", "Presupuesto ejecutado 2024")]
    [TestCase("30-99903208-3", "Compras y contrataciones")]
    [TestCase("contratación", "Compras y contrataciones")]
    [TestCase("estado", "Estado del tránsito")]
    [TestCase("estado transito calles", "Estado del tránsito")]
    [TestCase("taxi", "Licencias de taxis")]
    [TestCase("colectivo", "Colectivos: líneas y ramales")]
    [TestCase("juez", "Juzgados")]
    [TestCase("luz calle", "Luces de la calle")]
    [TestCase("covid 19", "Casos de COVID-19")]
    [TestCase("covid-19", "Casos de COVID-19")]
    [TestCase("hospital", "Hospitales")]
    [TestCase("museos csv", "Museos")]
    [TestCase("museos.csv", "Museos")]
    [TestCase("fecha inauguracion", "Museos")]
    [TestCase("ministerio cultura", "Museos")]
    [TestCase("patrimonio", "Bibliotecas")]
    [TestCase("heritage", "Bibliotecas")]
    [TestCase("147", "Datos del 147")]
    [TestCase("dato 147", "Datos del 147")]
    [TestCase("bicicl", "Estación de bicicletas")]
    [TestCase("calidad air", "Calidad del aire")]
    public void Typed_FindsFirst(string typed, string title) =>
        Assert.That(_index.Titles(City, new SearchQuery { Text = typed }), Has.Length.AtLeast(1).And.ItemAt(0).EqualTo(title));

    [TestCase("niño", "nino")]
    [TestCase("estación", "estacion")]
    [TestCase("ÁRBOLES", "arboles")]
    [TestCase("nin\u0303o", "niño")]
    public void Spellings_FindTheSame(string one, string other)
    {
        var first = _index.Search(new SearchQuery { Text = one }).Ids;
        Assert.That(first, Is.Not.Empty.And.EqualTo(_index.Search(new SearchQuery { Text = other }).Ids));
    }

    [Test]
    public void WordInTheTitle_GoesBeforeKeywordBeforeDescription()
    {
        SearchEntry[] entries = [Entries.Of("Uno", "tranvía"), Entries.Of("Dos", "", "tranvía"), Entries.Of("Tranvía viejo y su museo rodante")];
        using var folder = new TempFolder();
        using var index = Entries.Index(folder.Path, entries);
        Assert.That(index.Titles(entries, new SearchQuery { Text = "tranvias" }), Is.EqualTo(["Tranvía viejo y su museo rodante", "Dos", "Uno"]));
    }

    [Test]
    public void WholeTitle_GoesBeforePhraseBeforeScatteredWords()
    {
        SearchEntry[] entries =
        [
            Entries.Of("Pública es la salud cuando hay obra", "salud pública salud pública", "salud", "pública"),
            Entries.Of("Gasto en salud pública", ""),
            Entries.Of("Salud pública", ""),
        ];
        using var folder = new TempFolder();
        using var index = Entries.Index(folder.Path, entries);
        Assert.That(index.Titles(entries, new SearchQuery { Text = "salud publica" }),
            Is.EqualTo(["Salud pública", "Gasto en salud pública", "Pública es la salud cuando hay obra"]));
    }
}
