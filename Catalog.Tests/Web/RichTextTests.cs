using Catalog.Web.Browsing;

namespace Catalog.Tests.Web;

public sealed class RichTextTests
{
    [TestCase("Uno **dos**", "<p>Uno <strong>dos</strong></p>")]
    [TestCase("# Título", "<p><strong>Título</strong></p>")]
    [TestCase("<h2>Título <script>x</script></h2>", "<p><strong>Título </strong></p>")]
    [TestCase("<p style=\"color:red\" onclick=\"x()\">Hola</p>", "<p>Hola</p>")]
    [TestCase("<a href=\"data:text/html,x\">ver</a>", "<p><a>ver</a></p>")]
    [TestCase("[ver](https://ciudad.example/)", "<p><a href=\"https://ciudad.example/\" rel=\"nofollow noopener\">ver</a></p>")]
    [TestCase("<iframe src=\"https://evil.example\"></iframe>texto", "texto")]
    public void Description_KeepsWhatIsSafe(string text, string expected) =>
        Assert.That(RichText.ToHtml(text).ToString()!.Trim(), Is.EqualTo(expected));

    /// <summary>Depth that would overflow a parser's stack and end the process.</summary>
    [TestCase("<div>")]
    [TestCase("<b")]
    [TestCase("<b><i>")]
    [TestCase("> ")]
    [TestCase("[")]
    [TestCase("*")]
    [TestCase("- ")]
    [TestCase("<table><tr><td>")]
    [TestCase("</p><p>")]
    [TestCase("<br>")]
    public void EndlessNesting_IsStillAnswered(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length)) + " fin";
        Assert.That(RichText.ToHtml(text).ToString(), Does.Not.Contain("<script"));
    }

    [TestCase("Los hospitales públicos de la ciudad y sus camas. Incluye turnos.", "Los hospitales públicos de la ciudad y sus camas.")]
    [TestCase("Obras sobre la Av. Corrientes y otras calles del centro. Más.", "Obras sobre la Av. Corrientes y otras calles del centro.")]
    [TestCase("Creció 3.5 puntos según la medición anual de la agencia. Más.", "Creció 3.5 puntos según la medición anual de la agencia.")]
    [TestCase("<p>Con <b>marcas</b> y [enlace](http://a.example)</p>", "Con marcas y enlace")]
    [TestCase("", "")]
    public void Summary_IsTheFirstSentence(string text, string expected) => Assert.That(RichText.Summary(text, 240), Is.EqualTo(expected));

    [Test]
    public void LongSentence_IsCutAtAWord()
    {
        var summary = RichText.Summary(string.Concat(Enumerable.Repeat("palabra ", 100)), 50);
        Assert.That(summary, Does.EndWith("palabra…").And.Length.LessThanOrEqualTo(51));
    }
}
