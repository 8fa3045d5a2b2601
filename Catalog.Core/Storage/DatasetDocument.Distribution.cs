using System.Text.Json;
using Catalog.Core.Dcat;

namespace Catalog.Core.Storage;

/// <content>Distributions.</content>
internal static partial class DatasetDocument
{
    private static readonly byte[][] DistributionNames = DocumentNames.Of(
        "id", "identifier", "title", "description", "accessUrl", "downloadUrl", "format", "mediaType", "compressFormat", "packageFormat", "fileName",
        "byteSize", "checksum", "license", "rights", "issued", "modified", "languages", "conformsTo", "status", "availability", "type", "temporalResolution",
        "spatialResolutionInMeters", "accessServices", "fields", "extras");

    private static Distribution ReadDistribution(ref Utf8JsonReader json)
    {
        var id = Guid.Empty;
        string? identifier = null, accessUrl = null, downloadUrl = null, format = null, mediaType = null, compressFormat = null, packageFormat = null;
        string? fileName = null, license = null, status = null, availability = null, type = null, temporalResolution = null;
        Text title = Text.Empty, description = Text.Empty, rights = Text.Empty;
        long? byteSize = null;
        Checksum? checksum = null;
        DcatDate? issued = null, modified = null;
        ValueList<string> languages = [], conformsTo = [], accessServices = [];
        double? spatialResolution = null;
        ValueList<Field> fields = [];
        ValueList<Extra> extras = [];
        for (var at = Next(ref json, DistributionNames, -1); at >= 0; at = Next(ref json, DistributionNames, at))
        {
            switch (at)
            {
                case 0: id = json.GetGuid(); break;
                case 1: identifier = json.GetString(); break;
                case 2: title = ReadText(ref json); break;
                case 3: description = ReadText(ref json); break;
                case 4: accessUrl = json.GetString(); break;
                case 5: downloadUrl = json.GetString(); break;
                case 6: format = json.GetString(); break;
                case 7: mediaType = json.GetString(); break;
                case 8: compressFormat = json.GetString(); break;
                case 9: packageFormat = json.GetString(); break;
                case 10: fileName = json.GetString(); break;
                case 11: byteSize = json.GetInt64(); break;
                case 12: checksum = ReadChecksum(ref json); break;
                case 13: license = json.GetString(); break;
                case 14: rights = ReadText(ref json); break;
                case 15: issued = ReadDate(ref json); break;
                case 16: modified = ReadDate(ref json); break;
                case 17: languages = ReadStrings(ref json); break;
                case 18: conformsTo = ReadStrings(ref json); break;
                case 19: status = json.GetString(); break;
                case 20: availability = json.GetString(); break;
                case 21: type = json.GetString(); break;
                case 22: temporalResolution = json.GetString(); break;
                case 23: spatialResolution = json.GetDouble(); break;
                case 24: accessServices = ReadStrings(ref json); break;
                case 25: fields = ReadList(ref json, ReadField); break;
                default: extras = ReadList(ref json, ReadExtra); break;
            }
        }
        return new Distribution
        {
            Id = id, Identifier = identifier, Title = title, Description = description, AccessUrl = accessUrl, DownloadUrl = downloadUrl, Format = format,
            MediaType = mediaType, CompressFormat = compressFormat, PackageFormat = packageFormat, FileName = fileName, ByteSize = byteSize, Checksum = checksum,
            License = license, Rights = rights, Issued = issued, Modified = modified, Languages = languages, ConformsTo = conformsTo, Status = status,
            Availability = availability, Type = type, TemporalResolution = temporalResolution, SpatialResolutionInMeters = spatialResolution,
            AccessServices = accessServices, Fields = fields, Extras = extras,
        };
    }
}
