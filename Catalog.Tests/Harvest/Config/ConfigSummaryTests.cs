using Catalog.Harvest.Config;
using Microsoft.Extensions.Time.Testing;

namespace Catalog.Tests.Harvest.Config;

public sealed class ConfigSummaryTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public void FullConfig_IsToldInPlainLines()
    {
        using var folder = ConfigSamples.Folder();
        var lines = ConfigSummary.Lines(ConfigSamples.Load(folder, ConfigSamples.Everything).Config!, Time);
        const string Expected = """
            Catalog: Datos de la ciudad
              address    https://datos.example.org
              publisher  Corte
              languages  es, en, pt-br
              time zone  America/Montevideo
              licence    ODbL-1.0 where a dataset names none

            Publishers (3)
              executive
                salud  Ministerio de Salud
              judiciary
                suprema  Corte
                  archivo  Archivo

            Sectors (1)
              vida  Vida [HEAL, ENVI]

            Sources (3)
              portal  El portal
                datajson   https://portal.example.org/data.json?key=${PORTAL_KEY}
                publisher  salud
                sectors    vida
                profile    dcat-us
                schedule   every day at 03:30, Europe/Madrid; next 2026-03-05 03:30 +01:00
                policy     invalid records are held; a run that removes more than 12.5% is held; 1 further schema; bad tables are held; tables with data of persons are held
                tables     camas-*/*.csv  held to schemas/camas.json, written as declared
                tables     */*  held to https://portal.example.org/esquema.json
                mirrors    1 mirror
                headers    Authorization, X-Price
                private    may reach intranet.example.org, 10.0.0.7
              carpeta  Archivo
                folder     mirror
                publisher  archivo
                profile    auto
                schedule   every Monday to Friday at 04:00, America/Montevideo; next 2026-03-05 04:00 -03:00
                policy     invalid records are published with their findings; a run that removes more than 1 or 10% is held
              propios  propios
                files      1 dataset in the config
                profile    auto
                schedule   by hand only
                policy     invalid records are published with their findings; a run that removes more than 1 or 10% is held
            """;
        Assert.That(string.Join('\n', lines), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [TestCase("0 30 3 * * ?", "every day at 03:30")]
    [TestCase("0 0 4 ? * MON", "every Monday at 04:00")]
    [TestCase("0 0 4 ? * 2,4,FRI", "every Monday, Wednesday and Friday at 04:00")]
    [TestCase("0 0 4 ? * 2-6", "every Monday to Friday at 04:00")]
    [TestCase("0 5 0 1 * ?", "on day 1 of every month at 00:05")]
    [TestCase("0 5 0 L * ?", "on the last day of every month at 00:05")]
    [TestCase("0 15 * * * ?", "every hour at minute 15")]
    [TestCase("0 0 0/6 * * ?", "every 6 hours at minute 0")]
    [TestCase("0 */10 * * * ?", "every 10 minutes")]
    [TestCase("0 * * * * ?", "every minute")]
    [TestCase("0 0 4 ? JAN MON#2", "by cron '0 0 4 ? JAN MON#2'")]
    [TestCase("30 0 4 * * ?", "by cron '30 0 4 * * ?'")]
    [TestCase("0 0 4 ? * MON#2", "by cron '0 0 4 ? * MON#2'")]
    public void Schedule_IsSaidInWords(string cron, string words) =>
        Assert.That(ScheduleWords.Of(new HarvestSchedule(cron, "UTC")), Is.EqualTo(words + ", UTC"));

    [Test]
    public void ScheduleOfAPastYear_HasNoNextTime() =>
        Assert.That(ScheduleWords.Next(new HarvestSchedule("0 0 0 1 1 ? 2020", "UTC"), Time), Is.Null);

    [Test]
    public void BodyOfAnotherBranch_StandsBelowItsParentAndSaysSo()
    {
        using var folder = ConfigSamples.Folder();
        var config = ConfigSamples.Load(folder, "publishers: [{ id: aa, name: A }, { id: bb, name: B, parent: aa, branch: judiciary }]\n" + ConfigSamples.Least).Config!;
        Assert.That(ConfigSummary.Lines(config, Time), Does.Contain("      bb  B [judiciary]"));
    }
}
