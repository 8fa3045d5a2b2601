using System.Text.Json;
using Catalog.Core;
using Catalog.Web.Tables;
using CsCheck;

namespace Catalog.Tests.Web;

/// <summary>Maps: every kind of shape, what cannot be drawn, and what is too much to be drawn finely.</summary>
public sealed class TableMapTests
{
    private FormatCity _city = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _city = await FormatCity.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _city.DisposeAsync();

    [Test]
    public async Task EveryGeometry_IsDrawnAndNamedInTheTable()
    {
        var data = await _city.DrawingAsync("Formas", "?view=map");
        var page = await _city.Host.PageAsync(_city.TableOf("Formas") + "?view=map");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((data.GetProperty("points").GetArrayLength(), data.GetProperty("lines").GetArrayLength(), data.GetProperty("areas").GetArrayLength()), Is.EqualTo((4, 4, 3)));
            Assert.That(data.GetProperty("labels").EnumerateArray().Select(l => l.GetString()), Is.EqualTo(new[] { "Punto", "Puntos", "Línea", "Líneas", "Con hueco", "Islas", "Todo" }));
            Assert.That(data.GetProperty("box").EnumerateArray().Select(d => d.GetDouble()), Is.EqualTo(new[] { -58.5, -34.7, -57.9, -34.1 }));
            foreach (var kind in new[] { "punto", "puntos", "línea", "líneas", "polígono", "polígonos", "geometrías" }) Assert.That(page, Does.Contain($"<td>{kind}</td>"));
            Assert.That(page, Does.Contain("1 fila tiene un lugar que no se puede dibujar").And.Contains("7 de 8 filas con lugar"));
        }
    }

    [Test]
    public async Task Hole_TurnsTheOtherWayThanItsArea()
    {
        var data = await _city.DrawingAsync("Formas", "?view=map");
        var rings = data.GetProperty("areas").EnumerateArray().First(a => a[0].GetInt32() == 4)[1];
        Assert.That(rings.EnumerateArray().Select(ring => Math.Sign(MapShape.SignedArea([.. ring.EnumerateArray().Select(d => d.GetDouble())]))), Is.EqualTo(new[] { 1, -1 }));
    }

    [Test]
    public async Task CategoryColoursAndNumberSizes()
    {
        var data = await _city.DrawingAsync("Formas", "?view=map&color=clase&size=peso&label=nombre");
        var page = await _city.Host.PageAsync(_city.TableOf("Formas") + "?view=map&color=clase&size=peso");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.GetProperty("categories").EnumerateArray().Select(c => c.GetString()), Is.EqualTo(new[] { "b", "a" }), "the most frequent first");
            Assert.That(data.GetProperty("of").EnumerateArray().Select(c => c.GetInt32()), Is.EqualTo(new[] { 1, 1, 0, 0, 0, 1, 0 }));
            Assert.That(data.GetProperty("sizes").EnumerateArray().Select(s => s.ValueKind == JsonValueKind.Null ? -1 : s.GetInt32()), Is.EqualTo(new[] { 10, 20, 30, 40, 50, -1, 70 }));
            Assert.That(page, Does.Contain("es más peso: de 10 a 70").And.Contains("<option value=\"clase\" selected=\"selected\">").Or.Contain("<option value=\"clase\" selected>"));
        }
    }

    [Test]
    public async Task Lines_AreDrawnWhole()
    {
        var data = await _city.DrawingAsync("Ciclovías", "?view=map");
        Assert.That((data.GetProperty("lines").GetArrayLength(), data.GetProperty("points").GetArrayLength()), Is.EqualTo((28, 0)));
    }

    [Test]
    public async Task WellKnownText_IsDrawnNamedAndExported()
    {
        var data = await _city.DrawingAsync("Parcelas", "?view=map");
        using var export = JsonDocument.Parse(await _city.Host.PageAsync(_city.ApiOf("Parcelas") + ".geojson"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.GetProperty("areas").GetArrayLength(), Is.EqualTo(6));
            Assert.That(await _city.Host.PageAsync(_city.PageOf("Parcelas")), Does.Contain("<td>polígono</td>").And.Not.Contain("POLYGON"));
            Assert.That(export.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("geometry").GetProperty("type").GetString()), Is.All.EqualTo("Polygon"));
        }
    }

    [Test]
    public async Task MoreThanFits_IsDrawnCoarserOrNotAtAllAndSaidToBe()
    {
        await using var small = await FormatCity.StartAsync(Limits.Default with { MapPositions = 60, MapRows = 5, TableColumnsShown = 3 });
        var comunas = await small.DrawingAsync("Comunas", "?view=map");
        var page = await small.Host.PageAsync(small.TableOf("Comunas") + "?view=map");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(comunas.GetProperty("areas").EnumerateArray().Sum(a => a[1].EnumerateArray().Sum(ring => ring.GetArrayLength() / 2)), Is.InRange(5 * 4, 60));
            Assert.That(await small.Host.PageAsync(small.TableOf("Comunas")), Does.Contain("3 de 7 columnas").And.Not.Contain("superficie_km2</a>"));
            Assert.That(page, Does.Contain("con menos detalle").And.Contains("5 de 8 filas con lugar").And.Contains("Se dibujan las primeras 5"));
        }
    }

    [TestCase("")]
    [TestCase("Polígono")]
    [TestCase("""{"type":"Polygon"}""")]
    [TestCase("""{"type":"Polygon","coordinates":"x"}""")]
    [TestCase("""{"type":"Point","coordinates":[-58.4]}""")]
    [TestCase("""{"type":"Point","coordinates":["-58.4","-34.6"]}""")]
    [TestCase("""{"type":"Point","coordinates":[1e999,0]}""")]
    [TestCase("""{"type":"Point","coordinates":[5840000,6370000]}""")]
    [TestCase("""{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}""")]
    [TestCase("""{"type":"Circle","coordinates":[0,0]}""")]
    [TestCase("[1,2]")]
    public void WhatIsNoGeometryInDegrees_IsNoShape(string text) => Assert.That(GeoJsonShapes.Read(text), Is.Null);

    [TestCase("POINT (-58.4 -34.6)", "Point", 1)]
    [TestCase("SRID=4326;POINT Z(-58.4 -34.6 25)", "Point", 1)]
    [TestCase("multipoint((-58.4 -34.6),(-58.5 -34.7))", "MultiPoint", 2)]
    [TestCase("MULTIPOINT(-58.4 -34.6, -58.5 -34.7)", "MultiPoint", 2)]
    [TestCase(" LINESTRING ( -58.4 -34.6 , -58.5 -34.7 ) ", "LineString", 2)]
    [TestCase("MULTILINESTRING((-58.4 -34.6,-58.5 -34.7))", "LineString", 2)]
    [TestCase("POLYGON((0 0,1 0,1 1,0 0),(0.2 0.1,0.3 0.1,0.3 0.2,0.2 0.1))", "Polygon", 8)]
    [TestCase("MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))", "MultiPolygon", 8)]
    [TestCase("GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(0 0,1 1))", "GeometryCollection", 3)]
    [TestCase("POINT EMPTY", null, 0)]
    [TestCase("POINT(-58.4)", null, 0)]
    [TestCase("POINT(-58.4 -34.6", null, 0)]
    [TestCase("POINT(-58.4 -34.6) y más", null, 0)]
    [TestCase("POINT(1 2 3 4 5)", null, 0)]
    [TestCase("SRID=22185;POINT(5640000 6170000)", null, 0)]
    [TestCase("CIRCLE(0 0, 1 1)", null, 0)]
    public void WellKnownText_IsAShapeToo(string text, string? kind, int positions)
    {
        var shape = GeoJsonShapes.Read(text);
        Assert.That((shape?.Kind, shape?.Positions ?? 0), Is.EqualTo((kind, positions)));
    }

    [Test]
    public void AnyText_IsReadOrRefused() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["{}[]\":,-0123456789.typecoordinasPlg"], 0, 60], Gen.String[Gen.Char["() ,-0123456789.E"], 0, 60].Select(text => "MULTIPOLYGON" + text)).Sample(text => GeoJsonShapes.Read(text) is null or { IsEmpty: false });

    [Test]
    public void CoarserShape_LiesWithinTheFinerOneAndIsNeverNothing()
    {
        var position = Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90]);
        var line = position.Array[2, 40].Select(ps => ps.SelectMany(p => new[] { p.Item1, p.Item2 }).ToArray());
        var ring = position.Array[3, 40].Select(ps => ps.Append(ps[0]).SelectMany(p => new[] { p.Item1, p.Item2 }).ToArray());
        var shape = Gen.Select(line.List[0, 3], ring.List[1, 3].List[0, 3]).Where(s => s.Item1.Count + s.Item2.Count > 0)
            .Select(s => new MapShape { Lines = s.Item1, Areas = [.. s.Item2.Select(area => (IReadOnlyList<double[]>)area)] });
        Gen.Select(shape, Gen.Double[0, 500]).Sample((fine, degrees) =>
        {
            var coarse = fine.Coarser(degrees);
            return !coarse.IsEmpty && coarse.Positions <= fine.Positions && fine.Box!.Value.With(coarse.Box!.Value) == fine.Box
                && coarse.Areas.All(area => area.All(r => r.Length >= 8 && r[0] == r[^2] && r[1] == r[^1]));
        });
    }
}
