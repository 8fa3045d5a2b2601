namespace Catalog.Core.Rdf.JsonLd;

/// <summary>The addresses through which a context came to be read, the last first.</summary>
internal sealed record ContextChain(string Address, ContextChain? From)
{
    public int Length { get; } = 1 + (From?.Length ?? 0);

    public bool Includes(string address) => Address == address || (From?.Includes(address) ?? false);
}
