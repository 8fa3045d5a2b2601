using Catalog.Harvest.Config;
using Microsoft.Extensions.Time.Testing;

namespace Catalog.Tests.Harvest.Config;

public sealed class ConfigSecretsTests
{
    /// <summary>Every place that can hold a string, each wrong for what it should be once the secret is filled in.</summary>
    private static readonly string[] Places =
    [
        "catalog: { title: a, description: b, url: '${TOKEN}' }",
        "catalog: { title: a, description: b, languages: ['${TOKEN}'] }",
        "catalog: { title: a, description: b, timeZone: '${TOKEN}' }",
        "catalog: { title: a, description: b, license: '${TOKEN}!' }",
        "catalog: { title: a, description: b, issued: '${TOKEN}' }",
        "catalog: { title: a, description: b, publisher: '${TOKEN}' }",
        "catalog: { title: a, description: b, url: 'https://u:${TOKEN}@example.org' }",
        "publishers: [{ id: 'X ${TOKEN}', name: a, email: '${TOKEN}', branch: '${TOKEN}' }]",
        "publishers: [{ id: '${TOKEN}', name: a }, { id: '${TOKEN}', name: b, parent: '${TOKEN}' }, { id: cc, name: c, parent: '${TOKEN}x' }]",
        "publishers: [{ id: '${TOKEN}', name: a, parent: '${TOKEN}' }]",
        "sectors: [{ id: aa, title: a, euTheme: '${TOKEN}', superThemes: ['${TOKEN}'] }]",
        "sources: [{ id: aa, type: '${TOKEN}' }]",
        "sources: [{ id: aa, type: datajson, url: '${TOKEN}' }]",
        "sources: [{ id: aa, type: datajson, url: 'ftp://${TOKEN}' }]",
        "sources: [{ id: aa, type: folder, url: '${TOKEN}', profile: '${TOKEN}', schedule: '${TOKEN}' }]",
        "sources: [{ id: aa, type: folder, url: mirror, mirrors: [{ from: '${TOKEN}', to: '${TOKEN}' }], headers: { A: '${TWO_LINES}' }, allowPrivateHosts: ['https://${TOKEN}/'] }]",
        "sources: [{ id: aa, type: folder, url: mirror, policy: { onInvalid: '${TOKEN}', maxRemovals: '${TOKEN}', schemas: ['${TOKEN}'] } }]",
        "sources: [{ id: aa, type: files, datasets: [{ identifier: a, title: b, description: c, frequency: '${TOKEN}', temporal: '${TOKEN}', contact: { email: '${TOKEN}' }, files: [{ url: '../${TOKEN}' }, { url: '${TOKEN}' }] }] }]",
    ];

    [TestCaseSource(nameof(Places))]
    public void WrongValueFromTheEnvironment_IsNeverQuoted(string yaml)
    {
        using var folder = ConfigSamples.Folder();
        if (!yaml.StartsWith("catalog", StringComparison.Ordinal)) yaml = "catalog: { title: a, description: b }\n" + yaml;
        if (!yaml.Contains("sources", StringComparison.Ordinal)) yaml += "\nsources: []";
        var errors = ConfigSamples.Load(folder, yaml).Errors;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(errors, Is.Not.Empty);
            Assert.That(string.Join('\n', errors), Does.Not.Contain("s3cr3t").And.Not.Contain("S3CR3T"));
        }
    }

    [Test]
    public void UnderstoodConfig_ShowsNoSecretInAnyTextOfItself()
    {
        using var folder = ConfigSamples.Folder();
        var config = ConfigSamples.Load(folder, ConfigSamples.Everything.Replace("CC0-1.0", "CC0-${TOKEN}").Replace("https://portal.example.org/files/", "'https://portal.example.org/${TOKEN}/'")).Config!;
        var source = config.Sources[0];
        object[] shown = [config, config.Sources, source, source.Headers, source.Mirrors, source.Policy, config.Sources[2].Datasets, string.Join('\n', ConfigSummary.Lines(config, new FakeTimeProvider()))];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(source.Url, Does.Contain(ConfigSamples.Secret), "the secret is there");
            Assert.That(config.Sources[2].Datasets[0].Json, Does.Contain(ConfigSamples.Secret), "the secret is there");
            foreach (var thing in shown) Assert.That($"{thing}", Does.Not.Contain(ConfigSamples.Secret));
        }
    }

    [TestCase("${NAME}", "missing-variable", "'NAME' is not set")]
    [TestCase("${EMPTY}", "missing-variable", "'EMPTY' is not set")]
    [TestCase("a ${NAME} and ${OTHER}", "missing-variable", "'OTHER' is not set")]
    [TestCase("${}", "bad-variable", "name of an environment variable")]
    [TestCase("${1X}", "bad-variable", "name of an environment variable")]
    [TestCase("${NAME:-x}", "bad-variable", "name of an environment variable")]
    [TestCase("${NAME", "bad-variable", "name of an environment variable")]
    public void VariableThatCannotBeFilledIn_IsNamed(string text, string code, string message)
    {
        using var folder = ConfigSamples.Folder();
        var errors = ConfigSamples.Load(folder, ConfigSamples.Least.Replace("title: Datos", $"title: '{text}'")).Errors;
        Assert.That(errors.Where(e => e.Code == code && (e.Line, e.Column) == (2, 10)).Select(e => e.Message), Has.Some.Contains(message));
    }

    [TestCase("$${NAME}", "${NAME}")]
    [TestCase("$5 and $$", "$5 and $$")]
    [TestCase("a$${b", "a${b")]
    [TestCase("${TOKEN}-${TOKEN}", ConfigSamples.Secret + "-" + ConfigSamples.Secret)]
    public void Dollar_IsLiteralUnlessItNamesAVariable(string text, string expected)
    {
        using var folder = ConfigSamples.Folder();
        var config = ConfigSamples.Load(folder, ConfigSamples.Least.Replace("title: Datos", $"title: '{text}'")).Config!;
        Assert.That(config.Catalog.Title.In("es"), Is.EqualTo(expected));
    }
}
