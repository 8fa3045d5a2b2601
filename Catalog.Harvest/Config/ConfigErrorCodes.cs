namespace Catalog.Harvest.Config;

/// <summary>Every code that a config can be answered with. They are shown, documented and searched for by this spelling.</summary>
public static class ConfigErrorCodes
{
    /// <summary>There is no file at the path.</summary>
    public const string FileMissing = "file-missing";

    /// <summary>The file is there and cannot be read.</summary>
    public const string FileUnreadable = "file-unreadable";

    /// <summary>The file is larger than a config written by hand can be.</summary>
    public const string FileTooLarge = "file-too-large";

    /// <summary>The file is not UTF-8.</summary>
    public const string NotUtf8 = "not-utf8";

    /// <summary>A character that no text holds: a control character.</summary>
    public const string BadCharacter = "bad-character";

    /// <summary>The file is not YAML.</summary>
    public const string YamlSyntax = "yaml-syntax";

    /// <summary>Nested too deeply.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>Too many values once its aliases are expanded.</summary>
    public const string TooManyValues = "too-many-values";

    /// <summary>An alias names an anchor that is not defined above it.</summary>
    public const string UnknownAlias = "unknown-alias";

    /// <summary>More than one YAML document in the file.</summary>
    public const string SeveralDocuments = "several-documents";

    /// <summary>Nothing but blanks and comments.</summary>
    public const string EmptyFile = "empty-file";

    /// <summary>A key is written twice in one map.</summary>
    public const string DuplicateKey = "duplicate-key";

    /// <summary>A key that the format does not have.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>A key that is needed is not there.</summary>
    public const string MissingKey = "missing-key";

    /// <summary>A key of another type of source.</summary>
    public const string MisplacedKey = "misplaced-key";

    /// <summary>A key without a value, or an empty string.</summary>
    public const string EmptyValue = "empty-value";

    /// <summary>A list, map or string where another is wanted.</summary>
    public const string WrongKind = "wrong-kind";

    /// <summary>A word outside a closed list.</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>An id outside a-z, 0-9 and hyphen, or shorter than 2 or longer than 100 characters.</summary>
    public const string BadId = "bad-id";

    /// <summary>An id or identifier that is already taken.</summary>
    public const string DuplicateId = "duplicate-id";

    /// <summary>A reference to a publisher or sector that the config does not have.</summary>
    public const string UnknownId = "unknown-id";

    /// <summary>Publishers that are each other's parent.</summary>
    public const string ParentCycle = "parent-cycle";

    /// <summary>Not the shape of a BCP 47 language tag.</summary>
    public const string BadLanguage = "bad-language";

    /// <summary>Not an IANA time zone.</summary>
    public const string BadTimeZone = "bad-time-zone";

    /// <summary>Not a Quartz cron expression, or one that never fires.</summary>
    public const string BadCron = "bad-cron";

    /// <summary>A cron expression that fires every second of its minutes.</summary>
    public const string BusyCron = "busy-cron";

    /// <summary>Not the shape of an e-mail address.</summary>
    public const string BadEmail = "bad-email";

    /// <summary>Not an absolute http(s) URL.</summary>
    public const string BadUrl = "bad-url";

    /// <summary>A user name or password inside a URL.</summary>
    public const string UrlCredentials = "url-credentials";

    /// <summary>A path at which there is nothing.</summary>
    public const string MissingPath = "missing-path";

    /// <summary>A file of a dataset outside the folder of the config.</summary>
    public const string OutsideFolder = "outside-folder";

    /// <summary>A schema file that is not JSON.</summary>
    public const string BadSchema = "bad-schema";

    /// <summary>Neither a count nor a share of 0 to 100 %.</summary>
    public const string BadMaxRemovals = "bad-max-removals";

    /// <summary>No share of 0% to 100%.</summary>
    public const string BadShare = "bad-share";

    /// <summary>Not an ISO 8601 date.</summary>
    public const string BadDate = "bad-date";

    /// <summary>Not two dates with a slash between, the earlier first.</summary>
    public const string BadPeriod = "bad-period";

    /// <summary>Neither an ISO 8601 repeating interval nor `eventual`.</summary>
    public const string BadFrequency = "bad-frequency";

    /// <summary>Neither a licence id nor a URL.</summary>
    public const string BadLicense = "bad-license";

    /// <summary>A header that HTTP does not allow, or that the harvester sets itself.</summary>
    public const string BadHeader = "bad-header";

    /// <summary>Request headers that travel unencrypted.</summary>
    public const string PlainHeaders = "plain-headers";

    /// <summary>More than a host name: a scheme, a port, a path or a wildcard.</summary>
    public const string BadHost = "bad-host";

    /// <summary>A `${` that is not followed by a name and `}`.</summary>
    public const string BadVariable = "bad-variable";

    /// <summary>An environment variable that is not set.</summary>
    public const string MissingVariable = "missing-variable";

    /// <summary>A config without sources.</summary>
    public const string NoSources = "no-sources";
}
