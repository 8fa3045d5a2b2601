using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace Catalog.Web.Browsing;

/// <summary>
/// Descriptions as sources write them, in Markdown or HTML, made safe to show. Everything that is not on the list goes;
/// headings become strong paragraphs, because the page has its own outline.
/// </summary>
public static partial class RichText
{
    /// <summary>Elements open inside one another. 60: parsers walk the tree on the stack, and a hostile depth would end the process.</summary>
    private const int MaxDepth = 60;

    /// <summary>Tags in one text. 4,000: beyond it, it is no description, and parsers take time that grows with the square.</summary>
    private const int MaxTags = 4000;

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();
    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    public static IHtmlContent ToHtml(string text)
    {
        if (!IsTame(text)) return Plain(text);
        try
        {
            using var document = Sanitizer.SanitizeDom(Markdig.Markdown.ToHtml(text, Markdown));
            var body = document.Body!;
            foreach (var heading in body.QuerySelectorAll("h1,h2,h3,h4,h5,h6").ToList()) Demote(document, heading);
            foreach (var link in body.QuerySelectorAll("a[href]")) link.SetAttribute("rel", "nofollow noopener");
            return new HtmlString(body.InnerHtml);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit of depth.
            return Plain(text);
        }
    }

    /// <summary>The words alone: no marks, no tags, blanks made single.</summary>
    public static string Words(string text)
    {
        var bare = WebUtility.HtmlDecode(Tag().Replace(text, " "));
        bare = Link().Replace(bare, "$1");
        return Blank().Replace(Mark().Replace(bare, ""), " ").Trim();
    }

    /// <summary>The first sentence, or as much of the beginning as has room, cut at a word.</summary>
    public static string Summary(string text, int length)
    {
        var words = Words(text.Length > 4 * length ? text[..(4 * length)] : text);
        var sentence = Sentence().Match(words);
        if (sentence.Success && sentence.Length <= length && sentence.Length >= Math.Min(40, words.Length)) return sentence.Value.Trim();
        if (words.Length <= length) return words;
        var cut = words.LastIndexOf(' ', length);
        return words[..(cut > length / 2 ? cut : length)].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    private static HtmlString Plain(string text)
    {
        var html = new StringBuilder();
        foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            html.Append("<p>").Append(WebUtility.HtmlEncode(paragraph)).Append("</p>");
        return new HtmlString(html.ToString());
    }

    private static bool IsTame(string text)
    {
        int depth = 0, tags = 0;
        foreach (var match in Tag().EnumerateMatches(text))
        {
            if (++tags > MaxTags) return false;
            var tag = text.AsSpan(match.Index, match.Length);
            if (tag[1] == '/') depth--;
            else if (!VoidTag().IsMatch(tag)) depth++;
            if (depth > MaxDepth) return false;
        }
        return true;
    }

    private static void Demote(IDocument document, IElement heading)
    {
        var paragraph = document.CreateElement("p");
        var strong = document.CreateElement("strong");
        strong.InnerHtml = heading.InnerHtml;
        paragraph.AppendChild(strong);
        heading.Replace(paragraph);
    }

    private static HtmlSanitizer CreateSanitizer() => new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>
        {
            "p", "br", "strong", "b", "em", "i", "s", "sub", "sup", "ul", "ol", "li", "a", "h1", "h2", "h3", "h4", "h5", "h6",
            "blockquote", "code", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd",
        },
        AllowedAttributes = new HashSet<string> { "href", "title" },
        AllowedSchemes = new HashSet<string> { "http", "https", "mailto" },
        UriAttributes = new HashSet<string> { "href" },
    });

    // The end of the text closes a tag, too: parsers agree.
    [GeneratedRegex("</?[A-Za-z][^<>]*(>|(?=<)|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^<(br|hr|img|input|wbr|col|meta|link)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex VoidTag();

    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?m)^[\s>#*+-]+(?=\s)|[*_`]{2,}|(?<=^|\s)[*_`]+(?=\w)|(?<=\w)[*`]+(?=\W|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    // A dot ends a sentence before a capital letter, so that "3.5" goes on; three letters before it, so that "Av. Corrientes" does.
    [GeneratedRegex(@"^.+?([\p{L}\d)""»]{3}\.|[!?…])(?=\s+[\p{Lu}¿¡«""]|$)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Sentence();
}
