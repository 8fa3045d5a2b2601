namespace Catalog.Web.Browsing;

/// <summary>Where a reader is in a list that is cut into pages.</summary>
public sealed record Pager
{
    public required int Page { get; init; }

    public required int Pages { get; init; }

    /// <summary>The address of a page of the list.</summary>
    public required Func<int, string> Address { get; init; }

    public string? Previous => Page > 1 ? Address(Page - 1) : null;

    public string? Next => Page < Pages ? Address(Page + 1) : null;

    /// <summary>The pages shown as links: the first, the last, and those around this one; null is a gap.</summary>
    public IEnumerable<int?> Shown()
    {
        var last = 0;
        foreach (var page in new[] { 1, Page - 1, Page, Page + 1, Pages }.Where(p => p >= 1 && p <= Pages).Distinct().Order())
        {
            // A gap of one page is the page itself.
            if (page == last + 2) yield return last + 1;
            else if (page > last + 2) yield return null;
            yield return page;
            last = page;
        }
    }

    public static int Count(int items, int size, int max) => Math.Clamp((items + size - 1) / size, 1, max);
}
