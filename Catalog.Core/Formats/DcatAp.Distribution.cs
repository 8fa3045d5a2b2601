using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <content>Distributions.</content>
public sealed partial class DcatAp
{
    private Iri DistributionIri(string slug, Guid id) => Own(_addresses.Distribution(slug, id));

    private void WriteDistribution(Iri dataset, PublishedDataset published, Distribution distribution)
    {
        var iri = DistributionIri(published.Slug, distribution.Id);
        var file = published.Files.GetValueOrDefault(distribution.Id);
        var type = FileFormats.Find(distribution.Format, distribution.MediaType ?? file?.MediaType);
        _sink.BeginSubject(iri, DcatNs.Distribution);
        WriteText(DctNs.Title, distribution.Title);
        WriteText(DctNs.Description, distribution.Description);
        WritePlain(DctNs.Identifier, distribution.Identifier);
        WriteAddresses(iri, published.Slug, distribution, file);
        WriteFormats(iri, distribution, type, file);
        WriteLicense(iri, distribution.License ?? published.Dataset.License ?? _catalog.License);
        WriteRights(iri, distribution.Rights);
        if (EuVocabulary.Availability(distribution.Availability) is { } availability)
            _sink.Link(OtherNs.Availability, Code("planned-availability", EuVocabulary.AvailabilityIri(availability), availability));
        if (EuVocabulary.DistributionStatus(distribution.Status) is { } status)
            _sink.Link(OtherNs.AdmsStatus, Code("distribution-status", EuVocabulary.DistributionStatusIri(status), status));
        if ((file?.Size ?? distribution.ByteSize) is >= 0 and { } size)
            _sink.Typed(DcatNs.ByteSize, size.ToString(CultureInfo.InvariantCulture), OtherNs.NonNegativeInteger);
        WriteLanguages(distribution.Languages);
        WriteDate(DctNs.Issued, distribution.Issued);
        WriteDate(DctNs.Modified, distribution.Modified);
        WriteDuration(distribution.TemporalResolution);
        WriteResolution(distribution.SpatialResolutionInMeters);
        for (var i = 0; i < distribution.ConformsTo.Count; i++)
            if (!string.IsNullOrWhiteSpace(distribution.ConformsTo[i])) _sink.Link(DctNs.ConformsTo, Standard(iri, distribution.ConformsTo[i], i + 1));
        var services = _catalog.Services.Where(s => distribution.AccessServices.Contains(s.Id) && Links.Of(s.EndpointUrl) is not null).ToList();
        foreach (var service in services) _sink.Link(DcatNs.AccessService, ServiceIri(service.Id));
        var checksum = ChecksumOf(distribution, file);
        if (checksum is not null) _sink.Link(OtherNs.HasChecksum, iri.WithFragment("checksum"));
        foreach (var law in published.Dataset.ApplicableLegislation.Select(Links.Of).OfType<Iri>().Distinct())
            _sink.Link(OtherNs.ApplicableLegislation, _nodes.Local(law, OtherNs.LegalResource));
        WriteKept(distribution, type, isFile: file is not null || Links.Of(distribution.DownloadUrl) is not null);
        WriteExtras(distribution.Extras);
        _sink.EndSubject();
        if (checksum is not null) WriteChecksum(iri.WithFragment("checksum"), checksum);
        foreach (var service in services) WriteService(service);
    }

    private void WriteAddresses(Iri iri, string slug, Distribution distribution, StoredFile? file)
    {
        var download = Links.Of(distribution.DownloadUrl);
        var access = Links.Of(distribution.AccessUrl);
        var isFile = file is not null || download is not null;
        // Something that is no file (an API, a page) is had at the source's address; our page only tells about it.
        _sink.Link(DcatNs.AccessUrl, isFile ? iri : access ?? iri);
        if (file is not null)
        {
            _sink.Link(DcatNs.DownloadUrl, Own(_addresses.Download(slug, distribution.Id, file.FileName)));
            if ((download ?? access) is { } source) _sink.Link(OtherNs.WasDerivedFrom, source);
        }
        else if (download is { } address)
        {
            _sink.Link(DcatNs.DownloadUrl, address);
        }
    }

    private void WriteFormats(Iri iri, Distribution distribution, FileFormat? type, StoredFile? file)
    {
        if (EuVocabulary.FileType(type) is { } format)
            _sink.Link(DctNs.Format, _nodes.Code(format, DctNs.MediaTypeOrExtent));
        else if (!string.IsNullOrWhiteSpace(distribution.Format))
            _sink.Link(DctNs.Format, _nodes.Local(iri.WithFragment("format"), DctNs.MediaTypeOrExtent, AgentNs.Label, Text.Of("", distribution.Format.Trim())));
        // Only types that the format table knows to be registered: DCAT-AP requires one of IANA's.
        WriteMediaType(DcatNs.MediaType, type?.MediaType ?? RegisteredType(distribution.MediaType) ?? RegisteredType(file?.MediaType));
        WriteMediaType(DcatNs.CompressFormat, FileFormats.Find(distribution.CompressFormat, distribution.CompressFormat)?.MediaType);
        WriteMediaType(DcatNs.PackageFormat, FileFormats.Find(distribution.PackageFormat, distribution.PackageFormat)?.MediaType);
    }

    private static string? RegisteredType(string? mediaType) => FileFormats.Find(null, mediaType)?.MediaType;

    private void WriteMediaType(Iri predicate, string? mediaType)
    {
        if (mediaType is not null) _sink.Link(predicate, _nodes.Code(EuVocabulary.MediaType(mediaType), DctNs.MediaType));
    }

    private Iri Code(string table, Iri code, string name) =>
        _nodes.Concept(code, Text.Of("en", name.ToLowerInvariant()), EuVocabulary.Scheme(table));

    /// <summary>Ours where we hold the bytes; else the source's, when it is one that SPDX names and hexadecimal.</summary>
    private static Checksum? ChecksumOf(Distribution distribution, StoredFile? file)
    {
        if (file is not null) return new Checksum("sha256", file.Sha256);
        if (distribution.Checksum is not { } given) return null;
        var algorithm = given.Algorithm[(given.Algorithm.LastIndexOfAny(['_', '/', '#']) + 1)..].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        var value = given.Value.Trim();
        var known = algorithm is "md5" or "sha1" or "sha224" or "sha256" or "sha384" or "sha512";
        return known && value.Length > 0 && value.Length % 2 == 0 && value.All(char.IsAsciiHexDigit) ? new Checksum(algorithm, value) : null;
    }

    private void WriteChecksum(Iri iri, Checksum checksum)
    {
        _sink.BeginSubject(iri, OtherNs.Checksum);
        var algorithm = Iri.Of("http://spdx.org/rdf/terms#checksumAlgorithm_" + checksum.Algorithm);
        _sink.Link(OtherNs.Algorithm, _nodes.Code(algorithm, OtherNs.ChecksumAlgorithm));
        _sink.Typed(OtherNs.ChecksumValue, checksum.Value, OtherNs.HexBinary);
        _sink.EndSubject();
    }
}
