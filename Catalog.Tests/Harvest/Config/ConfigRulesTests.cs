using Catalog.Harvest.Config;
using static Catalog.Harvest.Config.ConfigErrorCodes;

namespace Catalog.Tests.Harvest.Config;

/// <summary>One row for every rule: what is written, and the code, place and words that answer it.</summary>
public sealed class ConfigRulesTests
{
    private const string Head = "catalog: { title: a, description: b }\n";

    /// <summary>The whole file is the snippet.</summary>
    private static readonly object[] Files =
    [
        Row("", EmptyFile, 1, 1, "says nothing"),
        Row("# nothing\n", EmptyFile, 1, 1, "says nothing"),
        Row("~", EmptyFile, 1, 1, "says nothing"),
        Row("- a", WrongKind, 1, 1, "the config is a list; it must be a map of catalog, publishers"),
        Row("a: b: c", YamlSyntax, 1, 5, "invalid mapping", "quote a text that contains"),
        Row("catalog:\n\ttitle: a", YamlSyntax, 1, 1, "tab", "line 2 is indented with a tab"),
        Row("a: @b", YamlSyntax, 1, 4, "cannot start", "begins with '@'"),
        Row("a: 'b", YamlSyntax, 1, 4, "end of stream", "closing quote"),
        Row("a: \"C:\\data\"", YamlSyntax, 1, 4, "escape", "single quotes"),
        Row("a: { b: ${C} }", YamlSyntax, 1, 10, "flow mapping", "quote a value that contains '${NAME}'"),
        Row("a: [b\nc: d", YamlSyntax, 2, 1, "not YAML", "bracket"),
        Row(Head + "sources: []\n---\na: b", SeveralDocuments, 3, 1, "second YAML document", "---"),
        Row(Head + "sources: []\nsources: []", DuplicateKey, 3, 1, "'sources' is written twice", "line 2"),
        Row(Head + "sources: []\n[a]: b", WrongKind, 3, 1, "a key is a list"),
        Row(Head + "sources: *there", UnknownAlias, 2, 10, "&there"),
        Row("a: &x [*x]", UnknownAlias, 1, 8, "&x"),
        Row("a: \0", BadCharacter, 1, 4, "control character"),
        Row(Head + "sources: []\na: \"\\0\"", UnknownKey, 3, 1, "unknown key 'a' in the config"),
        Row(new string('[', 40), TooDeep, 1, 33, "deeper than 32"),
        Row("catalog: 5", MissingKey, 1, 1, "the config lacks 'sources'"),
        Row("sources: []", MissingKey, 1, 1, "the config lacks 'catalog'"),
        Row("catalog: 5\nsources: []", WrongKind, 1, 10, "catalog is a string; it must be a map of title, description"),
        Row(Head + "souces: []", UnknownKey, 2, 1, "unknown key 'souces' in the config", "did you mean 'sources'?"),
        Row(Head + "sources:", EmptyValue, 2, 9, "sources has no value; it must be a list of sources"),
        Row(Head + "sources: portal", WrongKind, 2, 10, "sources is a string; it must be a list", "[portal]"),
        Row(Head + "sources: []\nfoo: 1", UnknownKey, 3, 1, "'foo'", "allowed: catalog, publishers, sectors, sources"),
        Row(Head + "sources: []\n<<: { a: b }", UnknownKey, 3, 1, "'<<'", "merge keys"),
    ];

    /// <summary>Keys of the catalog, each at line 2, column 3.</summary>
    private static readonly object[] CatalogKeys =
    [
        Row("title: a", MissingKey, 2, 3, "catalog lacks 'description'"),
        Row("title: []", WrongKind, 2, 10, "catalog.title is a list; it must be a string, or a map of language to string"),
        Row("title:", EmptyValue, 2, 9, "catalog.title has no value"),
        Row("title: null", EmptyValue, 2, 10, "catalog.title has no value"),
        Row("title: ''", EmptyValue, 2, 10, "catalog.title is empty"),
        Row("title: {}", EmptyValue, 2, 10, "empty map"),
        Row("title: { spanish: a }", BadLanguage, 2, 12, "'spanish' is not a language code"),
        Row("title: { es: a, ES: b }", DuplicateKey, 2, 19, "language 'ES' twice"),
        Row("title: { es: [a] }", WrongKind, 2, 16, "catalog.title.es is a list; it must be a string"),
        Row("title: \"a\\0\"", BadCharacter, 2, 10, "control character"),
        Row("hompage: a", UnknownKey, 2, 3, "'hompage' in catalog", "did you mean 'homepage'?"),
        Row("titel: a", UnknownKey, 2, 3, "'titel' in catalog", "allowed: title, description"),
        Row("url: datos.example.org", BadUrl, 2, 8, "'datos.example.org' is not an absolute http(s) URL"),
        Row("url: www.example.org", BadUrl, 2, 8, "'www.example.org'", "write 'https://www.example.org'"),
        Row("url: ftp://example.org", BadUrl, 2, 8, "'ftp://example.org'"),
        Row("url: https:example.org", BadUrl, 2, 8, "'https:example.org'"),
        Row("url: https://ana:clave@example.org", UrlCredentials, 2, 8, "catalog.url carries a user name", "headers"),
        Row("languages: es", WrongKind, 2, 14, "catalog.languages is a string; it must be a list of strings", "[es]"),
        Row("languages: [es_AR]", BadLanguage, 2, 15, "'es_AR'", "write 'es-AR'"),
        Row("languages: []", EmptyValue, 2, 14, "empty list"),
        Row("timeZone: America/Buenos_Aries", BadTimeZone, 2, 13, "not an IANA time zone", "did you mean 'America/Argentina/Buenos_Aires'?"),
        Row("timeZone: Argentina Standard Time", BadTimeZone, 2, 13, "not an IANA time zone", "did you mean 'America/"),
        Row("timeZone: ../../etc/passwd", BadTimeZone, 2, 13, "not an IANA time zone", "for example"),
        Row("license: all rights reserved", BadLicense, 2, 12, "neither an id nor a URL", "CC-BY-4.0"),
        Row("homepage: example", BadUrl, 2, 13, "'example'"),
        Row("issued: 31/05/2020", BadDate, 2, 11, "'31/05/2020' is not an ISO 8601 date", "2024-05-31"),
        Row("publisher: salud", UnknownId, 2, 14, "no publisher has the id 'salud'", "no publishers in this config"),
    ];

    /// <summary>Line 2 and what follows; the sources are empty where there are none.</summary>
    private static readonly object[] Lists =
    [
        Row("publishers: [{ name: a }]", MissingKey, 2, 14, "publishers[0] lacks 'id'"),
        Row("publishers: [salud]", WrongKind, 2, 14, "publishers[0] is a string; it must be a map of id, name, description, parent, ..."),
        Row("publishers: [{ id: Salud Pública, name: a }]", BadId, 2, 20, "'Salud Pública'", "for example 'salud-publica'"),
        Row("publishers: [{ id: a, name: a }]", BadId, 2, 20, "2 to 100 characters"),
        Row("publishers: [{ id: aa, name: a }, { id: aa, name: b }]", DuplicateId, 2, 41, "another publisher has the id 'aa'", "line 2"),
        Row("publishers: [{ id: salud, name: a }, { id: bb, name: b, parent: salut }]", UnknownId, 2, 65, "no publisher has the id 'salut'", "did you mean 'salud'?"),
        Row("publishers: [{ id: salud, name: a, parent: xyz }]", UnknownId, 2, 44, "'xyz'", "there are: salud"),
        Row("publishers: [{ id: aa, name: a, parent: aa }]", ParentCycle, 2, 41, "aa -> aa"),
        Row("publishers: [{ id: cc, name: c, parent: aa }, { id: aa, name: a, parent: bb }, { id: bb, name: b, parent: aa }]", ParentCycle, 2, 74, "aa -> bb -> aa"),
        Row("publishers: [{ id: aa, name: a, branch: judicial }]", NotAllowed, 2, 41, "allowed: executive, judiciary, legislature, other", "did you mean 'judiciary'?"),
        Row("publishers: [{ id: aa, name: a, branch: Executive }]", NotAllowed, 2, 41, "'Executive'", "did you mean 'executive'?"),
        Row("publishers: [{ id: aa, name: a, email: a.b }]", BadEmail, 2, 40, "'a.b' is not an e-mail address"),
        Row("publishers: [{ id: aa, name: a, email: 'mailto:a@b.org' }]", BadEmail, 2, 40, "mailto", "without 'mailto:'"),
        Row("publishers: [{ id: aa, name: a, url: b }]", BadUrl, 2, 38, "'b'"),
        Row("publishers: [{ id: aa, name: a, aliases: b }]", WrongKind, 2, 42, "publishers[0].aliases"),
        Row("publishers: [{ id: aa, name: a, parnet: b }]", UnknownKey, 2, 33, "in publishers[0]", "'parent'"),
        Row("sectors: [{ id: aa }]", MissingKey, 2, 11, "sectors[0] lacks 'title'"),
        Row("sectors: [{ id: aa, title: a }, { id: aa, title: a }]", DuplicateId, 2, 39, "another sector"),
        Row("sectors: [{ id: aa, title: a, euTheme: HEALTH }]", NotAllowed, 2, 40, "'HEALTH'", "did you mean 'HEAL'?"),
        Row("sectors: [{ id: aa, title: a, superThemes: [OP_DATPRO] }]", NotAllowed, 2, 45, "superThemes[0]"),
        Row("sources: [{ id: aa }]", MissingKey, 2, 11, "sources[0] lacks 'type'"),
        Row("sources: [{ id: aa, type: data.json }]", NotAllowed, 2, 27, "allowed: datajson, dcat, folder, files", "did you mean 'datajson'?"),
        Row("sources: [{ id: aa, type: folder, url: mirror }, { id: aa, type: folder, url: mirror }]", DuplicateId, 2, 56, "another source has the id 'aa'"),
        Row("sources: [{ id: aa, type: datajson }]", MissingKey, 2, 11, "sources[0] lacks 'url'", "data.json"),
        Row("sources: [{ id: aa, type: datajson, url: nowhere.json }]", MissingPath, 2, 42, "there is no file 'nowhere.json'", "looked for {folder}"),
        Row("sources: [{ id: aa, type: datajson, url: mirror }]", MissingPath, 2, 42, "there is no file 'mirror'", "is a folder"),
        Row("sources: [{ id: aa, type: datajson, url: 'file:///data.json' }]", BadUrl, 2, 42, "file:///data.json"),
        Row("sources: [{ id: aa, type: datajson, url: 'https://u@example.org/' }]", UrlCredentials, 2, 42, "sources[0].url"),
        Row("sources: [{ id: aa, type: folder, url: nowhere }]", MissingPath, 2, 40, "there is no folder 'nowhere'", "looked for {folder}"),
        Row("sources: [{ id: aa, type: folder, url: data/camas.csv }]", MissingPath, 2, 40, "there is no folder", "is a file"),
        Row("sources: [{ id: aa, type: folder, url: 'https://example.org' }]", MissingPath, 2, 40, "must be the path of a folder"),
        Row("sources: [{ id: aa, type: folder, url: mirror, datasets: [] }]", MisplacedKey, 2, 58, "of type folder and has no 'datasets'"),
        Row("sources: [{ id: aa, type: files }]", MissingKey, 2, 11, "sources[0] lacks 'datasets'"),
        Row("sources: [{ id: aa, type: files, url: mirror, datasets: [] }]", MisplacedKey, 2, 39, "of type files and has no 'url'"),
    ];

    /// <summary>Further keys of a folder source, from line 6, column 5.</summary>
    private static readonly object[] SourceKeys =
    [
        Row("publisher: salud", UnknownId, 6, 16, "no publisher has the id 'salud'"),
        Row("sectors: [salut]", UnknownId, 6, 15, "no sector has the id 'salut'", "did you mean 'salud'?"),
        Row("profile: dcat", NotAllowed, 6, 14, "allowed: auto, argentina, dcat-us, none"),
        Row("language: español", BadLanguage, 6, 15, "'español'"),
        Row("schedule: 30 3 * * *", BadCron, 6, 15, "not a Quartz cron expression", "in Quartz it is '0 30 3 * * ?'"),
        Row("schedule: daily", BadCron, 6, 15, "'daily'", "'0 30 3 * * ?' is every day"),
        Row("schedule: 0 0 0 30 2 ?", BadCron, 6, 15, "never fires"),
        Row("schedule: [a]", WrongKind, 6, 15, "it must be a cron string, or a map of cron and timeZone"),
        Row("schedule: { timeZone: UTC }", MissingKey, 6, 15, "schedule lacks 'cron'"),
        Row("schedule: { cron: 0 61 3 * * ? }", BadCron, 6, 23, "'0 61 3 * * ?'"),
        Row("schedule: { cron: 0 0 3 * * ?, timezone: UTC }", UnknownKey, 6, 36, "'timezone'", "did you mean 'timeZone'?"),
        Row("schedule: { cron: 0 0 3 * * ?, timeZone: Marte }", BadTimeZone, 6, 46, "'Marte'"),
        Row("policy: { onInvalid: drop }", NotAllowed, 6, 26, "allowed: publish, hold"),
        Row("tables: [{ dataset: a }]", MissingKey, 6, 14, "tables[0] has neither 'schema' nor 'dialect'"),
        Row("tables: [{ schema: nowhere.json }]", MissingPath, 6, 24, "there is no file 'nowhere.json'"),
        Row("tables: [{ schema: schemas/list.json }]", BadSchema, 6, 24, "the schema 'schemas/list.json' cannot be used: The schema is no JSON object."),
        Row("tables: [{ schema: schemas/fields.json }]", BadSchema, 6, 24, "There is already a field 'a'. (/fields/1/name)", "Give each column its own name."),
        Row("tables: [{ squema: a, dialect: {} }]", UnknownKey, 6, 16, "'squema'", "did you mean 'schema'?"),
        Row("tables: [{ dialect: { encoding: latin-9000 } }]", NotAllowed, 6, 37, "'latin-9000' is no known encoding", "windows-1252"),
        Row("tables: [{ dialect: { quoteChar: ab } }]", NotAllowed, 6, 38, "quoteChar must be one character, or none"),
        Row("tables: [{ dialect: { skipRows: some } }]", NotAllowed, 6, 37, "skipRows must be a whole number up to 1000"),
        Row("policy: { maxRemovals: -1 }", BadMaxRemovals, 6, 28, "'-1'", "5 or 10%"),
        Row("policy: { maxRemovals: 101% }", BadMaxRemovals, 6, 28, "'101%'"),
        Row("policy: { maxRemovals: -5% }", BadMaxRemovals, 6, 28, "'-5%'"),
        Row("policy: { maxRemovals: 0.1 }", BadMaxRemovals, 6, 28, "'0.1'"),
        Row("policy: { maxRemovals: many }", BadMaxRemovals, 6, 28, "'many'"),
        Row("policy: { maxRemovals: '%' }", BadMaxRemovals, 6, 28, "'%'"),
        Row("policy: { maxRowLoss: 10 }", BadShare, 6, 27, "'10'", "10%"),
        Row("policy: { maxNullRise: 101% }", BadShare, 6, 28, "'101%'"),
        Row("policy: { maxRemovals: 99999999999 }", BadMaxRemovals, 6, 28, "99999999999"),
        Row("policy: { schemas: [nowhere.json] }", MissingPath, 6, 25, "nowhere.json", "looked for {folder}"),
        Row("policy: { schemas: [schemas/broken.json] }", BadSchema, 6, 25, "is not JSON", "line 2"),
        Row("policy: { schemas: [schemas/list.json] }", BadSchema, 6, 25, "is not a JSON object"),
        Row("mirrors: [{ from: 'https://example.org/' }]", MissingKey, 6, 15, "mirrors[0] lacks 'to'"),
        Row("mirrors: [{ from: here, to: mirror }]", BadUrl, 6, 23, "'here'"),
        Row("mirrors: [{ from: 'https://example.org/', to: nowhere }]", MissingPath, 6, 51, "there is no folder 'nowhere'"),
        Row("headers: { 'X Y': a }", BadHeader, 6, 16, "'X Y' is not a header name"),
        Row("headers: { host: a }", BadHeader, 6, 16, "'host' is set by the harvester"),
        Row("headers: { A: a, a: b }", BadHeader, 6, 22, "'a' is written twice"),
        Row("headers: { A: año }", BadHeader, 6, 19, "header 'A' is not one line of ASCII"),
        Row("headers: { A: '${TWO_LINES}' }", BadHeader, 6, 19, "header 'A' is not one line of ASCII"),
        Row("headers: [A]", WrongKind, 6, 14, "it must be a map of header name to string"),
        Row("allowPrivateHosts: ['http://intranet/']", BadHost, 6, 25, "not a plain host name", "write 'intranet'"),
        Row("allowPrivateHosts: ['*.example.org']", BadHost, 6, 25, "'*.example.org'"),
        Row("allowPrivateHosts: ['intranet:8080']", BadHost, 6, 25, "'intranet:8080'"),
        Row("shedule: x", UnknownKey, 6, 5, "'shedule' in sources[0]", "did you mean 'schedule'?"),
    ];

    /// <summary>Further keys of a dataset, from line 9, column 9.</summary>
    private static readonly object[] DatasetKeys =
    [
        Row("keywords: a", WrongKind, 9, 19, "it must be a list of strings"),
        Row("keyword: [a]", UnknownKey, 9, 9, "'keyword' in sources[0].datasets[0]", "did you mean 'keywords'?"),
        Row("superThemes: [heal]", NotAllowed, 9, 23, "'heal'", "did you mean 'HEAL'?"),
        Row("publisher: salud", UnknownId, 9, 20, "no publisher has the id 'salud'"),
        Row("contact: a@b.org", WrongKind, 9, 18, "contact is a string; it must be a map of name, email"),
        Row("contact: {}", EmptyValue, 9, 18, "neither name nor email"),
        Row("contact: { email: a }", BadEmail, 9, 27, "'a'"),
        Row("issued: ayer", BadDate, 9, 17, "'ayer'"),
        Row("modified: 2020-02-30", BadDate, 9, 19, "'2020-02-30'"),
        Row("frequency: mensual", BadFrequency, 9, 20, "'mensual'", "write R/P1M"),
        Row("frequency: R/P", BadFrequency, 9, 20, "'R/P'", "for example"),
        Row("temporal: 2019", BadPeriod, 9, 19, "'2019' is not a period", "2019-01-01/2019-12-31"),
        Row("temporal: 2020-01-01/2019-01-01", BadPeriod, 9, 19, "ends before it begins"),
        Row("license: de todos", BadLicense, 9, 18, "'de todos'"),
        Row("landingPage: /camas", BadUrl, 9, 22, "'/camas'"),
        Row("languages: [castellano]", BadLanguage, 9, 21, "'castellano'"),
    ];

    /// <summary>Files of a dataset, from line 9, column 16.</summary>
    private static readonly object[] FileLists =
    [
        Row("[]", EmptyValue, 9, 16, "files is an empty list", "at least one file"),
        Row("[{ title: a }]", MissingKey, 9, 17, "files[0] lacks 'url'"),
        Row("[{ url: data/nothing.csv }]", MissingPath, 9, 24, "there is no file 'data/nothing.csv'", "looked for {folder}"),
        Row("[{ url: ../camas.csv }]", OutsideFolder, 9, 24, "outside the folder of the config", "{folder}"),
        Row("[{ url: data/../../x.csv }]", OutsideFolder, 9, 24, "outside the folder"),
        Row("[{ url: /etc/hostname }]", OutsideFolder, 9, 24, "outside the folder"),
        Row("[{ url: 'ftp://example.org/a.csv' }]", BadUrl, 9, 24, "ftp://"),
        Row("[{ url: data/camas.csv }, { url: ./data/camas.csv }]", DuplicateId, 9, 49, "another file of this dataset"),
        Row("[{ url: data/camas.csv, identifier: a }, { url: data/camas.csv, identifier: a }]", DuplicateId, 9, 92, "another file of this dataset has the id 'a'"),
        Row("[{ url: data/camas.csv, issued: x }]", BadDate, 9, 48, "'x'"),
        Row("[{ url: data/camas.csv, licence: x }]", UnknownKey, 9, 40, "'licence'", "did you mean 'license'?"),
        Row("[{ url: data/camas.csv, fields: [{ type: string }] }]", MissingKey, 9, 49, "fields[0] lacks 'name'"),
        Row("[{ url: data/camas.csv, fields: [{ name: a }, { name: a }] }]", DuplicateId, 9, 70, "another field of this file"),
        Row("[{ url: data/camas.csv, fields: [{ name: a, unit: b }] }]", UnknownKey, 9, 60, "'unit'", "did you mean 'units'?"),
    ];

    [TestCaseSource(nameof(Files))]
    public void File_IsAnswered(string yaml, string code, int line, int column, string message, string hint) => Answer(yaml, code, line, column, message, hint);

    [TestCaseSource(nameof(CatalogKeys))]
    public void Catalog_IsAnswered(string keys, string code, int line, int column, string message, string hint)
    {
        var rest = string.Concat(new[] { "title", "description" }.Where(key => !keys.StartsWith(key, StringComparison.Ordinal) && code != MissingKey).Select(key => $"  {key}: a\n"));
        Answer($"catalog:\n  {keys}\n{rest}sources: []\n", code, line, column, message, hint);
    }

    [TestCaseSource(nameof(Lists))]
    public void List_IsAnswered(string yaml, string code, int line, int column, string message, string hint) =>
        Answer(Head + yaml + (yaml.StartsWith("sources", StringComparison.Ordinal) ? "" : "\nsources: []"), code, line, column, message, hint);

    [TestCaseSource(nameof(SourceKeys))]
    public void Source_IsAnswered(string key, string code, int line, int column, string message, string hint) =>
        Answer(Head + "sources:\n  - id: aa\n    type: folder\n    url: mirror\n    " + key, code, line, column, message, hint);

    [TestCaseSource(nameof(DatasetKeys))]
    public void Dataset_IsAnswered(string key, string code, int line, int column, string message, string hint) =>
        Answer(Dataset + key + "\n        files: [{ url: data/camas.csv }]", code, line, column, message, hint);

    [TestCaseSource(nameof(FileLists))]
    public void FileOfADataset_IsAnswered(string files, string code, int line, int column, string message, string hint) =>
        Answer(Dataset + "files: " + files, code, line, column, message, hint);

    [TestCase("sources: []", NoSources, 2, 10, "nothing is harvested")]
    [TestCase("sources: [{ id: aa, type: folder, url: mirror, schedule: '* 30 3 * * ?' }]", BusyCron, 2, 58, "fires every second of its minutes")]
    [TestCase("sources: [{ id: aa, type: datajson, url: 'http://example.org/', headers: { A: b } }]", PlainHeaders, 2, 74, "unencrypted")]
    public void DoubtfulConfig_IsUsedWithAWarning(string yaml, string code, int line, int column, string message)
    {
        using var folder = ConfigSamples.Folder();
        var result = ConfigSamples.Load(folder, Head + yaml);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Config, Is.Not.Null);
            Assert.That(result.Warnings.Select(w => (w.Code, w.Line, w.Column)), Is.EqualTo(new[] { (code, line, column) }));
            Assert.That(result.Warnings[0].Message, Does.Contain(message));
        }
    }

    private const string Dataset = Head + "sources:\n  - id: aa\n    type: files\n    datasets:\n      - identifier: a\n        title: b\n        description: c\n        ";

    private static object[] Row(string yaml, string code, int line, int column, string message, string hint = "") => [yaml, code, line, column, message, hint];

    /// <summary>The expected error and no other: a rule that sets off a second message confuses its reader.</summary>
    private static void Answer(string yaml, string code, int line, int column, string message, string hint)
    {
        using var folder = ConfigSamples.Folder();
        var result = ConfigSamples.Load(folder, yaml);
        var expected = (code, line, column);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Config, Is.Null);
            var error = result.Errors.FirstOrDefault(e => (e.Code, e.Line, e.Column) == expected);
            Assert.That(error, Is.Not.Null, string.Join('\n', result.Errors));
            Assert.That(error?.Message, Does.Contain(message));
            Assert.That(error?.Hint ?? "", Does.Contain(hint.Replace("{folder}", folder.Path)));
            if (!yaml.StartsWith("catalog: 5", StringComparison.Ordinal) && code is not UnknownKey) Assert.That(result.Errors, Has.Count.EqualTo(1), string.Join('\n', result.Errors));
        }
    }
}
