using System.Text.Json;
using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Harvest.Sources;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest;

/// <summary>Every sample of the profile gets the verdict of its name, and of its expected report where there is one.</summary>
public sealed class ArgentineProfileTests
{
    /// <summary>Sample and verdict: OK, ERROR, or the code with which there is no list of datasets to judge.</summary>
    private static readonly (string Sample, string Verdict)[] Verdicts =
    [
        ("full_data", "OK"),
        ("minimum_data", "OK"),
        ("null_field_description", "OK"),
        ("empty_optional_string", "OK"),
        // Read by no schema: the reference checks these by rules that it has switched off or that never fire; here they are warnings.
        ("mismatched_downloadURL_and_format", "OK"),
        ("mismatched_fileName_and_format", "OK"),
        ("repeated_downloadURL", "OK"),
        ("numeric_distribution_identifier", "OK"),
        // The title of one dataset has over 100 characters.
        ("catalogo_justicia", "ERROR"),
        ("catalogo_justicia_with_defaults", "ERROR"),
        ("empty_mandatory_string", "ERROR"),
        ("invalid_catalog_publisher_type", "ERROR"),
        ("invalid_dataset_theme_type", "ERROR"),
        ("invalid_field_description_type", "ERROR"),
        ("invalid_keywords", "ERROR"),
        ("invalid_multiple_fields_type", "ERROR"),
        ("invalid_publisher_mbox_format", "ERROR"),
        ("malformed_accrualperiodicity", "ERROR"),
        ("malformed_date", "ERROR"),
        ("malformed_datetime", "ERROR"),
        ("malformed_email", "ERROR"),
        ("malformed_temporal", "ERROR"),
        ("missing_catalog_description", "ERROR"),
        ("missing_catalog_title", "ERROR"),
        ("missing_dataset_description", "ERROR"),
        ("missing_distribution_title", "ERROR"),
        ("multiple_missing_descriptions", "ERROR"),
        // Named for other uses; one distribution has no downloadURL, and most have no identifier.
        ("several_datasets", "ERROR"),
        ("several_datasets_with_licenses", "ERROR"),
        ("several_datasets_with_types", "ERROR"),
        ("several_datasets_for_harvest", "ERROR"),
        ("invalid_catalog_empty", "ERROR"),
        ("invalid_dataset_type", GatherCodes.NoDatasetList),
        ("missing_catalog_dataset", GatherCodes.NoDatasetList),
        ("missing_dataset", GatherCodes.NoDatasetList),
    ];

    [TestCaseSource(nameof(Verdicts))]
    public async Task Sample_GetsItsVerdict((string Sample, string Verdict) expected)
    {
        using var catalog = new TempCatalog();
        Assert.That(await VerdictAsync(catalog, expected.Sample), Is.EqualTo(expected.Verdict));
    }

    [Test]
    public void EverySample_IsInTheTable()
    {
        var samples = Directory.EnumerateFiles(Fixtures.Path("argentina", "samples"), "*.json").Select(Path.GetFileNameWithoutExtension);
        Assert.That(Verdicts.Select(v => v.Sample), Is.EquivalentTo(samples));
    }

    /// <summary>The reference's own reports: overall status, and for each dataset the paths of its errors.</summary>
    [TestCase("full_data")]
    [TestCase("minimum_data")]
    [TestCase("empty_optional_string")]
    [TestCase("null_field_description")]
    [TestCase("invalid_dataset_theme_type")]
    [TestCase("invalid_field_description_type")]
    [TestCase("invalid_multiple_fields_type")]
    [TestCase("mismatched_downloadURL_and_format")]
    [TestCase("mismatched_fileName_and_format")]
    [TestCase("multiple_missing_descriptions")]
    public async Task ExpectedReport_IsMet(string sample)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(Fixtures.Path("argentina", "expected", sample + ".json")));
        var error = report.RootElement.GetProperty("error");
        using var catalog = new TempCatalog();
        var verdict = await VerdictAsync(catalog, sample);

        var objects = catalog.Objects.List("ciudad", onlyWithFindings: false, 0, 100);
        var expected = error.GetProperty("dataset").EnumerateArray()
            .ToDictionary(d => d.GetProperty("identifier").GetString()!, d => d.GetProperty("errors").EnumerateArray().Select(PathInDataset).Order().ToList());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict, Is.EqualTo(report.RootElement.GetProperty("status").GetString()));
            foreach (var (identifier, paths) in expected)
            {
                var found = objects.Single(o => o.Identifier == identifier).Findings.Where(f => f.Severity == Severity.Error);
                Assert.That(found.Select(f => f.Pointer).Order(), Is.EqualTo(paths), identifier);
            }
        }
    }

    private static string PathInDataset(JsonElement error) =>
        string.Concat(error.GetProperty("path").EnumerateArray().Skip(2).Select(part => "/" + part.ToString()))
        + (error.GetProperty("validator").GetString() == "required" ? "/" + error.GetProperty("message").GetString()!.Split('\'')[1] : "");

    private static async Task<string> VerdictAsync(TempCatalog catalog, string sample)
    {
        var run = await catalog.HarvestAsync(Some.DataJsonSource(Fixtures.Path("argentina", "samples", sample + ".json")));
        if (run.Status == RunStatus.Failed) return run.Code!;
        var catalogErrors = DatasetJson.ReadFindings(run.CatalogFindings).Count(f => f.Severity >= Severity.Error);
        return catalogErrors == 0 && run.Conforming == run.Gathered ? "OK" : "ERROR";
    }
}
