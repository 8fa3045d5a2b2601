using System.Globalization;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Search;
using Microsoft.AspNetCore.Http.Extensions;

namespace Catalog.Web.Browsing;

/// <summary>
/// A search as its address says it, in CKAN's parameters so that old links work. Nothing in an address is an error:
/// what cannot be understood is left out.
/// </summary>
public sealed record DatasetQuery
{
    /// <summary>Chosen facet values at most. 20: more come from no page of ours.</summary>
    private const int MaxFilters = 20;

    /// <summary>Characters of a facet value. 200: longer tags are shown by no facet.</summary>
    private const int MaxValueLength = 200;

    /// <summary>The parameter of each facet, in the order in which pages show them.</summary>
    public static readonly IReadOnlyList<(FacetField Field, string Parameter)> Parameters =
    [
        (FacetField.Sector, "groups"),
        (FacetField.Publisher, "organization"),
        (FacetField.Format, "res_format"),
        (FacetField.License, "license_id"),
        (FacetField.Tag, "tags"),
    ];

    public string Text { get; init; } = "";

    /// <summary>The text was longer than the limit, and its end was left out.</summary>
    public bool Cut { get; init; }

    /// <summary>What the address asks for; null: relevance with words, newest first without.</summary>
    public SearchSort? Sort { get; init; }

    public ValueList<FacetFilter> Filters { get; init; } = [];

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The facet that is shown whole.</summary>
    public FacetField? Whole { get; init; }

    public SearchSort EffectiveSort => Sort ?? (Text.Length > 0 ? SearchSort.Relevance : SearchSort.Date);

    public static DatasetQuery Read(IQueryCollection query, Limits limits)
    {
        var text = (query["q"].FirstOrDefault() ?? "").Trim();
        var filters = Parameters
            .SelectMany(p => query[p.Parameter].Where(value => value is { Length: > 0 and <= MaxValueLength }).Select(value => new FacetFilter(p.Field, value!)))
            .Distinct().Take(MaxFilters).ToValueList();
        return new DatasetQuery
        {
            Text = text.Length > limits.MaxQueryLength ? text[..limits.MaxQueryLength] : text,
            Cut = text.Length > limits.MaxQueryLength,
            Sort = SortOf(query["sort"].FirstOrDefault()),
            Filters = filters,
            Page = ReadPage(query, limits),
            Whole = WholeOf(query["facet"].FirstOrDefault()),
        };
    }

    /// <summary>The page asked for: from 1 to the last that can be turned to; 1 when it is no number.</summary>
    public static int ReadPage(IQueryCollection query, Limits limits) =>
        int.TryParse(query["page"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, limits.MaxPage) : 1;

    public bool Has(FacetField field, string value) => Filters.Contains(new FacetFilter(field, value));

    public DatasetQuery With(FacetFilter filter) => this with { Filters = Filters.Add(filter), Page = 1 };

    public DatasetQuery Without(FacetFilter filter) => this with { Filters = Filters.Where(f => f != filter).ToValueList(), Page = 1 };

    /// <summary>The query part of the address of this search: "" or "?…", always spelled the same way.</summary>
    public string ToQueryString()
    {
        var query = new QueryBuilder();
        if (Text.Length > 0) query.Add("q", Text);
        foreach (var (field, parameter) in Parameters)
            foreach (var filter in Filters.Where(f => f.Field == field)) query.Add(parameter, filter.Value);
        if (Sort is { } sort) query.Add("sort", Spelling(sort));
        if (Whole is { } whole) query.Add("facet", Parameters.First(p => p.Field == whole).Parameter);
        if (Page > 1) query.Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }

    public static string Spelling(SearchSort sort) => sort switch
    {
        SearchSort.Date => "metadata_modified desc",
        SearchSort.Title => "title_string asc",
        _ => "score desc",
    };

    private static SearchSort? SortOf(string? sort) => sort?.Split(' ', ',')[0] switch
    {
        "score" => SearchSort.Relevance,
        "metadata_modified" or "metadata_created" or "date" => SearchSort.Date,
        "title_string" or "title" or "name" => SearchSort.Title,
        _ => null,
    };

    private static FacetField? WholeOf(string? name)
    {
        foreach (var (field, parameter) in Parameters)
            if (parameter == name) return field;
        return null;
    }
}
