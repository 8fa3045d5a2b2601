using Catalog.Core.Storage;
using Catalog.Web.Browsing;
using Catalog.Web.Language;
using Catalog.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>One file of a dataset: what it is, its rows where it is a table, and its versions.</summary>
public sealed class ResourceModel(DatasetStore datasets, DistributionFiles files, TableExplorer tables, Reader reader) : PageModel
{
    public StoredDataset Stored { get; private set; } = null!;

    public ResourceView Resource { get; private set; } = null!;

    public IReadOnlyList<FileVersion> Versions { get; private set; } = [];

    /// <summary>The rows in service; null where there are none (yet).</summary>
    public TableView? Table { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, Guid id, CancellationToken ct)
    {
        if (datasets.FindBySlug(name) is not { } stored) return NotFound();
        if (stored.Slug != name) return RedirectPermanent($"{Request.PathBase}/dataset/{stored.Slug}/resource/{id:D}");
        if (ResourceView.Of(stored, files).FirstOrDefault(r => r.Distribution.Id == id) is not { } resource) return NotFound();
        Stored = stored;
        Resource = resource with { Tables = tables.Standings(stored.Id).GetValueOrDefault(id) };
        Versions = files.Versions(id);
        if (!stored.Published) Response.StatusCode = StatusCodes.Status410Gone;
        if (!Resource.HasTable) return Page();
        var query = TableQuery.Read(Request.Query);
        if (TableQuery.NewFilter(Request.Query, (column, value) => tables.ValueOf(id, query, column, value, reader)) is { } filter)
            return Redirect($"{Request.PathBase}{Request.Path}{query.With(filter).ToAddress()}");
        Table = await tables.ViewAsync(id, query, ct);
        return Page();
    }
}
