using System.Globalization;
using System.Text.Json;
using Catalog.Core.Dcat;
using CsCheck;

namespace Catalog.Tests.Core.Dcat;

public sealed class DcatDateTests
{
    [TestCase("2019", "2019", DatePrecision.Year)]
    [TestCase("2019-04", "2019-04", DatePrecision.Month)]
    [TestCase("2019-04-30", "2019-04-30", DatePrecision.Day)]
    [TestCase("2020-02-29", "2020-02-29", DatePrecision.Day)]
    [TestCase(" 2019-04-30\n", "2019-04-30", DatePrecision.Day)]
    [TestCase("2019-04-30T10:00", "2019-04-30T10:00:00", DatePrecision.Instant)]
    [TestCase("2019-04-30 10:00:01", "2019-04-30T10:00:01", DatePrecision.Instant)]
    [TestCase("2019-04-30t10:00:00z", "2019-04-30T10:00:00Z", DatePrecision.Instant)]
    [TestCase("2019-04-30T10:00:00.120000", "2019-04-30T10:00:00.12", DatePrecision.Instant)]
    [TestCase("2019-04-30T10:00:00,5Z", "2019-04-30T10:00:00.5Z", DatePrecision.Instant)]
    [TestCase("2019-04-30T10:00:00.123456789Z", "2019-04-30T10:00:00.1234567Z", DatePrecision.Instant)]
    [TestCase("2019-04-30T10:00:00-0300", "2019-04-30T10:00:00-03:00", DatePrecision.Instant)]
    [TestCase("2019-04-30T10:00:00-03", "2019-04-30T10:00:00-03:00", DatePrecision.Instant)]
    [TestCase("2019-04-30T10:00:00+00:00", "2019-04-30T10:00:00Z", DatePrecision.Instant)]
    [TestCase("2019-04-30T10:00:00+05:30", "2019-04-30T10:00:00+05:30", DatePrecision.Instant)]
    [TestCase("2019-04-30T10:00:00+14:00", "2019-04-30T10:00:00+14:00", DatePrecision.Instant)]
    public void Spelling_IsReadAtItsOwnPrecision(string text, string lexical, DatePrecision precision)
    {
        Assert.That(DcatDate.TryParse(text, out var date), Is.True);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(date.Lexical, Is.EqualTo(lexical));
            Assert.That(date.Precision, Is.EqualTo(precision));
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("19")]
    [TestCase("0000")]
    [TestCase("20190430")]
    [TestCase("2019-4-30")]
    [TestCase("2019/04/30")]
    [TestCase("30/04/2019")]
    [TestCase("2019-13")]
    [TestCase("2019-00")]
    [TestCase("2019-02-29")]
    [TestCase("2019-04-31")]
    [TestCase("2019-04-30T")]
    [TestCase("2019-04-30T24:00:00")]
    [TestCase("2019-04-30T10:60")]
    [TestCase("2019-04-30T10:00:60")]
    [TestCase("2019-04-30T10:00:00.")]
    [TestCase("2019-04-30T10:00:00Zulu")]
    [TestCase("2019-04-30T10:00:00+15:00")]
    [TestCase("2019-04-30T10:00:00+14:30")]
    [TestCase("2019-04-30T10:00:00+03:60")]
    [TestCase("2019-04-30T10:00:00 +03:00")]
    [TestCase("٢٠١٩-04-30")]
    [TestCase("abril de 2019")]
    [TestCase("R/P1D")]
    public void WhatIsNoIsoDate_IsRefused(string? text) => Assert.That(DcatDate.TryParse(text, out _), Is.False);

    [TestCase("2019", "2019-01-02", -1)]
    [TestCase("2019-12-31", "2020", -1)]
    [TestCase("2019-04-30T10:00:00Z", "2019-04-30T08:00:00-03:00", -1, Description = "08:00 in Buenos Aires is 11:00 in UTC")]
    [TestCase("2019-04-30T10:00:00Z", "2019-04-30T07:00:00-03:00", 0)]
    [TestCase("0001-01-01T00:00:00+14:00", "0001-01-01", -1, Description = "before the first day there is")]
    [TestCase("9999-12-31T23:59:59-14:00", "9999-12-31", 1)]
    public void Dates_AreOrderedByTheMoment(string left, string right, int expected)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Math.Sign(DcatDate.Parse(left).CompareTo(DcatDate.Parse(right))), Is.EqualTo(expected));
            Assert.That(Math.Sign(DcatDate.Parse(right).CompareTo(DcatDate.Parse(left))), Is.EqualTo(-expected));
        }
    }

    [TestCase("2019-04-30", "2019-04-30T03:00:00Z")]
    [TestCase("2019-04-30T10:00:00", "2019-04-30T13:00:00Z")]
    [TestCase("2019-04-30T10:00:00+02:00", "2019-04-30T08:00:00Z")]
    public void DateWithoutAnOffset_IsReadInTheGivenZone(string text, string utc)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Argentina/Buenos_Aires");
        Assert.That(DcatDate.Parse(text).ToInstant(zone), Is.EqualTo(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture)));
    }

    [TestCase("0001-01-01T00:00:00+14:00")]
    [TestCase("9999-12-31T23:59:59-03:00")]
    [TestCase("9999-12-31T23:59:59")]
    [TestCase("0001")]
    public void EdgeOfTheCalendar_HasAnInstant(string text)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Argentina/Buenos_Aires");
        var east = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => DcatDate.Parse(text).ToInstant(zone), Throws.Nothing);
            Assert.That(() => DcatDate.Parse(text).ToInstant(east), Throws.Nothing);
        }
    }

    [Test]
    [SetCulture("es-AR")]
    public void CultureWithOtherSeparators_ChangesNothing()
    {
        const string text = "2019-04-30T10:00:00.5-03:00";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(DcatDate.Parse(text).Lexical, Is.EqualTo(text));
            Assert.That($"{DcatDate.OfDay(987, 6, 5)}", Is.EqualTo("0987-06-05"));
        }
    }

    [Test]
    [SetCulture("th-TH")]
    public void CultureWithAnotherCalendar_ChangesNothing() => Assert.That(DcatDate.Parse("2019-04-30").Lexical, Is.EqualTo("2019-04-30"));

    [Test]
    public void AnyInstant_ComesBackFromItsSpelling() =>
        Gen.Select(Gen.DateTime[new DateTime(2, 1, 1), new DateTime(9998, 1, 1)], Gen.Int[-14 * 60, 14 * 60])
            .Select((local, minutes) => DcatDate.OfInstant(new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.FromMinutes(minutes))))
            .Sample(date => DcatDate.Parse(date.Lexical) == date && JsonSerializer.Deserialize<DcatDate>(JsonSerializer.Serialize(date)) == date);

    [Test]
    public void AnyText_IsRefusedOrHasACanonicalSpelling() =>
        Gen.OneOf(Gen.String, Gen.String["0123456789-:TZ+. "].Select(s => "2019-04-30" + s))
            .Sample(text => !DcatDate.TryParse(text, out var date) || (DcatDate.TryParse(date.Lexical, out var again) && again == date && again.Lexical == date.Lexical));
}
