using Catalog.Core.Storage;
using Catalog.Web.Browsing;
using Catalog.Web.Preview;
using Catalog.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>One file of a dataset: what it is, its rows where it is a table, and its versions.</summary>
public sealed class ResourceModel(DatasetStore datasets, DistributionFiles files, TableExplorer tables, TablePreviews previews) : PageModel
{
    public StoredDataset Stored { get; private set; } = null!;

    public ResourceView Resource { get; private set; } = null!;

    public IReadOnlyList<FileVersion> Versions { get; private set; } = [];

    /// <summary>The rows in service; null where there are none (yet).</summary>
    public TableView? Table { get; private set; }

    /// <summary>The first lines of a file that is not in service as a table.</summary>
    public TablePreview? Preview { get; private set; }

    public bool IsBeingRead { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, Guid id, CancellationToken ct)
    {
        if (datasets.FindBySlug(name) is not { } stored) return NotFound();
        if (stored.Slug != name) return RedirectPermanent($"{Request.PathBase}/dataset/{stored.Slug}/resource/{id:D}");
        if (ResourceView.Of(stored, files).FirstOrDefault(r => r.Distribution.Id == id) is not { } resource) return NotFound();
        Stored = stored;
        Resource = resource;
        Versions = files.Versions(id);
        if (!stored.Published) Response.StatusCode = StatusCodes.Status410Gone;
        if (resource.File is null) return Page();
        var query = TableQuery.Read(Request.Query);
        if (TableQuery.NewFilter(Request.Query) is { } filter) return Redirect($"{Request.PathBase}{Request.Path}{query.With(filter).ToAddress()}");
        Table = await tables.ViewAsync(id, query, ct);
        if (Table is not null) return Page();
        IsBeingRead = tables.IsBeingRead(id, resource.File.Number);
        if (resource.CanPreview) Preview = await previews.OfAsync(resource.File, ct);
        return Page();
    }
}
