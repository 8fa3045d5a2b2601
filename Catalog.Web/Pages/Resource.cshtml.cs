using Catalog.Core.Storage;
using Catalog.Web.Browsing;
using Catalog.Web.Preview;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Catalog.Web.Pages;

/// <summary>One file of a dataset.</summary>
public sealed class ResourceModel(DatasetStore datasets, DistributionFiles files, TablePreviews previews) : PageModel
{
    public StoredDataset Stored { get; private set; } = null!;

    public ResourceView Resource { get; private set; } = null!;

    public IReadOnlyList<FileVersion> Versions { get; private set; } = [];

    public TablePreview? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, Guid id, CancellationToken ct)
    {
        if (datasets.FindBySlug(name) is not { } stored) return NotFound();
        if (stored.Slug != name) return RedirectPermanent($"{Request.PathBase}/dataset/{stored.Slug}/resource/{id:D}");
        if (ResourceView.Of(stored, files).FirstOrDefault(r => r.Distribution.Id == id) is not { } resource) return NotFound();
        Stored = stored;
        Resource = resource;
        Versions = files.Versions(id);
        if (!stored.Published) Response.StatusCode = StatusCodes.Status410Gone;
        if (resource.CanPreview) Preview = await previews.OfAsync(resource.File!, ct);
        return Page();
    }
}
