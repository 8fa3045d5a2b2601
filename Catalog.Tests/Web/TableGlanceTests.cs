using System.Text.RegularExpressions;
using Catalog.Core;
using Catalog.Core.Tabular.Rows;
using Catalog.Web.Tables;
using Dapper;

namespace Catalog.Tests.Web;

/// <summary>A dataset's page shows the first rows of its table, whatever its format, and how the table stands; never what is held.</summary>
public sealed class TableGlanceTests
{
    private FormatCity _city = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _city = await FormatCity.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _city.DisposeAsync();

    [TestCase("Planilla", "210 filas × 31 columnas", "Plaza Villa Marina, Av. del Puerto", "Hoja «datos» de una planilla")]
    [TestCase("Comunas", "8 filas × 7 columnas", "<td class=\"number\">17.351</td>", "GeoJSON: una fila por elemento")]
    [TestCase("Empleo", "90 filas × 5 columnas", "<td class=\"number\">47,4</td>", "JSON")]
    [TestCase("Pagos", "78 filas × 4 columnas", "<td class=\"number\">1.001,5</td>", "Separador: punto y coma")]
    public async Task EveryFormat_IsShownWithItsTypesAndHowItWasRead(string title, string measures, string cell, string evidence)
    {
        var page = await _city.Host.PageAsync(_city.PageOf(title));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Glance(page), Does.Contain(measures).And.Contains(cell).And.Contains(evidence));
            Assert.That(Regex.Count(Glance(page), "<tr>"), Is.EqualTo(1 + 8));
            Assert.That(page, Does.Contain($"href=\"{_city.TableOf(title)}#table\""));
        }
    }

    [TestCase("es", "1.001,5", "<td>sí</td>")]
    [TestCase("en", "1,001.5", "<td>yes</td>")]
    public async Task Numbers_AreWrittenAsTheReaderWritesThem(string language, string number, string truth)
    {
        foreach (var path in new[] { _city.PageOf("Pagos"), _city.TableOf("Pagos") })
            Assert.That(await _city.Host.PageAsync(path, language), Does.Contain($"<td class=\"number\">{number}</td>").And.Contains(truth), path);
    }

    [TestCase("es", "1.001,50", "monto.eq.1001.50")]
    [TestCase("en", "1,001.50", "monto.eq.1001.50")]
    [TestCase("es", "1001.5", "monto.eq.1001.5")]
    [TestCase("es", "mucho", "monto.eq.mucho")]
    public async Task FilterOfANumber_IsReadAsTheReaderWritesIt(string language, string written, string filter)
    {
        using var answer = await _city.Host.GetAsync($"{_city.TableOf("Pagos")}?fc=monto&fo=eq&fv={Uri.EscapeDataString(written)}", ("Accept-Language", language));
        Assert.That(Uri.UnescapeDataString(answer.Headers.Location!.ToString()), Does.EndWith("?filter=" + filter));
    }

    [Test]
    public async Task Glance_LeadsToFiltersChartAndMap()
    {
        var table = _city.TableOf("Comunas");
        var page = Glance(await _city.Host.PageAsync(_city.PageOf("Comunas")));
        Assert.That(page, Does.Contain($"{table}#table").And.Contains($"{table}?view=columns#table").And.Contains($"{table}?view=map#table"));
        Assert.That(Glance(await _city.Host.PageAsync(_city.PageOf("Pagos"))), Does.Contain("?view=chart#table").And.Not.Contain("?view=map"));
    }

    [Test]
    public async Task Geometry_IsNamedAndNotPrinted()
    {
        foreach (var path in new[] { _city.PageOf("Comunas"), _city.TableOf("Comunas"), _city.TableOf("Comunas") + "?view=columns" })
            Assert.That(await _city.Host.PageAsync(path), Does.Contain("polígono").And.Not.Contain("&quot;coordinates&quot;"), path);
    }

    [Test]
    public async Task FileThatIsNoTable_HasNoGlanceAndSaysSo()
    {
        var page = await _city.Host.PageAsync(_city.PageOf("Informe"));
        Assert.That(page, Does.Contain("no es una tabla").And.Not.Contain("id=\"preview\"").And.Not.Contain("#table"));
    }

    [Test]
    public async Task ColumnsOfPersons_AreLeftOutOfEverythingButTheRows()
    {
        var table = _city.TableOf("Personas");
        var glance = await _city.Host.PageAsync(_city.PageOf("Personas"));
        var rows = await _city.Host.PageAsync(table);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Glance(glance), Does.Contain("dni, correo").And.Contains("parecen tener datos de personas").And.Contains("<td>Norte</td>"));
            Assert.That(rows, Does.Contain("Estas columnas parecen tener datos de personas").And.Contains(FormatCity.Secret), "the source publishes them");
            foreach (var view in new[] { "?view=columns", "?view=chart", "?view=chart&x=dni&fn=sum&of=dni", "?view=chart&x=correo", "?view=map", "?view=report", "?view=map&label=correo&color=dni&size=dni" })
                Assert.That(await _city.Host.PageAsync(table + view), Does.Not.Contain(FormatCity.Secret).And.Not.Contain("20137911").And.Not.Contain("20.137.911"), view);
            foreach (var document in new[] { "/profile", "/schema", "/report", "/report.csv" })
                Assert.That(await _city.Host.PageAsync(_city.ApiOf("Personas") + document), Does.Not.Contain(FormatCity.Secret).And.Not.Contain("20137911"), document);
            Assert.That(glance, Does.Not.Contain(FormatCity.Secret));
        }
    }

    [Test]
    public async Task HeldVersion_LeavesTheLastGoodOneAndIsNowhereShown()
    {
        var (page, table) = (_city.PageOf("Padrón"), _city.TableOf("Padrón"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _city.Host.PageAsync(page), Does.Contain("La tabla de la versión 2 está retenida").And.Contains("Se muestra la versión 1").And.Contains("40 filas × 3 columnas"));
            Assert.That(await _city.Host.PageAsync(table + "/versions"), Does.Contain("Retenida").And.Contains("?report=2#report"));
            Assert.That(await _city.Host.PageAsync(table + "/versions?report=2"), Does.Contain("personal-dni").And.Contains("números de documento"));
            Assert.That(await _city.Host.PageAsync("/harvest/cuidadosa"), Does.Contain("Tablas con observaciones").And.Contains($"{table}/versions?report=2#report").And.Contains("Retenida"));
            await NothingOfPersonsAsync(page, table, _city.ApiOf("Padrón"));
        }
    }

    [Test]
    public async Task HeldFirstVersion_HasNoRowsAnywhere()
    {
        var (page, table) = (_city.PageOf("Listado"), _city.TableOf("Listado"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _city.Host.PageAsync(page), Does.Contain("está retenida hasta que alguien la revise").And.Not.Contain("id=\"preview\""));
            Assert.That(await _city.Host.PageAsync(table), Does.Contain("está retenida hasta que alguien la revise").And.Not.Contain("class=\"explorer\""));
            await NothingOfPersonsAsync(page, table, _city.ApiOf("Listado"));
        }
    }

    private async Task NothingOfPersonsAsync(string page, string table, string api)
    {
        foreach (var path in new[] { page, table, $"{table}?filter=correo.contains.a", $"{table}?view=columns", $"{table}?view=chart&x=correo", $"{table}?view=report", $"{table}/versions", $"{table}/versions?from=1&to=2", $"{table}/versions?report=1", $"{table}/versions?report=2", "/harvest/cuidadosa", api, $"{api}?version=2", $"{api}.csv", $"{api}/report", $"{api}/report?version=2", $"{api}/profile", $"{api}/diff?from=1&to=2", $"{api}/versions" })
            Assert.That(await _city.Host.PageAsync(path), Does.Not.Contain(FormatCity.Secret).And.Not.Contain("20137911").And.Not.Contain("20.137.911"), path);
    }

    [Test]
    public async Task FileThatIsStillToBeRead_IsSaidToBe()
    {
        var id = _city.Dataset("Ciclovías").Dataset.Distributions[0].Id;
        _city.Catalog.Database.Write(session =>
        {
            session.Connection.Execute("DELETE FROM table_version WHERE distribution_id = @id", new { id }, session.Transaction);
            session.Connection.Execute("DELETE FROM table_load WHERE distribution_id = @id", new { id }, session.Transaction);
        });
        foreach (var path in new[] { _city.PageOf("Ciclovías"), _city.TableOf("Ciclovías") })
            Assert.That(await _city.Host.PageAsync(path), Does.Contain("se está leyendo").And.Not.Contain("id=\"preview\""), path);
    }

    [Test]
    public async Task GlanceThatDoesNotComeInTime_LeavesTheRestOfThePage()
    {
        await using var busy = await FormatCity.StartAsync(Limits.Default with { GlanceTime = TimeSpan.FromMilliseconds(100), QueriesAtOnce = 1 });
        var taken = new HeldTurn();
        var held = await taken.TakeAsync(busy);
        var page = await busy.Host.PageAsync(busy.PageOf("Planilla"));
        taken.Release();
        await held;
        var again = await busy.Host.PageAsync(busy.PageOf("Planilla"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("no llegaron a tiempo").And.Contains("210 filas × 31 columnas").And.Contains("Historial"));
            Assert.That(Glance(again), Does.Contain("Plaza Villa Marina"));
        }
    }

    /// <summary>A reader of another table who takes long over the first row.</summary>
    private sealed class HeldTurn : IRowWriter
    {
        private readonly TaskCompletionSource _taken = new();
        private readonly ManualResetEventSlim _released = new();

        public async Task<Task> TakeAsync(FormatCity city)
        {
            var view = await city.Host.Service<TableExplorer>().ViewAsync(city.Dataset("Comunas").Dataset.Distributions[0].Id, new TableQuery { Tab = TableTab.Report }, CancellationToken.None);
            var reading = city.Host.Service<TableQueries>().PageAsync(view!.Table, RowQuery.All, null, 1, this, CancellationToken.None);
            await _taken.Task;
            return reading;
        }

        public void Begin(IReadOnlyList<ResultColumn> columns)
        {
            _taken.SetResult();
            _released.Wait();
        }

        public void Write(RowReader row)
        {
            // One row is as good as none: it is the turn that is wanted.
        }

        public void Release() => _released.Set();
    }

    private static string Glance(string page)
    {
        var at = page.IndexOf("<section id=\"preview\"", StringComparison.Ordinal);
        Assert.That(at, Is.Positive, "there is a glance");
        return page[at..page.IndexOf("</section>", at, StringComparison.Ordinal)];
    }
}
