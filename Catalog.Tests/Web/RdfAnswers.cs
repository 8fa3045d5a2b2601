using System.Net;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Web;

/// <summary>RDF as a server sends it, read strictly by its media type.</summary>
internal static class RdfAnswers
{
    public static async Task<List<Quad>> ReadRdfAsync(this PortalHost host, string path, params (string Name, string Value)[] headers)
    {
        using var answer = await host.GetAsync(path, headers);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        var syntax = RdfSyntaxes.OfMediaType(answer.Content.Headers.ContentType!.MediaType);
        Assert.That(syntax, Is.Not.Null, $"{path}: {answer.Content.Headers.ContentType}");
        await using var body = await answer.Content.ReadAsStreamAsync();
        var quads = new List<Quad>();
        var result = RdfReader.Read(body, syntax!.Value, new RdfReadOptions { BaseIri = new Uri(host.Address, path).ToString() }, quads.Add, CancellationToken.None);
        Assert.That(result.Failure?.ToString(), Is.Null, path);
        return quads;
    }
}
