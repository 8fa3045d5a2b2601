using Catalog.Core;
using Catalog.Web.Browsing;
using Catalog.Web.Language;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>What is shown when an address leads nowhere, or something broke.</summary>
public sealed class StatusModel(DatasetSearch search, Limits limits, Reader reader) : PageModel
{
    /// <summary>Datasets suggested for a wrong address.</summary>
    private const int Suggested = 5;

    public int Code { get; private set; }

    /// <summary>The words of the address, to search for.</summary>
    public string Guess { get; private set; } = "";

    public IReadOnlyList<DatasetCard> Suggestions { get; private set; } = [];

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        Response.Headers.CacheControl = "no-store";
        // After a failure nothing is asked of the store: it may be what failed.
        if (Code is not (StatusCodes.Status404NotFound or StatusCodes.Status410Gone)) return;
        Guess = WordsOf(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "", limits.MaxQueryLength);
        if (Guess.Length > 0) Suggestions = search.Suggest(Guess, Suggested, reader);
    }

    /// <summary>The last part of an address that has words, its separators made blanks.</summary>
    private static string WordsOf(string path, int length)
    {
        var last = path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !Guid.TryParse(part, out _) && part is not ("dataset" or "organization" or "group" or "harvest" or "resource" or "download"))
            .LastOrDefault() ?? "";
        var words = string.Join(' ', last.Split(['-', '_', '.', '+', ' '], StringSplitOptions.RemoveEmptyEntries).Where(w => w.All(char.IsLetterOrDigit)));
        return words.Length > length ? words[..length] : words;
    }
}
