using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Validation;

namespace Catalog.Tests.Core.Formats;

public sealed class DataJsonReaderTests
{
    /// <summary>Member of the dataset as written; what it is read as; the code of the finding, or none.</summary>
    private static readonly TestCaseData[] Members =
    [
        Row("\"title\": \" Centros \"", d => d.Title, Text.Of("es", "Centros")),
        Row("\"title\": 2019", d => d.Title, Text.Of("es", "2019")),
        Row("\"title\": { \"ES\": \"Centros\", \"en\": \"Centres\", \"pt\": \" \" }", d => d.Title, Text.Of(new LangString("es", "Centros"), new LangString("en", "Centres"))),
        Row("\"identifier\": 17", d => d.Identifier, "17"),
        Row("\"rights\": null", d => d.Rights, Text.Empty),
        Row("\"rights\": \"\"", d => d.Rights, Text.Empty),
        Row("\"rights\": \"  \"", d => d.Rights, Text.Empty),
        Row("\"keyword\": [\"uno\", \"dos\"]", d => d.Keywords, [new LangString("es", "uno"), new LangString("es", "dos")]),
        Row("\"keyword\": [\"uno\", \"uno\", \"\", null]", d => d.Keywords, [new LangString("es", "uno")]),
        Row("\"keyword\": \"uno\"", d => d.Keywords, [new LangString("es", "uno")], FindingCodes.ValueForList),
        Row("\"keyword\": null", d => d.Keywords, []),
        Row("\"theme\": [\"centros\", \"otro\"]", d => d.Themes, [new Theme { Id = "centros", Label = Text.Of("es", "Centros de salud") }, new Theme { Id = "otro" }]),
        Row("\"superTheme\": [\"heal\", \"HEAL\"]", d => d.SuperThemes, ["HEAL"]),
        Row("\"issued\": \"2019-04-30T10:00:00\"", d => d.Issued, DcatDate.Parse("2019-04-30T10:00:00")),
        Row("\"issued\": 2019", d => d.Issued, DcatDate.Parse("2019")),
        Row("\"issued\": \"30/04/2019\"", d => d.Issued, null, FindingCodes.BadDate),
        Row("\"modified\": \"R/P1D\"", d => d.Modified, null),
        Row("\"modified\": \"2019-04-30 10:00\"", d => d.Modified, DcatDate.Parse("2019-04-30T10:00:00")),
        Row("\"temporal\": \"2019-01-01/2019-12-31\"", d => d.Temporal, [Period("2019-01-01", "2019-12-31")]),
        Row("\"temporal\": \"2019\"", d => d.Temporal, [Period("2019", "2019")]),
        Row("\"temporal\": \"2019/..\"", d => d.Temporal, [Period("2019", null)]),
        Row("\"temporal\": \"/2019\"", d => d.Temporal, [Period(null, "2019")]),
        Row("\"temporal\": \"/\"", d => d.Temporal, [], FindingCodes.BadDate),
        Row("\"temporal\": \"de 2019 a 2020\"", d => d.Temporal, [], FindingCodes.BadDate),
        Row("\"temporal\": \"2020/2019\"", d => d.Temporal, [Period("2020", "2019")], FindingCodes.PeriodOutOfOrder),
        Row("\"spatial\": \"ARG\"", d => d.Spatial, [new Location { Code = "ARG" }]),
        Row("\"spatial\": \"Comuna 1, Retiro\"", d => d.Spatial, [new Location { Label = Text.Of("es", "Comuna 1, Retiro") }]),
        Row("\"spatial\": \"https://sws.geonames.org/3433955/\"", d => d.Spatial, [new Location { Uri = "https://sws.geonames.org/3433955/" }]),
        Row("\"spatial\": \"-58.6,-34.8,-58.3,-34.5\"", d => d.Spatial, [new Location { BoundingBox = [-58.6, -34.8, -58.3, -34.5] }]),
        Row("\"spatial\": [-58.6, \"-34.8\", -58.3, -34.5]", d => d.Spatial, [new Location { BoundingBox = [-58.6, -34.8, -58.3, -34.5] }]),
        Row("\"spatial\": \"-58.4, -34.6\"", d => d.Spatial, [new Location { Centroid = [-58.4, -34.6] }]),
        Row("\"spatial\": \"-34.6, 258.4\"", d => d.Spatial, [new Location { Label = Text.Of("es", "-34.6, 258.4") }]),
        Row("\"spatial\": \"NaN,NaN\"", d => d.Spatial, [new Location { Label = Text.Of("es", "NaN,NaN") }]),
        Row("\"spatial\": [\"02\", null, \"06\"]", d => d.Spatial, [new Location { Code = "02" }, new Location { Code = "06" }]),
        Row("\"spatial\": \"02, 06\"", d => d.Spatial, [new Location { Label = Text.Of("es", "02, 06") }]),
        Row("\"spatial\": [2, 6]", d => d.Spatial, [new Location { Centroid = [2, 6] }]),
        Row("\"spatial\": { \"type\": \"Point\", \"coordinates\": [1, 2] }", d => d.Spatial, []),
        Row("\"publisher\": \"Ministerio\"", d => d.Publisher, new Agent { Name = Text.Of("es", "Ministerio") }),
        Row("\"publisher\": { \"name\": \"Ministerio\", \"mbox\": \"mailto:a@salud.example\" }", d => d.Publisher, new Agent { Name = Text.Of("es", "Ministerio"), Email = "a@salud.example" }),
        Row("\"publisher\": { \"name\": \"Ministerio\", \"mbox\": \"a@salud.example; b@salud.example\" }", d => d.Publisher, new Agent { Name = Text.Of("es", "Ministerio") }, FindingCodes.BadEmail),
        Row("\"publisher\": {}", d => d.Publisher, null),
        Row("\"contactPoint\": { \"fn\": \"Mesa\", \"hasEmail\": \"MAILTO:a@salud.example\" }", d => d.ContactPoints, [new ContactPoint { Name = "Mesa", Email = "a@salud.example" }]),
        Row("\"contactPoint\": { \"fn\": \"\" }", d => d.ContactPoints, []),
        Row("\"contactPoint\": \"Mesa de ayuda\"", d => d.ContactPoints, []),
        Row("\"landingPage\": \"http://datos.example/a b\"", d => d.LandingPage, "http://datos.example/a%20b", FindingCodes.UrlMended),
        Row("\"landingPage\": \"www.datos.example\"", d => d.LandingPage, "http://www.datos.example", FindingCodes.UrlMended),
        Row("\"language\": \"spa\"", d => d.Languages, ["spa"], FindingCodes.ValueForList),
        Row("\"accessLevel\": \"restricted public\"", d => d.AccessRights, "RESTRICTED"),
        Row("\"accessLevel\": \"non-public\"", d => d.AccessRights, "NON_PUBLIC"),
        Row("\"accessLevel\": \"public\"", d => d.AccessRights, "PUBLIC"),
        Row("\"accessLevel\": \"a medias\"", d => d.AccessRights, "a medias"),
        Row("\"references\": [\"https://datos.example/doc\"]", d => d.Documentation, ["https://datos.example/doc"]),
        Row("\"isPartOf\": \"serie-1\"", d => d.InSeries, ["serie-1"], FindingCodes.ValueForList),
        Row("\"license\": \"CC-BY-4.0\"", d => d.License, "CC-BY-4.0"),
        Row("\"version\": 1.5", d => d.Version, "1.5"),
    ];

    [TestCaseSource(nameof(Members))]
    public void MemberOfADataset_IsReadAsItIsMeant(string members, Func<Dataset, object?> read, object? expected, string? code)
    {
        var record = Records.DataJson(members, distribution: "\"title\": \"Datos\"");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.Dataset, Is.Not.Null);
            Assert.That(read(record.Dataset!), Is.EqualTo(expected));
            Assert.That(record.Findings.Select(f => f.Code), code is null ? Is.Empty : Is.EqualTo(new[] { code }));
        }
    }

    private static readonly TestCaseData[] DistributionMembers =
    [
        RowOf("\"byteSize\": 1024", d => d.ByteSize, 1024L),
        RowOf("\"byteSize\": \"1024\"", d => d.ByteSize, 1024L, FindingCodes.KindMended),
        RowOf("\"byteSize\": \"1024.0\"", d => d.ByteSize, 1024L, FindingCodes.KindMended),
        RowOf("\"byteSize\": \"9007199254740993\"", d => d.ByteSize, 9007199254740993L, FindingCodes.KindMended),
        RowOf("\"byteSize\": \"1.234\"", d => d.ByteSize, null),
        RowOf("\"byteSize\": \"1 MB\"", d => d.ByteSize, null),
        RowOf("\"byteSize\": -1", d => d.ByteSize, null),
        RowOf("\"byteSize\": \"99999999999999999999\"", d => d.ByteSize, null),
        RowOf("\"format\": \"text/csv\"", d => d.Format, "CSV"),
        RowOf("\"format\": \"\"", d => d.Format, "CSV"),
        RowOf("\"format\": \"otros\"", d => d.Format, "OTROS", FindingCodes.FormatMismatch),
        RowOf("\"format\": \"XLSX\"", d => d.Format, "XLSX", FindingCodes.FormatMismatch),
        RowOf("\"downloadURL\": \"/centros.csv\"", d => d.DownloadUrl, null, FindingCodes.NotUnderstood, FindingCodes.DistributionWithoutUrl),
        RowOf("\"downloadURL\": \"http://datos.example/año 2019.csv\"", d => d.DownloadUrl, "http://datos.example/a%C3%B1o%202019.csv", FindingCodes.UrlMended),
        RowOf("\"identifier\": 5", d => d.Identifier, "5", FindingCodes.NumericDistributionIdentifier),
        RowOf("\"title\": null", d => d.Title, Text.Empty),
        RowOf("\"conformsTo\": [\"https://e.example/s\"], \"describedBy\": [\"https://e.example/d\"]", d => d.ConformsTo, ["https://e.example/s", "https://e.example/d"]),
        RowOf("\"field\": { \"title\": \"calle\", \"type\": \"string\" }", d => d.Fields, [new Field { Name = "calle", Type = "string" }], FindingCodes.ValueForList),
        RowOf("\"field\": [{ \"title\": \"calle\", \"units\": 5, \"specialType\": \"x\" }]", d => d.Fields, [new Field { Name = "calle", Units = "5", Extras = [new Extra("specialType", "\"x\"")] }]),
        RowOf("\"field\": []", d => d.Fields, []),
    ];

    [TestCaseSource(nameof(DistributionMembers))]
    public void MemberOfADistribution_IsReadAsItIsMeant(string members, Func<Distribution, object?> read, object? expected, string[] codes)
    {
        var record = Records.DataJson(distribution: members);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read(record.Dataset!.Distributions[0]), Is.EqualTo(expected));
            Assert.That(record.Findings.Select(f => f.Code), Is.EqualTo(codes));
        }
    }

    /// <summary>What the model has no place for, or what was not understood, stands among the extras as written.</summary>
    [TestCase("\"novedad\": { \"a\": [1, null] }", "novedad", "{\"a\":[1,null]}")]
    [TestCase("\"issued\": \"ayer\"", "issued", "\"ayer\"")]
    [TestCase("\"modified\": \"R/P1D\"", "modified", "\"R/P1D\"")]
    [TestCase("\"temporal\": \"siempre\"", "temporal", "\"siempre\"")]
    [TestCase("\"temporal\": [\"2019/2020\"]", "temporal", "[\"2019/2020\"]")]
    [TestCase("\"spatial\": { \"type\": \"Point\" }", "spatial", "{\"type\":\"Point\"}")]
    [TestCase("\"contactPoint\": \"Mesa\"", "contactPoint", "\"Mesa\"")]
    [TestCase("\"contactPoint\": [{ \"fn\": \"Mesa\" }]", "contactPoint", "[{\"fn\":\"Mesa\"}]")]
    [TestCase("\"contactPoint\": { \"fn\": \"Mesa\", \"horario\": \"9 a 12\" }", "contactPoint.horario", "\"9 a 12\"")]
    [TestCase("\"publisher\": { \"name\": \"M\", \"mbox\": \"no\" }", "publisher.mbox", "\"no\"")]
    [TestCase("\"publisher\": { \"name\": \"M\", \"subOrganizationOf\": { \"name\": \"G\" } }", "publisher.subOrganizationOf", "{\"name\":\"G\"}")]
    [TestCase("\"publisher\": [\"M\"]", "publisher", "[\"M\"]")]
    [TestCase("\"description\": { \"es\": \"d\", \"n\": 5 }", "description", "{\"es\":\"d\",\"n\":5}")]
    [TestCase("\"description\": { \"@value\": \"d\" }", "description", "{\"@value\":\"d\"}")]
    [TestCase("\"theme\": [{ \"id\": \"t\" }]", "theme", "[{\"id\":\"t\"}]")]
    [TestCase("\"distribution\": \"https://datos.example/x\"", "distribution", "\"https://datos.example/x\"")]
    [TestCase("\"distribution\": [\"https://datos.example/x\"]", "distribution", "\"https://datos.example/x\"")]
    public void WhatHasNoPlace_IsAnExtraOfTheDataset(string members, string key, string json)
    {
        var record = Records.DataJsonOf(Records.Merge("""
            { "identifier": "ds-1", "title": "Centros", "landingPage": "https://datos.example/", "description": "d" }
            """, members.Contains("description", StringComparison.Ordinal) ? members + ", \"distribution\": [{ \"description\": \"d\" }]" : members));
        Assert.That(record.Dataset?.Extras.Select(e => (e.Key, e.Json.Replace(" ", "", StringComparison.Ordinal))), Is.EqualTo(new[] { (key, json.Replace(" ", "", StringComparison.Ordinal)) }));
    }

    [TestCase("\"byteSize\": \"1 MB\"", "byteSize")]
    [TestCase("\"byteSize\": -5", "byteSize")]
    [TestCase("\"byteSize\": 1.5", "byteSize")]
    [TestCase("\"format\": \"una explicación larga que no es el nombre de un formato\"", "format")]
    [TestCase("\"accessURL\": \"no\"", "accessURL")]
    [TestCase("\"field\": [{ \"description\": \"sin nombre\" }]", "field")]
    [TestCase("\"field\": \"calle, número\"", "field")]
    [TestCase("\"scopedDatasetIdentifier\": 3", "scopedDatasetIdentifier")]
    public void WhatHasNoPlace_IsAnExtraOfTheDistribution(string members, string key) =>
        Assert.That(Records.DataJson(distribution: members).Dataset!.Distributions[0].Extras.Select(e => e.Key), Is.EqualTo(new[] { key }));

    [TestCase("{ \"identifier\": \"x\", \"description\": \"d\", \"landingPage\": \"http://e.example\" }", FindingCodes.NoTitle)]
    [TestCase("{ \"identifier\": \"x\", \"title\": \"t\", \"landingPage\": \"http://e.example\" }", FindingCodes.NoDescription)]
    [TestCase("{ \"identifier\": \"x\", \"title\": \"t\", \"description\": \"d\" }", FindingCodes.NoLink)]
    public void RecordThatCannotBePublished_HasNoDataset(string json, string code)
    {
        var record = Records.DataJsonOf(json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.Dataset, Is.Null);
            Assert.That(record.Findings.Single(f => f.Severity == Severity.Fatal).Code, Is.EqualTo(code));
            Assert.That(record.Identifier, Is.EqualTo("x"));
            Assert.That(record.Title, Is.Not.Empty);
        }
    }

    [TestCase("{ \"title\": \"Los Centros\", \"landingPage\": \"http://e.example/c\" }", "http://e.example/c")]
    [TestCase("{ \"title\": \"Los Centros\", \"identifier\": \"\" }", "title:los-centros")]
    [TestCase("{ }", "")]
    public void RecordWithoutIdentifier_IsKnownByItsPageOrTitle(string json, string identifier)
    {
        var record = Records.DataJsonOf(json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.Identifier, Is.EqualTo(identifier));
            Assert.That(record.Findings.Select(f => f.Code), Does.Contain(FindingCodes.NoIdentifier));
        }
    }

    [Test]
    public void DistributionsWithTheSameName_HaveDifferentIds()
    {
        var record = Records.DataJson("\"distribution\": [{ \"identifier\": \"r\", \"accessURL\": \"http://e.example/1\" }, { \"identifier\": \"r\", \"accessURL\": \"http://e.example/2\" }, {}, {}]");
        Assert.That(record.Dataset!.Distributions.Select(d => d.Id), Is.Unique);
    }

    [Test]
    public void DistributionsOverTheLimit_AreLeftToTheRawRecord()
    {
        var list = string.Join(',', Enumerable.Range(0, 10_001).Select(n => $"{{ \"identifier\": \"r{n}\", \"accessURL\": \"http://e.example/{n}\" }}"));
        var record = Records.DataJson($"\"distribution\": [{list}]");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.Dataset!.Distributions, Has.Count.EqualTo(Limits.Default.MaxDistributions));
            Assert.That(record.Findings.Select(f => f.Code), Is.EqualTo(new[] { FindingCodes.TooManyDistributions }));
        }
    }

    [Test]
    public void TextOverTheLimit_IsCutBetweenCharacters()
    {
        var record = Records.DataJson("\"description\": \"" + new string('a', 39) + "😀e\"", limits: Limits.Default with { MaxTextLength = 40 });
        var cut = record.Dataset!.Description.ToString();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cut, Is.EqualTo(new string('a', 39)));
            Assert.That(record.Findings.Select(f => (f.Code, f.Pointer)), Does.Contain((FindingCodes.TextCut, "/description")));
        }
    }

    private static PeriodOfTime Period(string? start, string? end) =>
        new() { Start = start is null ? null : DcatDate.Parse(start), End = end is null ? null : DcatDate.Parse(end) };

    private static TestCaseData Row<T>(string members, Func<Dataset, T> read, T expected, string? code = null) =>
        new TestCaseData(members, (Func<Dataset, object?>)(d => read(d)), expected, code).SetArgDisplayNames(members);

    private static TestCaseData RowOf<T>(string members, Func<Distribution, T> read, T expected, params string[] codes) =>
        new TestCaseData(members, (Func<Distribution, object?>)(d => read(d)), expected, codes).SetArgDisplayNames(members);
}
