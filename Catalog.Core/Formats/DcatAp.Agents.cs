using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <content>Organisations and contacts.</content>
public sealed partial class DcatAp
{
    private static readonly Iri PublisherTypes = Iri.Of("http://purl.org/adms/publishertype/1.0");

    private Iri CatalogPublisher() => _catalog.Publisher switch
    {
        { Id: { } id } => Own(_addresses.Organization(id)),
        { Uri: var uri } => Links.Of(uri) ?? _catalogIri.WithFragment("publisher"),
    };

    private string? CatalogEmail() => Links.Email(_catalog.Publisher.Email) ?? Links.Email(Publisher(_catalog.Publisher.Id)?.Email);

    private void WriteCatalogPublisher()
    {
        if (Publisher(_catalog.Publisher.Id) is { } publisher) WritePublisher(publisher);
        else WriteOrganization(CatalogPublisher(), _catalog.Publisher with { Name = _catalog.Publisher.Name.Or(_catalog.Title) });
    }

    private Publisher? Publisher(string? id) => id is null ? null : _catalog.Publishers.FirstOrDefault(p => p.Id == id);

    /// <summary>The body of the config; else the one that the source names; else whoever publishes the catalog.</summary>
    private Iri PublisherIri(Iri dataset, PublishedDataset published)
    {
        if (published.PublisherId is { } id) return Own(_addresses.Organization(id));
        return !NameOf(published).SaysSomething() ? CatalogPublisher() : Foreign(published.Dataset.Publisher?.Uri) ?? dataset.WithFragment("publisher");
    }

    private void WritePublisherOf(Iri dataset, PublishedDataset published)
    {
        var name = NameOf(published);
        if (Publisher(published.PublisherId) is { } publisher) WritePublisher(publisher);
        else if (published.PublisherId is null && !name.SaysSomething()) WriteCatalogPublisher();
        else
            WriteOrganization(
                PublisherIri(dataset, published),
                (published.Dataset.Publisher ?? new Agent()) with { Name = name.Or(Text.Of("", published.PublisherId ?? "")) });
    }

    private static Text NameOf(PublishedDataset published) =>
        published.PublisherName.Or(published.Dataset.Publisher?.Name ?? Text.Empty);

    private void WritePublisher(Publisher publisher)
    {
        var agent = new Agent { Id = publisher.Id, Name = publisher.Name, Email = publisher.Email, Homepage = publisher.Url };
        var parent = Publisher(publisher.Parent);
        WriteOrganization(Own(_addresses.Organization(publisher.Id)), agent, publisher.Description, parent);
        // A parent already written ends the climb, so a cycle in the config cannot hang it.
        if (parent is not null && !_nodes.Has(Own(_addresses.Organization(parent.Id)), AgentNs.Organization)) WritePublisher(parent);
    }

    // Three classes: DCAT-AP asks for foaf:Agent, DCAT-US 3 for org:Organization with foaf:name as a plain string and
    // one skos:prefLabel.
    private void WriteOrganization(Iri iri, Agent agent, Text? description = null, Publisher? parent = null)
    {
        if (!_nodes.IsNew(iri, AgentNs.Organization)) return;
        _sink.BeginSubject(iri, AgentNs.Agent, AgentNs.FoafOrganization, AgentNs.Organization);
        _sink.Literal(AgentNs.FoafName, agent.Name.In(_language));
        WriteOne(AgentNs.PrefLabel, agent.Name);
        if (description is not null) WriteText(DctNs.Description, description);
        if (Links.Mailto(agent.Email) is { } mailbox) _sink.Link(AgentNs.Mbox, mailbox);
        if (Links.Of(agent.Homepage) is { } homepage) _sink.Link(AgentNs.Homepage, _nodes.Document(homepage));
        if (Links.Of(agent.Type) is { } type)
            _sink.Link(DctNs.Type, _nodes.Concept(type, Text.Of("", EuVocabulary.LastSegment(type.Value)!), PublisherTypes));
        if (parent is not null) _sink.Link(AgentNs.SubOrganizationOf, Own(_addresses.Organization(parent.Id)));
        _sink.EndSubject();
    }

    /// <summary>
    /// The contacts that can be written to. DCAT-US 3 requires a mailbox: one that the source leaves out is the
    /// publisher's, else the catalog's; where nobody has any, there is no contact to give.
    /// </summary>
    private List<ContactPoint> Contacts(PublishedDataset published)
    {
        var fallback = Links.Email(Publisher(published.PublisherId)?.Email) ?? Links.Email(published.Dataset.Publisher?.Email) ?? CatalogEmail();
        var contacts = new List<ContactPoint>();
        foreach (var contact in published.Dataset.ContactPoints)
            if ((Links.Email(contact.Email) ?? fallback) is { } email) contacts.Add(contact with { Email = email });
        if (contacts.Count == 0 && fallback is not null) contacts.Add(new ContactPoint { Email = fallback });
        return contacts;
    }

    private static Iri ContactIri(Iri dataset, int number) => dataset.WithFragment(Numbered("contact", number));

    private void WriteContact(Iri iri, ContactPoint contact, string organization)
    {
        _sink.BeginSubject(iri, AgentNs.Kind, AgentNs.VcardOrganization);
        _sink.Literal(AgentNs.FormattedName, string.IsNullOrWhiteSpace(contact.Name) ? organization : contact.Name.Trim());
        if (Links.Mailto(contact.Email) is { } mailbox) _sink.Link(AgentNs.HasEmail, mailbox);
        if (Links.Telephone(contact.Telephone) is { } telephone) _sink.Link(AgentNs.HasTelephone, telephone);
        if (Links.Of(contact.Url) is { } url) _sink.Link(AgentNs.HasUrl, url);
        _sink.EndSubject();
    }

    /// <summary>"contact", "contact-2", "contact-3": the common single one keeps the plain name.</summary>
    private static string Numbered(string name, int number) => number == 1 ? name : $"{name}-{number}";
}
