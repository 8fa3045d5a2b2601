using System.Globalization;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Privacy;
using Catalog.Core.Tabular.Profiling;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Tabular.Privacy;

public sealed class PersonalGuardTests
{
    [TestCase("20123456786", CuitHolder.Person)]
    [TestCase("20-12345678-6", CuitHolder.Person)]
    [TestCase("27123456780", CuitHolder.Person)]
    [TestCase("30505454436", CuitHolder.Company)]
    [TestCase("30-70743189-6", CuitHolder.Company)]
    [TestCase("20123456787", CuitHolder.None)]
    [TestCase("99999999999", CuitHolder.None)]
    [TestCase("2012345678", CuitHolder.None)]
    [TestCase("2-0123456786", CuitHolder.None)]
    public void Cuit_SaysWhoseItIs(string text, CuitHolder holder) => Assert.That(PersonalNumbers.HolderOf(text), Is.EqualTo(holder));

    [TestCase("4111 1111 1111 1111", true)]
    [TestCase("5500-0055-5555-5559", true)]
    [TestCase("340000000000009", true)]
    [TestCase("4111111111111112", false)]
    [TestCase("1234567890128", false)]
    public void Card_IsToldByItsNetworkAndCheckDigit(string text, bool expected) => Assert.That(PersonalNumbers.IsCard(text), Is.EqualTo(expected));

    [TestCase("12.345.678", true)]
    [TestCase("5123456", true)]
    [TestCase("123.456.78", false)]
    [TestCase("999999", false)]
    [TestCase("123456789", false)]
    public void Dni_HasSevenOrEightDigits(string text, bool expected) => Assert.That(PersonalNumbers.LooksLikeDni(text), Is.EqualTo(expected));

    [TestCase("dni", "12345678|23456789|34567890", "personal-dni:3")]
    [TestCase("cantidad", "12345678|23456789|34567890", "")]
    [TestCase("cuit", "20123456786|30505454436", "personal-cuit:1")]
    [TestCase("columna", "20123456786|30505454436", "personal-cuit:1")]
    [TestCase("cuit_contratista", "30505454436|30707431896", "")]
    [TestCase("correo", "ana.perez@correo.example|info@empresa.example|datos@salud.gob.ar", "personal-email:1")]
    [TestCase("telefono", "43215678|11 4321-5678", "personal-phone:2")]
    [TestCase("telefono_institucion", "43215678|11 4321-5678", "")]
    [TestCase("columna", "(011) 4321-5678|+54 11 4321-5678", "personal-phone:2")]
    [TestCase("tarjeta", "4111111111111111|5500005555555559", "personal-card:2")]
    public void Column_IsFoundByItsNameAndItsValues(string name, string cells, string expected)
    {
        var findings = PersonalGuard.Findings(Profile(MemoryTable.Column(name, cells.Split('|'))));
        Assert.That(string.Join(' ', findings.Select(f => $"{f.Code}:{string.Concat(f.Message.In("en").Where(char.IsDigit))}")), Is.EqualTo(expected));
    }

    [Test]
    public void Names_CountOnlyBesideAnotherKind()
    {
        var alone = Profile(MemoryTable.Of("funcionario|cargo\nAna Pérez|Ministra\nJuan de la Cruz|Director"));
        var beside = Profile(MemoryTable.Of("funcionario|dni\nAna Pérez|12345678\nJuan de la Cruz|23456789"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PersonalGuard.Findings(alone), Is.Empty);
            Assert.That(PersonalGuard.Findings(beside).Select(f => f.Code), Is.EqualTo(new[] { TableFindingCodes.PersonalName, TableFindingCodes.PersonalDni }));
        }
    }

    [Test]
    public void NoValue_IsEverEchoed()
    {
        string[] secrets = ["20123456786", "ana.perez@correo.example", "12345678", "4111111111111111"];
        var profile = Profile(MemoryTable.Of("cuit|correo|dni|tarjeta\n" + string.Join('|', secrets) + "\n" + string.Join('|', secrets)));
        var shown = JsonSerializer.Serialize(PersonalGuard.Findings(profile)) + System.Text.Encoding.UTF8.GetString(TableProfileJson.Write(PersonalGuard.Public(profile)));
        Assert.That(PersonalGuard.Findings(profile), Has.Count.EqualTo(4));
        foreach (var secret in secrets) Assert.That(shown, Does.Not.Contain(secret));
    }

    private static TableProfile Profile(FoundTable table) => TableProfiler.Profile(table, Limits.Default, default);
}
