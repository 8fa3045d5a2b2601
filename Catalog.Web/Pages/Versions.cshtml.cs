using System.Globalization;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Changes;
using Catalog.Core.Tabular.Rows;
using Catalog.Web.Browsing;
using Catalog.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>The versions of a file, and what two of them differ in, row by row.</summary>
public sealed class VersionsModel(DatasetStore datasets, DistributionFiles files, TableComparison comparisons) : PageModel
{
    public StoredDataset Stored { get; private set; } = null!;

    public ResourceView Resource { get; private set; } = null!;

    public IReadOnlyList<FileVersion> Files { get; private set; } = [];

    /// <summary>The versions that can be compared, newest first.</summary>
    public IReadOnlyList<TableVersion> Comparable { get; private set; } = [];

    /// <summary>The tables of each version, in service or not.</summary>
    public ILookup<int, TableVersion> Tables { get; private set; } = null!;

    /// <summary>The tables whose reports are asked for.</summary>
    public IReadOnlyList<TableVersion> Reports { get; private set; } = [];

    public Comparison? Comparison { get; private set; }

    public DiffPage? Rows { get; private set; }

    public DiffPlace? After { get; private set; }

    public string? Sheet { get; private set; }

    /// <summary>Why the comparison was refused, in English as the API says it.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, Guid id, CancellationToken ct)
    {
        if (datasets.FindBySlug(name) is not { } stored) return NotFound();
        if (stored.Slug != name) return RedirectPermanent($"{Request.PathBase}/dataset/{stored.Slug}/resource/{id:D}/versions{Request.QueryString}");
        if (ResourceView.Of(stored, files).FirstOrDefault(r => r.Distribution.Id == id) is not { } resource) return NotFound();
        Stored = stored;
        Resource = resource;
        Files = files.Versions(id);
        Sheet = Request.Query["table"].FirstOrDefault() is { Length: > 0 } sheet ? sheet : null;
        Comparable = comparisons.Comparable(id, Sheet);
        Tables = comparisons.All(id).ToLookup(v => v.Number);
        Reports = Number("report") is { } asked ? [.. Tables[asked]] : [];
        After = DiffPlace.Read(Request.Query["after"].FirstOrDefault());
        try
        {
            Comparison = await comparisons.CompareAsync(id, Sheet, Number("from"), Number("to"), ct);
            if (Comparison is not null) Rows = await comparisons.PageAsync(Comparison, After, null, ct);
        }
        catch (QueryRefusedException e)
        {
            Problem = e.Message;
        }
        return Page();
    }

    private int? Number(string name) =>
        int.TryParse(Request.Query[name].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
