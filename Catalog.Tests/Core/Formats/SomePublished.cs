using Catalog.Core.Dcat;

namespace Catalog.Tests.Core.Formats;

/// <summary>Datasets for the writers: one that says everything, one that says nothing, one that means harm.</summary>
internal static class SomePublished
{
    public static DataCatalog Catalog { get; } = new()
    {
        Title = Text.Of(new LangString("es", "Datos de Villa Ejemplo"), new LangString("en", "Data of Villa Ejemplo")),
        Description = Text.Of(new LangString("es", "Catálogo de datos abiertos de la ciudad."), new LangString("en", "The city's open data catalog.")),
        Url = "https://datos.villaejemplo.example",
        Publisher = new Agent { Id = "gobierno", Name = Text.Of("es", "Gobierno de Villa Ejemplo"), Email = "datos@villaejemplo.example" },
        Languages = ["es", "en"],
        TimeZone = "America/Argentina/Buenos_Aires",
        License = "CC-BY-4.0",
        Issued = DcatDate.Parse("2024-03-01"),
        Homepage = "https://datos.villaejemplo.example/inicio",
        Spatial = "ARG",
        Publishers =
        [
            new Publisher { Id = "gobierno", Name = Text.Of("es", "Gobierno de Villa Ejemplo"), Email = "datos@villaejemplo.example", Url = "https://villaejemplo.example/" },
            new Publisher
            {
                Id = "salud", Name = Text.Of(new LangString("es", "Ministerio de Salud"), new LangString("en", "Ministry of Health")),
                Parent = "gobierno", Email = "salud@villaejemplo.example",
            },
        ],
        Sectors =
        [
            new Sector { Id = "salud", Title = Text.Of(new LangString("es", "Salud"), new LangString("en", "Health")), EuTheme = "HEAL", SuperThemes = ["HEAL"] },
            new Sector { Id = "movilidad", Title = Text.Of("es", "Movilidad"), EuTheme = "TRAN", SuperThemes = ["TRAN"] },
        ],
        Services =
        [
            new DataService
            {
                Id = "filas", Title = Text.Of("es", "Filas"), Description = Text.Of("es", "Consulta de filas."),
                EndpointUrl = "https://datos.villaejemplo.example/api/tables", EndpointDescription = "https://datos.villaejemplo.example/openapi.json",
                ConformsTo = ["https://spec.openapis.org/oas/v3.1.0"], License = "CC0", AccessRights = "PUBLIC",
            },
        ],
    };

    /// <summary>A catalog of which nothing is known but what its type demands: no mailbox, no date, no sectors.</summary>
    public static DataCatalog BareCatalog { get; } = new()
    {
        Title = Text.Of("es", "Datos"),
        Description = Text.Empty,
        Url = "http://localhost:5080",
        Publisher = new Agent { Name = Text.Of("es", "Datos") },
        TimeZone = "Nowhere/Never",
    };

    public static PublishedDataset Rich { get; } = MakeRich();

    public static PublishedDataset Minimal { get; } = new()
    {
        Dataset = new Dataset { Id = DeterministicId.OfDataset("fuente", "minimo"), SourceId = "fuente", Identifier = "minimo", Title = Text.Of("es", "Mínimo") },
        Slug = "minimo",
        PublisherName = Text.Empty,
    };

    public static PublishedDataset Hostile { get; } = MakeHostile();

    private static PublishedDataset MakeRich()
    {
        var id = DeterministicId.OfDataset("salud", "centros-2025");
        var csv = DeterministicId.OfDistribution(id, "centros.csv");
        return new PublishedDataset
        {
            Slug = "centros-de-salud",
            PublisherId = "salud",
            PublisherName = Text.Of(new LangString("es", "Ministerio de Salud"), new LangString("en", "Ministry of Health")),
            Files = new Dictionary<Guid, StoredFile>
            {
                [csv] = new()
                {
                    Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Size = 12345, MediaType = "text/plain",
                    FetchedAt = new DateTimeOffset(2031, 7, 8, 9, 10, 11, TimeSpan.Zero), FileName = "centros de salud.csv",
                },
            },
            Dataset = new Dataset
            {
                Id = id,
                SourceId = "salud",
                Identifier = "centros-2025",
                Title = Text.Of(new LangString("es", "Centros de salud"), new LangString("en", "Health centres")),
                Description = Text.Of("es", "Ubicación, \"horario\" y servicios de los centros de salud.\nSe actualiza cada mes."),
                Creators = [new Agent { Name = Text.Of("es", "Dirección de Estadística") }, new Agent { Name = Text.Of("es", "Universidad"), Uri = "https://universidad.example/id" }],
                ContactPoints = [new ContactPoint { Name = "Mesa de datos", Email = "mesa@salud.example", Telephone = "+54 (11) 4444-5555 int 12", Url = "https://salud.example/contacto" }, new ContactPoint { Name = "Guardia" }],
                Keywords = [new("es", "salud"), new("es", "hospitales, guardias"), new("en", "health")],
                Themes = [new Theme { Id = "atencion", Label = Text.Of("es", "Atención primaria") }, new Theme { Id = "x", Uri = "http://vocab.example/themes/x", Label = Text.Of("en", "X") }],
                SuperThemes = ["HEAL", "SOCI"],
                Sectors = ["salud"],
                Issued = DcatDate.Parse("2024-04"),
                Modified = DcatDate.Parse("2025-06-01T10:00:00"),
                AccrualPeriodicity = "R/P1M",
                Temporal = [new PeriodOfTime { Start = DcatDate.Parse("2019"), End = DcatDate.Parse("2025-05-31") }],
                TemporalResolution = "P1W",
                Spatial =
                [
                    new Location { Label = Text.Of("es", "Comuna 1"), Code = "02001", BoundingBox = [-58.5, -34.7, -58.3, -34.5], Centroid = [-58.4, -34.6] },
                    new Location { Code = "ARG" },
                    new Location { Uri = "http://sws.geonames.org/6255146" },
                ],
                SpatialResolutionInMeters = 10.5,
                Languages = ["spa", "en"],
                License = "Creative Commons Atribución 2.5 Argentina",
                Rights = Text.Of("es", "Citar la fuente."),
                LandingPage = "https://salud.example/centros de salud",
                ConformsTo = ["https://estandar.example/v1", "Norma interna 7"],
                Documentation = ["https://salud.example/manual.pdf", "https://salud.example/glosario"],
                Sources = ["Registro federal de establecimientos", "https://registro.example/"],
                Provenance = Text.Of("es", "Relevamiento propio."),
                RelatedResources = ["https://salud.example/mapa"],
                IsReferencedBy = ["https://diario.example/nota"],
                Type = "http://publications.europa.eu/resource/authority/dataset-type/GEOSPATIAL",
                Version = "1.2",
                VersionNotes = Text.Of("es", "Corrige direcciones."),
                InSeries = ["Establecimientos"],
                ApplicableLegislation = ["https://boletin.example/ley/104"],
                OtherIdentifiers = ["doi:10.1234/abc"],
                Extras = [new("bureauCode", "[\"015:11\"]"), new("estado", "\"vigente\""), new("niveles", "[1,2]"), new("dataQuality", "\"muy buena\""), new("title", "\"otro\"")],
                Distributions =
                [
                    new Distribution
                    {
                        Id = csv, Identifier = "centros.csv", Title = Text.Of("es", "Centros (CSV)"), Description = Text.Of("es", "Una fila por centro."),
                        AccessUrl = "https://salud.example/centros", DownloadUrl = "https://salud.example/archivos/centros de salud.csv",
                        Format = "CSV", MediaType = "text/csv", FileName = "centros.csv", License = "CC-BY-4.0", Rights = Text.Of("es", "Sin restricciones."),
                        Issued = DcatDate.Parse("2024-04-15"), Modified = DcatDate.Parse("2025-06-01T10:00:00-03:00"), Languages = ["es"],
                        ConformsTo = ["https://estandar.example/tabla", "esquemas/centros.json"], Status = "COMPLETED", Availability = "STABLE", AccessServices = ["filas"],
                        Fields =
                        [
                            new Field { Name = "nombre", Type = "string", Description = Text.Of("es", "Nombre del centro"), Id = "n1" },
                            new Field { Name = "camas", Type = "integer", Units = "camas", Extras = [new("specialType", "\"integer\"")] },
                        ],
                    },
                    new Distribution
                    {
                        Id = DeterministicId.OfDistribution(id, "api"), Title = Text.Of("es", "API"), AccessUrl = "https://api.salud.example/centros?x=ñ", Format = "API", Type = "api",
                        Checksum = new Checksum("http://spdx.org/rdf/terms#checksumAlgorithm_sha1", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
                    },
                    new Distribution
                    {
                        Id = DeterministicId.OfDistribution(id, "zip"), Title = Text.Of("es", "Planos"), DownloadUrl = "https://salud.example/planos.dwg", Format = "DWG",
                        ByteSize = 77, CompressFormat = "ZIP", PackageFormat = "application/x-tar", TemporalResolution = "PT15M",
                    },
                ],
            },
        };
    }

    private static PublishedDataset MakeHostile()
    {
        const string Nasty = "\"\\ </script><b>&' \u0000\u0001\u2028\u202E\uD800 \r\n\t'''\"\"\" <http://x> @es ^^ }] {{";
        var id = DeterministicId.OfDataset("mala", Nasty);
        return new PublishedDataset
        {
            Slug = "a b/../ñ?#%\"<>",
            PublisherName = Text.Of("es\"", Nasty),
            Dataset = new Dataset
            {
                Id = id,
                SourceId = "mala",
                Identifier = Nasty,
                Title = Text.Of(new LangString("es-AR", Nasty), new LangString("not a language", Nasty), new LangString("", "   ")),
                Description = Text.Of("es", new string('x', 20_000) + Nasty),
                Publisher = new Agent { Uri = "javascript:alert(1)", Email = "a@b@c", Homepage = "http://", Type = "dct:title" },
                Creators = [new Agent { Name = Text.Of("", Nasty), Uri = "http://[::1" }, new Agent { Name = Text.Of("", " ") }],
                ContactPoints = [new ContactPoint { Name = Nasty, Email = "no\"@x y.z>", Telephone = Nasty, Url = Nasty }],
                Keywords = [new(Nasty, Nasty), new("", " "), new("es", "a"), new("es", "a")],
                Themes = [new Theme { Id = Nasty }, new Theme { Id = "", Uri = "skos:Concept" }, new Theme { Id = "heal" }],
                SuperThemes = ["HEAL> .", "op_datpro", "heal"],
                Sectors = ["none", Nasty],
                Issued = DcatDate.Parse("0001-01-01T00:00:00+14:00"),
                Modified = DcatDate.Parse("0001-01-01T00:00:00"),
                AccrualPeriodicity = "R/P1Y> .",
                Temporal = [new PeriodOfTime(), new PeriodOfTime { End = DcatDate.Parse("9999-12-31T23:59:59.9999999Z") }],
                TemporalResolution = "P",
                Spatial = [new Location { BoundingBox = [double.NaN, 1, 2, 3], Centroid = [1e300, 2] }, new Location { Uri = "a b", Code = Nasty }, new Location { BoundingBox = [1, 2] }],
                SpatialResolutionInMeters = double.PositiveInfinity,
                Languages = [Nasty, "es> .", "xx"],
                License = Nasty,
                Rights = Text.Of("", Nasty),
                AccessRights = Nasty,
                LandingPage = "http://exämple.com/ö ü\"<>\\^`{|}%zz?q=[1]#a#b",
                ConformsTo = [Nasty, "http://a b/"],
                Documentation = ["http://x/\u0001", "data:text/html,<script>"],
                Sources = [Nasty],
                Provenance = Text.Of("", Nasty),
                RelatedResources = ["http://x.example/\uD800"],
                IsReferencedBy = ["urn:isbn:1> ."],
                Type = Nasty,
                Version = Nasty,
                VersionNotes = Text.Of(new LangString("es", Nasty), new LangString("en", Nasty)),
                InSeries = [Nasty],
                ApplicableLegislation = ["http://x.example/{ley}"],
                OtherIdentifiers = [Nasty],
                Extras =
                [
                    new(Nasty, "\"\\ud800 <b>\""), new("", "1"), new("@id", "\"x\""), new("bureauCode", "\"nope\""), new("anidado", "{\"a\":{\"a\":1,\"a\":2,\"\\udfff\":3}}"),
                    new("roto", "{\"a\":"), new("nulo", "null"), new("describedBy", "\"not a uri\""), new("repetido", "1"), new("repetido", "2"),
                ],
                Distributions =
                [
                    new Distribution
                    {
                        Id = DeterministicId.OfDistribution(id, "1"), Identifier = Nasty, Title = Text.Of("", Nasty), AccessUrl = "/relative", DownloadUrl = "http:x",
                        Format = Nasty, MediaType = "text/csv> .", FileName = Nasty, ByteSize = -1, Checksum = new Checksum(Nasty, "zz"), License = Nasty,
                        CompressFormat = Nasty, Status = Nasty, Availability = Nasty, AccessServices = ["none"], ConformsTo = [Nasty],
                        Fields = [new Field { Name = Nasty, Type = Nasty, Description = Text.Of("", Nasty) }],
                        Extras = [new(Nasty, Nasty)],
                    },
                    new Distribution { Id = DeterministicId.OfDistribution(id, "2"), DownloadUrl = "https://x.example/a b|c.csv", Format = "csv" },
                ],
            },
        };
    }
}
