using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages.Harvest;

/// <summary>A record as its source wrote it, beside what validation says of it.</summary>
public sealed class RecordModel(HarvestConfig config, HarvestObjects objects, Limits limits) : PageModel
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string SourceId { get; private set; } = "";

    public HarvestObject? Record { get; private set; }

    public string Identifier { get; private set; } = "";

    public string Raw { get; private set; } = "";

    public bool Cut { get; private set; }

    public IActionResult OnGet(string source)
    {
        if (config.FindSource(source) is null || Request.Query["id"].FirstOrDefault() is not { Length: > 0 } id) return NotFound();
        if (objects.FindRaw(source, id) is not { } raw) return NotFound();
        SourceId = source;
        Identifier = id;
        Record = objects.Find(source, id);
        Cut = raw.Length > limits.RawRecordShown;
        Raw = Cut ? Encoding.UTF8.GetString(raw.AsSpan(0, limits.RawRecordShown)) : Readable(Encoding.UTF8.GetString(raw));
        return Page();
    }

    /// <summary>
    /// A record on a single line is indented. What its source indented stays, but for the depth at which it stood in
    /// the source's document.
    /// </summary>
    private static string Readable(string raw)
    {
        var lastLine = raw.AsSpan(raw.LastIndexOf('\n') + 1);
        var depth = lastLine.Length - lastLine.TrimStart(' ').Length;
        if (raw.Contains('\n', StringComparison.Ordinal)) return depth == 0 ? raw : raw.Replace("\n" + new string(' ', depth), "\n", StringComparison.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(raw);
            return JsonSerializer.Serialize(document.RootElement, Indented);
        }
        catch (JsonException)
        {
            return raw;
        }
    }
}
