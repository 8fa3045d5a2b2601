using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Schemas;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Tabular.Profiling;

/// <summary>Types that others found or declared for their own files, and those found here: docs/conformance-table-types.md.</summary>
public sealed class TypeConformanceTests
{
    private static readonly string[] Packages =
    [
        "countries.json", "country.package.json", "number/datapackage.json", "package/datapackage.json", "geopoint/datapackage.json", "issue-1100.package.json", "issue-1105.package.json", "issue-1478/resource.json",
        "issue-1004.package.json", "package-1067.json", "detailed-with-schema.package.json", "datapackage.json",
    ];

    [Test]
    public void CsvDetectivesAnalysis_IsOurs()
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Fixtures.Path("csv", "csv_detective_tests", "tests", "data", "a_test_file.json")));
        var profile = TableProfiler.Profile(MemoryTable.Open(Fixtures.Path("csv", "csv_detective_tests", "tests", "data", "a_test_file.csv")), Limits.Default, default);
        var rows = new List<string>();
        using (Assert.EnterMultipleScope())
        {
            foreach (var column in expected.RootElement.GetProperty("columns").EnumerateObject())
            {
                var found = profile.Find(column.Name);
                Assert.That(found, Is.Not.Null, column.Name);
                if (found is null) continue;
                var type = column.Value.GetProperty("python_type").GetString()!;
                var format = column.Value.GetProperty("format").GetString()!;
                var wanted = type switch { "int" => "integer", "float" => "number", "json" => format == "geojson" ? "geojson" : "object", _ => "string" };
                Assert.That(found.Field.Type.Name(), Is.EqualTo(wanted), column.Name);
                rows.Add($"| csv-detective `a_test_file.csv` | `{column.Name}` | {type}, {format} | {TypeInferenceTests.Described(found.Field)} |");
            }
        }
        AssertDocumented(rows);
    }

    /// <summary>A file is read by the schema that its own package declares, or the table says why not.</summary>
    [Test]
    public void PackagesOfFrictionless_AreCheckedAgainstTheirOwnSchemas()
    {
        var rows = new List<string>();
        foreach (var name in Packages)
        {
            var path = Fixtures.Path(["csv", "frictionless_data", "data", .. name.Split('/')]);
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var resources = document.RootElement.TryGetProperty("resources", out var list) ? list.EnumerateArray().ToList() : [document.RootElement];
            foreach (var resource in resources)
            {
                if (!resource.TryGetProperty("path", out var file) || file.ValueKind != JsonValueKind.String || !resource.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.Object) continue;
                var data = Path.Combine(Path.GetDirectoryName(path)!, file.GetString()!);
                if (!data.EndsWith(".csv", StringComparison.Ordinal) || !File.Exists(data)) continue;
                var read = TableSchemaReader.Read(schema, "", Limits.Default);
                var table = MemoryTable.Open(data);
                var report = TableChecker.Check(table, read.Schema!, Limits.Default, default);
                var verdict = report.IsValid ? "valid" : string.Join(", ", report.Counts.Where(c => c.Severity >= Catalog.Core.Validation.Severity.Error).Select(c => $"{c.Code} ({c.Column}): {c.Count}"));
                rows.Add($"| `{name}` | `{file.GetString()}` | {report.Rows} | {verdict} |");
            }
        }
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(12));
        AssertDocumented(rows);
    }

    private static void AssertDocumented(List<string> rows)
    {
        var path = Path.Combine(Fixtures.RepositoryRoot, "docs", "conformance-table-types.md");
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        var missing = rows.Where(row => !text.Contains(row, StringComparison.Ordinal)).ToList();
        if (missing.Count > 0) Assert.Fail("docs/conformance-table-types.md lacks:\n" + string.Join('\n', missing));
    }
}
