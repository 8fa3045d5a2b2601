using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Cells;
using Catalog.Core.Tabular.Schemas;
using CsCheck;

namespace Catalog.Tests.Core.Tabular.Cells;

public sealed class ColumnReaderTests
{
    [TestCase("0", 0)]
    [TestCase("-12", -12)]
    [TestCase("+7", 7)]
    [TestCase(" 42 ", 42)]
    [TestCase("9223372036854775807", long.MaxValue)]
    [TestCase("-9223372036854775808", long.MinValue)]
    public void Integer_IsRead(string cell, long expected) => Assert.That(Value(Field(FieldType.Integer), cell).Integer, Is.EqualTo(expected));

    [TestCase("1.234.567", '.', 1234567)]
    [TestCase("1,234", ',', 1234)]
    [TestCase("1\u00A0234", ' ', 1234)]
    public void GroupedInteger_IsRead(string cell, char group, long expected) =>
        Assert.That(Value(Field(FieldType.Integer) with { GroupChar = group }, cell).Integer, Is.EqualTo(expected));

    [TestCase("$ 1.500", 1500)]
    [TestCase("-$1.500", -1500)]
    [TestCase("95%", 95)]
    public void IntegerWithASign_IsReadWhereNumbersAreNotBare(string cell, long expected) =>
        Assert.That(Value(Field(FieldType.Integer) with { GroupChar = '.', BareNumber = false }, cell).Integer, Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("-")]
    [TestCase("1.5")]
    [TestCase("1 2")]
    [TestCase("12a")]
    [TestCase("9223372036854775808")]
    [TestCase("-9223372036854775809")]
    [TestCase("99999999999999999999")]
    public void NoInteger_IsAMisfit(string cell) => Assert.That(Fits(Field(FieldType.Integer), cell), Is.False);

    [TestCase("12.34.567")]
    [TestCase("1.23")]
    [TestCase("1234.567")]
    [TestCase(".123")]
    [TestCase("1..234")]
    public void GroupsOfOtherThanThree_AreNoGroups(string cell) => Assert.That(Fits(Field(FieldType.Integer) with { GroupChar = '.' }, cell), Is.False);

    [TestCase("3.25", 3.25)]
    [TestCase("-34.5671531157142", -34.5671531157142)]
    [TestCase("1e3", 1000)]
    [TestCase("2.5E-3", 0.0025)]
    [TestCase(".5", 0.5)]
    [TestCase("5.", 5)]
    [TestCase("123456789012345678901234567890", 123456789012345678901234567890.0)]
    [TestCase("0.1234567890123456789", 0.1234567890123456789)]
    [TestCase("NaN", double.NaN)]
    [TestCase("-INF", double.NegativeInfinity)]
    public void Number_IsRead(string cell, double expected) => Assert.That(Value(Field(FieldType.Number), cell).Number, Is.EqualTo(expected));

    [TestCase("$53.160.000,00", 53160000)]
    [TestCase("1.234,56", 1234.56)]
    [TestCase("12,5 %", 12.5)]
    [TestCase("USD -3,5", -3.5)]
    public void ArgentineNumber_IsRead(string cell, double expected) =>
        Assert.That(Value(Field(FieldType.Number) with { DecimalChar = ',', GroupChar = '.', BareNumber = false }, cell).Number, Is.EqualTo(expected));

    [TestCase("1,5")]
    [TestCase("1.2.3")]
    [TestCase("abc")]
    [TestCase(".")]
    [TestCase("1e")]
    [TestCase("--1")]
    public void NoNumber_IsAMisfit(string cell) => Assert.That(Fits(Field(FieldType.Number), cell), Is.False);

    [TestCase("default", "2024-02-29", "2024-02-29")]
    [TestCase("%d/%m/%Y", "1/12/2013", "2013-12-01")]
    [TestCase("%d/%m/%y", "05/06/69", "1969-06-05")]
    [TestCase("%d/%m/%y", "05/06/68", "2068-06-05")]
    [TestCase("%Y%m%d", "20240131", "2024-01-31")]
    [TestCase("%d de %B de %Y", "1 de Enero de 2020", "2020-01-01")]
    [TestCase("%d-%b-%Y", "01-sept.-2020", "2020-09-01")]
    [TestCase("%B %d, %Y", "May 5, 2021", "2021-05-05")]
    [TestCase("%Y-%j", "2024-366", "2024-12-31")]
    [TestCase("fmt:%d.%m.%Y", "31.12.1999", "1999-12-31")]
    [TestCase("any", "31/12/1999", "1999-12-31")]
    [TestCase("any", "12/31/1999", "1999-12-31")]
    public void Date_IsReadAsItsFormatSays(string format, string cell, string expected) =>
        Assert.That(Value(Field(FieldType.Date) with { Format = format }, cell).Date, Is.EqualTo(DateOnly.Parse(expected, CultureInfo.InvariantCulture)));

    [TestCase("default", "2023-02-29")]
    [TestCase("default", "31/12/1999")]
    [TestCase("default", "2023-13-01")]
    [TestCase("default", "0000-00-00")]
    [TestCase("%d/%m/%Y", "31/04/2020")]
    [TestCase("%d/%m/%Y", "01/01/2020 10:00")]
    [TestCase("%d/%m/%Y", "99/99")]
    [TestCase("%d %B %Y", "1 marzoo 2020")]
    [TestCase("%Y-%j", "2023-366")]
    public void NoDate_IsAMisfit(string format, string cell) => Assert.That(Fits(Field(FieldType.Date) with { Format = format }, cell), Is.False);

    [TestCase("default", "10:05:00", 36_300_000_000)]
    [TestCase("default", "23:59:59.5", 86_399_500_000)]
    [TestCase("%H:%M", "7:05", 25_500_000_000)]
    [TestCase("%I:%M %p", "12:30 a. m.", 1_800_000_000)]
    [TestCase("%I:%M %p", "12:30 PM", 45_000_000_000)]
    public void Time_IsRead(string format, string cell, long micros) =>
        Assert.That(Value(Field(FieldType.Time) with { Format = format }, cell).MicrosOfDay, Is.EqualTo(micros));

    [TestCase("default", "2020-01-02T03:04:05Z", "2020-01-02T03:04:05")]
    [TestCase("default", "2020-01-02T03:04:05-03:00", "2020-01-02T06:04:05")]
    [TestCase("default", "2020-01-02 03:04:05.250", "2020-01-02T03:04:05.25")]
    [TestCase("%d/%m/%Y %H:%M", "2/1/2020 3:04", "2020-01-02T03:04:00")]
    public void DateTime_IsRead(string format, string cell, string expected) =>
        Assert.That(Value(Field(FieldType.DateTime) with { Format = format }, cell).Timestamp, Is.EqualTo(DateTime.Parse(expected, CultureInfo.InvariantCulture)));

    [Test]
    public void DateTimeThatAlwaysSaysItsOffset_IsAMoment()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Reader(Field(FieldType.DateTime) with { Format = "%Y-%m-%dT%H:%M:%S%z" }).Type, Is.EqualTo(ColumnType.Instant));
            Assert.That(Reader(Field(FieldType.DateTime)).Type, Is.EqualTo(ColumnType.Timestamp));
        }
    }

    [TestCase(FieldType.Year, "2024", true)]
    [TestCase(FieldType.Year, "24", false)]
    [TestCase(FieldType.YearMonth, "2024-12", true)]
    [TestCase(FieldType.YearMonth, "2024-13", false)]
    [TestCase(FieldType.Duration, "P1Y2M3DT4H5M6.7S", true)]
    [TestCase(FieldType.Duration, "-P1D", true)]
    [TestCase(FieldType.Duration, "P", false)]
    [TestCase(FieldType.Duration, "PT", false)]
    [TestCase(FieldType.Duration, "P1D2Y", false)]
    [TestCase(FieldType.Boolean, "true", true)]
    [TestCase(FieldType.Boolean, "0", true)]
    [TestCase(FieldType.Boolean, "sí", false)]
    [TestCase(FieldType.Object, """{"a":1}""", true)]
    [TestCase(FieldType.Object, "[1]", false)]
    [TestCase(FieldType.Object, "{", false)]
    [TestCase(FieldType.Array, "[1,2]", true)]
    [TestCase(FieldType.GeoJson, """{"type":"Point","coordinates":[1,2]}""", true)]
    [TestCase(FieldType.GeoJson, """{"type":"Point","coordinates":["a"]}""", false)]
    [TestCase(FieldType.GeoJson, """{"type":"Feature","geometry":null}""", true)]
    [TestCase(FieldType.GeoJson, """{"coordinates":[1,2]}""", false)]
    [TestCase(FieldType.GeoJson, """{"type":"\ud800","coordinates":[1,2]}""", false)]
    [TestCase(FieldType.GeoPoint, "-58.4, -34.6", true)]
    [TestCase(FieldType.GeoPoint, "-34.6,-200", false)]
    [TestCase(FieldType.Any, "whatever", true)]
    public void Cell_FitsItsType(FieldType type, string cell, bool fits) => Assert.That(Fits(Field(type), cell), Is.EqualTo(fits));

    [TestCase("default", "-58.5, -34.5")]
    [TestCase("latlon", "-34.5, -58.5")]
    [TestCase("array", "[-58.5, -34.5]")]
    [TestCase("object", """{"lon": -58.5, "lat": -34.5}""")]
    public void GeoPoint_HasItsOrderFromItsFormat(string format, string cell)
    {
        var point = Value(Field(FieldType.GeoPoint) with { Format = format }, cell);
        Assert.That((point.Latitude, point.Longitude), Is.EqualTo((-34.5, -58.5)));
    }

    [TestCase("email", "datos@ciudad.example", true)]
    [TestCase("email", "datos", false)]
    [TestCase("uri", "https://ciudad.example/a", true)]
    [TestCase("uri", "ciudad", false)]
    [TestCase("uuid", "123e4567-e89b-12d3-a456-426614174000", true)]
    [TestCase("uuid", "123e4567", false)]
    [TestCase("binary", "aG9sYQ==", true)]
    [TestCase("binary", "ñ", false)]
    public void Text_FollowsItsFormat(string format, string cell, bool fits) => Assert.That(Fits(Field(FieldType.String) with { Format = format }, cell), Is.EqualTo(fits));

    [Test]
    public void List_IsHeldAgainstTheTypeOfItsItems()
    {
        var field = Field(FieldType.List) with { ItemType = FieldType.Integer, ItemDelimiter = ";" };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Value(field, "1;2;3").Integer, Is.EqualTo(3));
            Assert.That(Fits(field, "1;x"), Is.False);
        }
    }

    [Test]
    public void MissingWords_AreThoseOfTheColumnOrElseOfTheTable()
    {
        var schema = new TableSchema { Fields = [], MissingValues = ["", "-"] };
        var plain = ColumnReader.For(schema, Field(FieldType.Integer));
        var own = ColumnReader.For(schema, Field(FieldType.Integer) with { MissingValues = ["s/d"] });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plain.Read("-", out _), Is.EqualTo(CellState.Missing));
            Assert.That(plain.Read("  ", out _), Is.EqualTo(CellState.Missing));
            Assert.That(plain.Read("s/d", out _), Is.EqualTo(CellState.Misfit));
            Assert.That(own.Read("s/d", out _), Is.EqualTo(CellState.Missing));
            Assert.That(own.Read("", out _), Is.EqualTo(CellState.Misfit));
            Assert.That(ColumnReader.For(schema, Field(FieldType.String)).Read("  ", out _), Is.EqualTo(CellState.Missing));
            Assert.That(ColumnReader.For(schema, Field(FieldType.String) with { MissingValues = ["-"] }).Read("  ", out _), Is.EqualTo(CellState.Value));
        }
    }

    [Test]
    public void Durations_AreOrderedByTheirLength()
    {
        var reader = Reader(Field(FieldType.Duration));
        Assert.That(reader.Compare(Value(Field(FieldType.Duration), "P1M"), Value(Field(FieldType.Duration), "P32D")), Is.Negative);
    }

    [Test]
    public void IntegersAndNumbers_ComeBackAsTheyWereWritten()
    {
        Gen.Long.Sample(n => Value(Field(FieldType.Integer), n.ToString(CultureInfo.InvariantCulture)).Integer == n);
        Gen.Double.Sample(n => Value(Field(FieldType.Number), n.ToString("R", CultureInfo.InvariantCulture)).Number.Equals(double.Parse(n.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
            || double.IsInfinity(n));
        Gen.Decimal[-1_000_000_000m, 1_000_000_000m].Sample(n =>
            Value(Field(FieldType.Number) with { DecimalChar = ',', GroupChar = '.' }, n.ToString("#,##0.00", CultureInfo.GetCultureInfo("es-AR"))).Number.Equals((double)Math.Round(n, 2, MidpointRounding.AwayFromZero)));
    }

    [TestCase("%Y-%m-%d")]
    [TestCase("%d/%m/%Y")]
    [TestCase("%m/%d/%Y")]
    [TestCase("%Y%m%d")]
    [TestCase("%d de %B de %Y")]
    public void Dates_ComeBackAsTheyWereWritten(string pattern)
    {
        var dotnet = pattern.Replace("%Y", "yyyy", StringComparison.Ordinal).Replace("%m", "MM", StringComparison.Ordinal).Replace("%d", "dd", StringComparison.Ordinal)
            .Replace(" de ", "' de '", StringComparison.Ordinal).Replace("%B", "MMMM", StringComparison.Ordinal).Replace("/", "'/'", StringComparison.Ordinal);
        Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber).Sample(day =>
            Value(Field(FieldType.Date) with { Format = pattern }, day.ToString(dotnet, CultureInfo.GetCultureInfo("es-AR"))).Date == day);
    }

    /// <summary>Whatever is in a cell, every type answers.</summary>
    [Test]
    public void AnyCell_IsAnswered()
    {
        var fields = (from type in Enum.GetValues<FieldType>()
                      from format in new[] { "default", "any", "array", "object", "latlon", "email", "uri", "topojson", "%d/%m/%Y %I:%M %p %z", "%j%y" }
                      from bare in new[] { true, false }
                      select Reader(Field(type) with { Format = format, BareNumber = bare, GroupChar = ',' })).ToList();
        var cell = Gen.OneOf(Gen.String, Gen.String[Gen.OneOf('0', '1', '9', '.', ',', '-', '/', ':', ' ', '{', '[', '"', ']', '}', 'e', 'T', 'Z', 'P', '%', '$', '\\', 'u', 'd', '8'), 0, 30]);
        cell.Sample(text =>
        {
            foreach (var reader in fields) reader.Read(text, out _);
        });
    }

    [TestCase("%")]
    [TestCase("%Q")]
    [TestCase("abc")]
    public void PatternThatIsNone_IsRefused(string text) => Assert.That(DatePattern.TryCompile(text, out _), Is.False);

    private static TableField Field(FieldType type) => new() { Name = "column", Type = type };

    private static ColumnReader Reader(TableField field) => ColumnReader.For(new TableSchema { Fields = [field] }, field);

    private static bool Fits(TableField field, string cell) => Reader(field).TryParse(cell, out _);

    private static CellValue Value(TableField field, string cell)
    {
        Assert.That(Reader(field).TryParse(cell, out var value), Is.True, cell);
        return value;
    }
}
