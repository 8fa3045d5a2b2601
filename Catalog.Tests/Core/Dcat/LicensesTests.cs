using Catalog.Core.Dcat;

namespace Catalog.Tests.Core.Dcat;

/// <summary>Short names; the codes and addresses of the same table are tested with the vocabularies.</summary>
public sealed class LicensesTests
{
    [TestCase("CC-BY-4.0", "CC-BY-4.0")]
    [TestCase("cc-by", "CC-BY")]
    [TestCase("CC-BY-2.5-AR", "CC-BY-2.5-AR")]
    [TestCase("Atribucion 2.5 Argentina (CC BY 2.5 AR)", "CC-BY-2.5-AR")]
    [TestCase("Atribución 4.0 Internacional (CC BY 4.0)", "CC-BY-4.0")]
    [TestCase("Licencia CC BY 4.0 de uso libre", "CC-BY-4.0")]
    [TestCase("Creative Commons Attribution", "CC-BY")]
    [TestCase("Creative Commons Attribution 4.0", "CC-BY-4.0")]
    [TestCase("Creative Commons Atribución 2.5 Argentina", "CC-BY-2.5-AR")]
    [TestCase("Creative Commons Attribution Share-Alike", "CC-BY-SA")]
    [TestCase("Creative Commons Attribution-NonCommercial 4.0", "CC-BY-NC-4.0")]
    [TestCase("Creative Commons Atribución-NoComercial-SinObraDerivada 2.5 Argentina", "CC-BY-NC-ND-2.5-AR")]
    [TestCase("https://creativecommons.org/licenses/by/2.5/ar/", "CC-BY-2.5-AR")]
    [TestCase("http://creativecommons.org/licenses/by-nc-sa/4.0/deed.es", "CC-BY-NC-SA-4.0")]
    [TestCase("CC0", "CC0-1.0")]
    [TestCase("CC Zero", "CC0-1.0")]
    [TestCase("Dominio público (CC0 1.0)", "CC0-1.0")]
    [TestCase("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0")]
    [TestCase("Open Data Commons Open Database License 1.0", "ODbL-1.0")]
    [TestCase("Open Data Commons Open Database License (ODbL)", "ODbL-1.0")]
    [TestCase("odc-odbl", "ODbL-1.0")]
    [TestCase("Open Data Commons Public Domain Dedication and License (PDDL)", "PDDL-1.0")]
    [TestCase("Open Data Commons Attribution License", "ODC-BY-1.0")]
    [TestCase("  Licencia de la Ciudad ", "Licencia de la Ciudad")]
    [TestCase("https://example.org/cc-by-4.0", "https://example.org/cc-by-4.0")]
    [TestCase("Accesorios", "Accesorios")]
    [TestCase("", null)]
    [TestCase("  ", null)]
    [TestCase(null, null)]
    public void Spelling_HasOneShortName(string? text, string? name) => Assert.That(Licenses.Name(text), Is.EqualTo(name));

    [Test]
    public void ShortName_NamesTheSameLicence()
    {
        foreach (var text in new[] { "CC-BY-2.5-AR", "cc by-nc-nd 3.0", "CC0", "odbl", "odc-by", "pddl", "ogl-uk-3.0", "gfdl", "cc-by" })
            Assert.That(Licenses.Find(Licenses.Find(text)!.Name), Is.EqualTo(Licenses.Find(text)), text);
    }
}
