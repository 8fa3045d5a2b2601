using System.Text.Json;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>A property as it is written, and where its values begin and end for the node at hand.</summary>
internal sealed class WrittenProperty(Iri iri, JsonEncodedText name, RdfTerm? term, RdfTerm? reverse)
{
    public Iri Iri { get; } = iri;

    /// <summary>Under which values of any kind can stand, spelled out.</summary>
    public JsonEncodedText Name { get; } = name;

    public RdfTerm? Term { get; } = term;

    public JsonEncodedText TermName { get; } = JsonEncodedText.Encode(term?.Name ?? "", JsonLdWriter.Encoder);

    public RdfTerm? Reverse { get; } = reverse;

    /// <summary>The node whose values are being gathered, and the group that they are gathered in.</summary>
    public WrittenNode? Owner { get; set; }

    public int Group { get; set; }
}

/// <summary>The values of one property of a node: the first and last of a chain.</summary>
internal record struct WrittenGroup(WrittenProperty Property, int First, int Last);

/// <summary>A value of a node, and the next one of the same property.</summary>
internal record struct WrittenValue(TermKind Kind, string Text, string? Language, JsonEncodedText Datatype, Iri DatatypeIri)
{
    public int Next { get; set; } = -1;

    /// <summary>The node that a link leads to, when that is among those at hand.</summary>
    public WrittenNode? Target { get; set; }

    /// <summary>A hosted node leads to its host by where it stands.</summary>
    public bool IsSaidByPlace { get; set; }

    /// <summary>The node that it leads to says it from its side.</summary>
    public bool IsSaidByTarget { get; set; }
}

/// <summary>What a batch says of one subject.</summary>
internal sealed class WrittenNode
{
    public Iri Subject { get; private set; }

    public List<JsonEncodedText> Types { get; } = [];

    public List<WrittenGroup> Groups { get; } = [];

    /// <summary>Nodes that nothing leads to, and which lead here: they are written from this side.</summary>
    public List<(WrittenProperty Property, WrittenNode Node)> Hosted { get; } = [];

    /// <summary>Links to this node that are written from its side.</summary>
    public List<(WrittenProperty Property, Iri From)> Reversed { get; } = [];

    public bool IsReferred { get; set; }

    public bool IsHosted { get; set; }

    public bool IsWritten { get; set; }

    public bool SaysNothing => Types.Count == 0 && Groups.Count == 0;

    public WrittenNode Begin(Iri subject)
    {
        Subject = subject;
        Types.Clear();
        Groups.Clear();
        Hosted.Clear();
        Reversed.Clear();
        IsReferred = IsHosted = IsWritten = false;
        return this;
    }
}
