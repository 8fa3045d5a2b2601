using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Tests.Core.Formats;

public sealed class InlineDatasetReaderTests
{
    [Test]
    public void DatasetOfTheConfig_IsADataset()
    {
        var read = Records.Inline("""
            {
              "identifier": "padron", "title": { "es": "Padrón", "en": "Register" }, "description": "d", "publisher": "magistratura",
              "contact": { "name": "Mesa", "email": "mesa@e.example" }, "frequency": "R/P1M", "temporal": "2020", "keywords": ["jueces"],
              "files": [
                { "url": "datos/padron 2020.xlsx", "fields": [{ "name": "juzgado", "units": "u" }] },
                { "url": "https://e.example/año.csv", "title": "Por web" }
              ]
            }
            """);
        var dataset = read.Dataset!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dataset.Publisher, Is.EqualTo(new Agent { Id = "magistratura" }));
            Assert.That(dataset.Title.In("en"), Is.EqualTo("Register"));
            Assert.That(dataset.ContactPoints[0].Email, Is.EqualTo("mesa@e.example"));
            Assert.That(dataset.AccrualPeriodicity, Is.EqualTo("R/P1M"));
            Assert.That(dataset.Distributions.Select(d => (d.DownloadUrl, d.Format, d.Title.ToString())), Is.EqualTo(new[]
            {
                ("datos/padron 2020.xlsx", "XLSX", "padron 2020.xlsx"), ("https://e.example/a%C3%B1o.csv", "CSV", "Por web"),
            }));
            Assert.That(dataset.Distributions[0].Fields, Is.EqualTo(new[] { new Field { Name = "juzgado", Units = "u" } }));
            Assert.That(dataset.Extras, Is.Empty);
            Assert.That(read.Findings, Is.Empty);
        }
    }

    [TestCase("\"temporal\": \"siempre\"", "temporal")]
    [TestCase("\"contact\": { \"email\": \"no\" }", "contact.email")]
    [TestCase("\"novedad\": 1", "novedad")]
    public void WhatIsNotUnderstood_IsAnExtra(string members, string key) =>
        Assert.That(Records.Inline(Records.Merge("""{ "identifier": "x", "title": "t", "description": "d", "landingPage": "https://e.example/" }""", members)).Dataset!.Extras.Select(e => e.Key), Is.EqualTo(new[] { key }));

    [Test]
    public void DatasetWithoutFiles_CannotBePublished() =>
        Assert.That(Records.Inline("""{ "identifier": "x", "title": "t", "description": "d" }""").Findings.Select(f => f.Code), Is.EqualTo(new[] { FindingCodes.NoLink }));
}
