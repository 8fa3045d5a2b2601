using Catalog.Core.Dcat;
using CsCheck;

namespace Catalog.Tests.Core.Formats;

/// <summary>
/// Datasets of every kind, as a harvest could have made them: named, described, with a publisher and something to link.
/// Each list draws from addresses of its own, so that a value is never in two lists at once.
/// </summary>
internal static class SomeDatasets
{
    private static readonly Gen<string> Word = Pick("agua", "ñandú", "\"entre comillas\"", "a\\b", "línea\nnueva", "<b>&amp;</b>", "日本", "𝔸", "tab\taquí", "it's", "{}[]", "100 %", "_:b0", "@es");
    private static readonly Gen<string> Words = Word.Array[1, 4].Select(words => string.Join(' ', words));
    private static readonly Gen<Text> Spoken = Gen.Select(Words, Words, Gen.Int[0, 2], (es, en, languages) =>
        languages == 0 ? Text.Of("es", es) : languages == 1 ? Text.Of("en", en) : Text.Of(new LangString("es", es), new LangString("en", en)));
    private static readonly Gen<Text> MaybeSpoken = Gen.Frequency((1, Gen.Const(Text.Empty)), (2, Spoken));
    private static readonly Gen<Text> InSpanish = Words.Select(text => Text.Of("es", text));
    private static readonly Gen<DcatDate> Date = Pick("2019", "2019-04", "2019-04-30", "2019-04-30T10:00:00Z", "2020-02-29T23:59:59.5-03:00", "0001", "9999-12-31").Select(DcatDate.Parse);
    private static readonly Gen<DcatDate?> MaybeDate = Gen.Frequency((1, Gen.Const((DcatDate?)null)), (2, Date.Select(date => (DcatDate?)date)));
    private static readonly Gen<string?> License = Maybe("CC-BY-4.0", "CC0-1.0", "Creative Commons Atribución 2.5 Argentina", "https://licencias.example/propia", "Solo con permiso", "http://creativecommons.org/licenses/by-sa/4.0/");
    private static readonly Gen<string?> Duration = Maybe("P1D", "P1W", "PT1H30M", "un rato", "P1Y6M");
    private static readonly Gen<double?> Meters = Pick<double?>(null, null, 0, 10, 10.5, 0.001, 123456.789);
    private static readonly Gen<ValueList<string>> Languages = Some("es", "en", "spa", "gn", "xx", "Español");

    private static readonly Gen<ValueList<Extra>> Extras = Pick(
        new Extra("bureauCode", "[\"015:11\"]"), new Extra("nota con espacios/y barra", "\"texto ñ\""), new Extra("número", "1.50"), new Extra("cierto", "true"),
        new Extra("objeto", "{\"a\":{\"b\":[1,2,\"tres\"]}}"), new Extra("%41 a:b", "\"<&>\""), new Extra("1", "\"uno\""),
        new Extra("geodcat:custodian", "{\"@id\":\"http://autoridad.example/ñ\"}"), new Extra("schema:alternateName", "{\"@language\":\"es\",\"@value\":\"otro nombre\"}"),
        new Extra("http://vocabulario.example/ns#altura", "{\"@type\":\"xsd:decimal\",\"@value\":\"1.50\"}"), new Extra("http://vocabulario.example/ns/clase", "[\"a\",\"b\"]"),
        new Extra("dct:subject", "{\"@id\":\"http://tesauro.example/1\"}"), new Extra("prov:qualifiedAttribution", "{\"@type\":\"prov:Attribution\",\"prov:agent\":{\"@id\":\"http://autoridad.example/x\"}}"),
        new Extra("dct:created", "{\"@type\":\"xsd:date\",\"@value\":\"2019-10-31\"}"), new Extra("http://vocabulario.example/1", "\"no es un nombre en XML\""))
        .Array[0, 4].Select(extras => extras.DistinctBy(e => e.Key).ToValueList());

    private static readonly Gen<Agent> Agent = Gen.Select(InSpanish, Maybe("a@autoridad.example"), Maybe("https://autoridad.example/inicio"), Maybe("https://autoridad.example/id/1", "urn:autoridad:2"),
        (name, email, home, uri) => new Agent { Name = name, Email = email, Homepage = home, Uri = uri });

    private static readonly Gen<ContactPoint> Contact = Gen.Select(Words, Pick("mesa@ciudad.example", "otra.mesa@ciudad.example"), Maybe("+541144445555"), Maybe("https://ciudad.example/contacto"),
        (name, email, telephone, url) => new ContactPoint { Name = name, Email = email, Telephone = telephone, Url = url });

    private static readonly Gen<Theme> Theme = Gen.Select(Pick("transporte", "obra pública", "13"), Maybe("http://tesauro.example/temas/9", "http://tesauro.example/temas#x"), Spoken,
        (id, uri, label) => new Theme { Id = id, Uri = uri, Label = label });

    private static readonly Gen<Location> Place = Gen.OneOf(
        Pick("ARG", "02001", "Zona A").Select(code => new Location { Code = code }),
        Pick("http://sws.geonames.org/6255146").Select(uri => new Location { Uri = uri }),
        Gen.Select(Spoken, Maybe("02"), Maybe("http://sws.geonames.org/1"), (label, code, uri) => new Location { Label = label, Code = code, Uri = uri }),
        Gen.Const(new Location { BoundingBox = [-58.5, -34.7, -58.3, -34.5] }),
        Gen.Const(new Location { Code = "c", Centroid = [-58.123456, 0], BoundingBox = [-180, -90, 180, 90] }));

    private static readonly Gen<PeriodOfTime> Period = Gen.Select(MaybeDate, MaybeDate, (start, end) => start is null && end is null ? new PeriodOfTime { Start = DcatDate.Parse("2001") } : new PeriodOfTime { Start = start, End = end });

    private static readonly Gen<Field> Field = Gen.Select(Words, Maybe("c1", "c2"), Maybe("integer", "date"), MaybeSpoken, Maybe("m³"),
        (name, id, type, description, units) => new Field { Name = name, Id = id, Type = type, Description = description, Units = units, Extras = id is null ? [] : [new Extra("clave", "[1,{\"a\":null}]")] });

    private static readonly Gen<Distribution> Distribution =
        Gen.Select(
            Gen.Select(Maybe("r-1", "r-2", "3"), MaybeSpoken, MaybeSpoken, Maybe("https://ciudad.example/pagina"), Maybe("https://ciudad.example/a.csv", "https://ciudad.example/a%20b?c=d&e=f#g"), Maybe("CSV", "XLSX", "WMS", "RARO"), Maybe("text/csv", "application/x-raro", "text/plain")),
            Gen.Select(Maybe("application/gzip", "GZIP", "raro"), Maybe("datos.csv", "a b.csv"), Pick<long?>(null, 0, 1234567890123), License, MaybeSpoken, MaybeDate, MaybeDate),
            Gen.Select(Languages, Some("https://esquema.example/1", "Norma 7"), Maybe("COMPLETED", "a medio hacer"), Maybe("STABLE", "de a ratos"), Maybe("file", "api"), Duration, Meters),
            Gen.Select(Field.Array[0, 3], Extras, Gen.Bool, Gen.Bool),
            (one, two, three, four) => new Distribution
            {
                Id = Guid.Empty,
                Identifier = one.Item1,
                Title = one.Item2,
                Description = one.Item3,
                AccessUrl = one.Item4,
                DownloadUrl = one.Item5,
                Format = one.Item6,
                MediaType = one.Item7,
                CompressFormat = two.Item1,
                FileName = two.Item2,
                ByteSize = two.Item3,
                License = two.Item4,
                Rights = two.Item5,
                Issued = two.Item6,
                Modified = two.Item7,
                Languages = three.Item1,
                ConformsTo = three.Item2,
                Status = three.Item3,
                Availability = three.Item4,
                Type = three.Item5,
                TemporalResolution = three.Item6,
                SpatialResolutionInMeters = three.Item7,
                Fields = four.Item1.ToValueList(),
                Extras = four.Item2,
                Checksum = four.Item3 ? new Checksum("sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855") : null,
                AccessServices = four.Item4 ? ["filas"] : [],
            });

    public static readonly Gen<PublishedDataset> Any =
        Gen.Select(
            Gen.Select(Spoken, Spoken, Agent, Agent.Array[0, 3], Contact.Array[1, 2], Gen.Select(Pick("es", "en"), Words, (lang, word) => new LangString(lang, word)).Array[0, 4], Theme.Array[0, 2]),
            Gen.Select(Some("HEAL", "TRAN", "OP_DATPRO"), MaybeDate, MaybeDate, Maybe("R/P1M", "mensual", "eventual", "R/P4Y", "cada tanto", "IRREG"), Period.Array[0, 2], Duration, Place.Array[0, 2], Meters),
            Gen.Select(Languages, License, MaybeSpoken, Pick("PUBLIC", "RESTRICTED", "NON_PUBLIC", "a pedido"), Gen.Const("https://ciudad.example/datos/1"), Some("https://norma.example/1", "Norma interna 8"), Some("https://manual.example/a", "https://manual.example/b", "manual impreso")),
            Gen.Select(Some("https://registro.example/", "Registro en papel"), InSpanish, Some("https://relacion.example/1", "otra cosa"), Some("https://diario.example/nota"), Maybe("http://publications.europa.eu/resource/authority/dataset-type/STATISTICAL", "mapa"), Maybe("1.2", "v3 beta"), InSpanish),
            Gen.Select(Some("https://serie.example/1", "Serie anual"), Some("https://ley.example/104", "Ley 104"), Some("doi:10.1234/abc", "expediente 7"), Distribution.Array[0, 3], Extras),
            (one, two, three, four, five) =>
            {
                var id = DeterministicId.OfDataset("fuente", "uno");
                var dataset = new Dataset
                {
                    Id = id,
                    SourceId = "fuente",
                    Identifier = "uno",
                    Title = one.Item1,
                    Description = one.Item2,
                    Publisher = one.Item3,
                    Creators = one.Item4.DistinctBy(a => a.Uri ?? a.Name.ToString()).Where(a => a.Uri is null || a.Uri != one.Item3.Uri).ToValueList(),
                    ContactPoints = one.Item5.Distinct().ToValueList(),
                    Keywords = one.Item6.Distinct().ToValueList(),
                    Themes = one.Item7.DistinctBy(t => t.Id).DistinctBy(t => t.Uri ?? t.Id).ToValueList(),
                    SuperThemes = two.Item1,
                    Issued = two.Item2,
                    Modified = two.Item3,
                    AccrualPeriodicity = two.Item4,
                    Temporal = two.Item5.Distinct().ToValueList(),
                    TemporalResolution = two.Item6,
                    Spatial = two.Item7.Distinct().ToValueList(),
                    SpatialResolutionInMeters = two.Item8,
                    Languages = three.Item1,
                    License = three.Item2,
                    Rights = three.Item3,
                    AccessRights = three.Item4,
                    LandingPage = three.Item5,
                    ConformsTo = three.Item6,
                    Documentation = three.Item7,
                    Sources = four.Item1,
                    Provenance = four.Item2,
                    RelatedResources = four.Item3,
                    IsReferencedBy = four.Item4,
                    Type = four.Item5,
                    Version = four.Item6,
                    VersionNotes = four.Item7,
                    InSeries = five.Item1,
                    ApplicableLegislation = five.Item2,
                    OtherIdentifiers = five.Item3,
                    Distributions = five.Item4.Select((d, n) => d with { Id = DeterministicId.OfDistribution(id, $"{n}") }).ToValueList(),
                    Extras = five.Item5,
                };
                return new PublishedDataset { Dataset = dataset, Slug = "uno", PublisherName = dataset.Publisher.Name };
            });

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string?> Maybe(params string[] values) => Gen.Frequency((1, Gen.Const((string?)null)), (2, Pick(values).Select(value => (string?)value)));

    private static Gen<ValueList<string>> Some(params string[] values) => Pick(values).Array[0, values.Length].Select(list => list.Distinct().ToValueList());
}
