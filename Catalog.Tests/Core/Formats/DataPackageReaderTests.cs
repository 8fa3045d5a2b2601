using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Tests.Core.Formats;

public sealed class DataPackageReaderTests
{
    private const string Whole = """
        {
          "name": "centros", "title": "Centros", "description": "Los centros.", "version": "1.2", "created": "2020-01-02", "keywords": ["salud"],
          "homepage": "https://datos.example/centros", "profile": "data-package",
          "licenses": [{ "name": "CC-BY-4.0", "path": "https://e.example/by", "title": "Atribución" }, { "name": "ODbL-1.0" }],
          "contributors": [
            { "title": "Ministerio", "email": "a@salud.example", "role": "publisher" },
            { "title": "Ana", "roles": ["author", "editor"], "organization": "UBA" },
            { "title": "Mesa", "email": "mesa@salud.example", "role": "contact" },
            { "title": "Luis", "role": "wrangler" }
          ],
          "sources": [{ "title": "Censo", "path": "https://e.example/censo" }, { "path": "https://e.example/otro" }],
          "resources": [{
            "name": "centros", "path": "datos/centros.csv", "bytes": 12, "hash": "SHA256:abc", "encoding": "utf-8", "mediatype": "text/csv",
            "schema": { "primaryKey": "id", "fields": [
              { "name": "id", "type": "integer", "constraints": { "required": true } },
              { "name": "calle", "title": "Calle", "description": "Con número" },
              { "name": "barrio", "title": "Barrio" },
              { "title": "sin nombre" } ] }
          }]
        }
        """;

    [Test]
    public void Package_IsADataset()
    {
        var read = Records.Package(Whole);
        var dataset = read.Dataset!;
        var resource = dataset.Distributions[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dataset.Identifier, Is.EqualTo("centros"));
            Assert.That(dataset.Publisher, Is.EqualTo(new Agent { Name = Text.Of("es", "Ministerio"), Email = "a@salud.example" }));
            Assert.That(dataset.Creators, Is.EqualTo(new[] { new Agent { Name = Text.Of("es", "Ana") } }));
            Assert.That(dataset.ContactPoints, Is.EqualTo(new[] { new ContactPoint { Name = "Mesa", Email = "mesa@salud.example" } }));
            Assert.That(dataset.License, Is.EqualTo("CC-BY-4.0"));
            Assert.That(dataset.Sources, Is.EqualTo(new[] { "Censo", "https://e.example/otro" }));
            Assert.That(resource.DownloadUrl, Is.EqualTo("carpeta/datos/centros.csv"));
            Assert.That(resource.FileName, Is.EqualTo("centros.csv"));
            Assert.That(resource.Format, Is.EqualTo("CSV"));
            Assert.That(resource.Checksum, Is.EqualTo(new Checksum("sha256", "abc")));
            Assert.That(resource.Fields.Select(f => (f.Name, f.Description.ToString())), Is.EqualTo(new[] { ("id", ""), ("calle", "Con número"), ("barrio", "Barrio") }));
            Assert.That(read.Findings.Select(f => f.Code), Is.Empty);
        }
    }

    [Test]
    public void WhatHasNoPlaceInTheModel_IsAnExtra()
    {
        var dataset = Records.Package(Whole).Dataset!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dataset.Extras.Select(e => e.Key), Is.EquivalentTo(new[]
            {
                "contributors.organization", "contributors.roles", "contributors", "licenses.path", "licenses.title", "licenses", "sources.path",
            }));
            Assert.That(dataset.Distributions[0].Extras.Select(e => e.Key), Is.EquivalentTo(new[] { "encoding", "schema.primaryKey", "schema.fields" }));
            Assert.That(dataset.Distributions[0].Fields.SelectMany(f => f.Extras.Select(e => e.Key)), Is.EqualTo(new[] { "constraints", "title" }));
        }
    }

    [TestCase("\"../fuera.csv\"", FindingCodes.NotUnderstood, null)]
    [TestCase("\"https://e.example/a.csv\"", null, "https://e.example/a.csv")]
    [TestCase("[\"uno.csv\", \"dos.csv\"]", null, "carpeta/uno.csv")]
    [TestCase("null", null, null)]
    public void Path_IsResolvedWithinThePackage(string path, string? code, string? url)
    {
        var read = Records.Package("{ \"name\": \"p\", \"description\": \"d\", \"homepage\": \"https://e.example/\", \"resources\": [{ \"name\": \"r\", \"path\": " + path + " }] }");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Dataset!.Distributions[0].DownloadUrl, Is.EqualTo(url));
            Assert.That(read.Findings.Select(f => f.Code).Except([FindingCodes.DistributionWithoutUrl]), code is null ? Is.Empty : Is.EqualTo(new[] { code }));
        }
    }

    [TestCase("{ \"start\": \"2019\", \"end\": \"2020\" }", "2019", "2020")]
    [TestCase("\"2019/2020\"", "2019", "2020")]
    [TestCase("{ \"start\": \"2019\" }", "2019", null)]
    public void Temporal_IsASpanOrAnInterval(string temporal, string? start, string? end)
    {
        var period = Records.Package("{ \"name\": \"p\", \"description\": \"d\", \"homepage\": \"https://e.example/\", \"temporal\": " + temporal + " }").Dataset!.Temporal.Single();
        Assert.That((period.Start?.Lexical, period.End?.Lexical), Is.EqualTo((start, end)));
    }

    [Test]
    public void PackageWithAnId_KeepsItsNameToo()
    {
        var dataset = Records.Package("{ \"id\": \"10.5/x\", \"name\": \"p\", \"description\": \"d\", \"homepage\": \"https://e.example/\" }").Dataset!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dataset.Identifier, Is.EqualTo("10.5/x"));
            Assert.That(dataset.Extras, Is.EqualTo(new[] { new Extra("name", "\"p\"") }));
        }
    }
}
