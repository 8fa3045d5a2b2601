using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <content>Bodies and contacts.</content>
public static partial class DcatReader
{
    private static Agent? ReadAgent(LinkedReading reading, LinkedValue value, string? owner)
    {
        if (value.Literal is { } literal)
        {
            reading.ReportLiteral(value);
            return WebAddress.IsWeb(literal) ? new Agent { Uri = literal, Name = NameOfIri(literal) } : new Agent { Name = Text.Of(LinkedText.LanguageOf(value, reading), literal) };
        }
        if (!value.IsNode) return null;
        var uri = value.Iri is { } iri && !LinkedCodes.IsPart(iri, owner) ? iri : null;
        if (!value.IsDescribed)
        {
            if (uri is null) return null;
            reading.ReportLink(value);
            return new Agent { Uri = uri, Name = NameOfIri(uri) };
        }
        var node = value.Node;
        var name = ReadName(node);
        if (name.IsEmpty && uri is not null) name = NameOfIri(uri);
        // What it is and whom it belongs to is said of the body, not of the dataset: the publishers of this catalog say it.
        node.Consider("dct:description", "schema:description", "org:subOrganizationOf", "schema:parentOrganization");
        var agent = new Agent
        {
            Uri = uri,
            Name = name,
            Email = node.First(v => Email(reading, v), "foaf:mbox", "vcard:hasEmail", "schema:email"),
            Homepage = node.First(v => LinkedCodes.Address(reading, v), "foaf:homepage", "foaf:workplaceHomepage", "vcard:hasURL", "schema:url"),
            Type = node.First(v => TypeOf(reading, v), "dct:type"),
        };
        return agent is { Uri: null, Name.IsEmpty: true, Email: null, Homepage: null } ? null : agent;
    }

    /// <summary>Names in languages win over the same name said without one, as feeds do that must satisfy two profiles.</summary>
    private static Text ReadName(LinkedNode node)
    {
        var reading = node.Reading;
        var label = LinkedText.Of(reading, node.All("skos:prefLabel"));
        var name = LinkedText.Of(reading, node.All("foaf:name", "schema:name", "vcard:fn", "rdfs:label", "dct:title", "vcard:organization-name"));
        if (label.IsEmpty) return name;
        return new Text { Values = label.Values.Concat(name.Values.Where(n => label.Values.All(l => l.Value != n.Value))).ToValueList() };
    }

    private static Text NameOfIri(string iri)
    {
        var cut = iri.TrimEnd('/', '#').LastIndexOfAny(['/', '#', ':']);
        return Text.Of("", Uri.UnescapeDataString(iri.TrimEnd('/', '#')[(cut + 1)..]));
    }

    private static string? TypeOf(LinkedReading reading, LinkedValue value)
    {
        if (value.IsDescribed) value.Node.Consider("skos:prefLabel", "skos:inScheme");
        return LinkedCodes.Link(reading, value);
    }

    private static ContactPoint? ReadContact(LinkedReading reading, LinkedValue value)
    {
        if (value.Literal is { } literal)
        {
            reading.ReportLiteral(value);
            return EmailAddress.IsValid(Address(literal)) ? new ContactPoint { Email = Address(literal) }
                : WebAddress.IsWeb(literal) ? new ContactPoint { Url = literal } : new ContactPoint { Name = literal };
        }
        if (!value.IsDescribed)
            return value.Iri is not { } iri ? null
                : iri.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? new ContactPoint { Email = Address(iri) }
                : WebAddress.IsWeb(iri) ? new ContactPoint { Url = iri } : null;
        var node = value.Node;
        var contact = new ContactPoint
        {
            Name = ReadContactName(node),
            Email = node.First(v => Email(reading, v), "vcard:hasEmail", "vcard:email", "foaf:mbox", "schema:email"),
            Telephone = node.First(v => Telephone(v), "vcard:hasTelephone", "vcard:tel", "foaf:phone", "schema:telephone"),
            Url = node.First(v => LinkedCodes.Address(reading, v), "vcard:hasURL", "vcard:url", "foaf:homepage", "schema:url"),
        };
        return contact is { Name: null, Email: null, Telephone: null, Url: null } ? null : contact;
    }

    private static string? ReadContactName(LinkedNode node)
    {
        // A bare "title" is the person's office in DCAT-US 3 (vcard:title), not a name.
        string[] names = node.Reading.IsBare ? ["vcard:fn", "foaf:name"] : ["vcard:fn", "foaf:name", "schema:name", "rdfs:label", "dct:title", "vcard:organization-name"];
        var name = LinkedText.Of(node.Reading, node.All(names));
        return name.IsEmpty ? null : name.In(node.Reading.Context.Language);
    }

    private static string? Email(LinkedReading reading, LinkedValue value)
    {
        if (Inner(value) is not { } said) return null;
        var address = Address(said);
        if (EmailAddress.IsValid(address)) return address;
        reading.Report(FindingCodes.BadEmail, Severity.Warning, value.Pointer, said,
            $"«{value.Member}» no es una dirección de correo; se conserva entre los datos adicionales.", $"'{value.Member}' is not an e-mail address; it is kept among the extras.",
            "Escriba una sola dirección.", "Write one address.");
        return null;
    }

    private static string? Telephone(LinkedValue value) =>
        Inner(value) is { } said ? said.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(said[4..]) : said : null;

    /// <summary>vCard writes a value as an IRI, as a text, or as a node that has it (vCard ontology §2.3).</summary>
    private static string? Inner(LinkedValue value) => value.IsDescribed ? value.Node.First(v => v.IriOrLiteral, "vcard:hasValue", "vcard:value") ?? value.Iri : value.IriOrLiteral;

    private static string Address(string mailbox) => (mailbox.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(mailbox[7..]) : mailbox).Trim();
}
