using System.Globalization;
using System.Text;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>Where the reading is in the document, and what it has passed over.</summary>
internal sealed class JsonLdReport(RdfReadOptions options)
{
    private readonly List<RdfError> _skipped = [];
    private readonly List<(string? Name, int Index)> _path = [];
    private ReadOnlyMemory<byte> _document;

    public RdfReadOptions Options { get; } = options;

    public IReadOnlyList<RdfError> Skipped => _skipped;

    public long SkippedCount { get; private set; }

    public int Depth => _path.Count;

    /// <summary>The text that offsets count in.</summary>
    public void Begin(ReadOnlyMemory<byte> document) => _document = document;

    public void Enter(string name) => _path.Add((name, 0));

    public void Enter(int index) => _path.Add((null, index));

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Back to where a fault is passed over: nobody left the places between.</summary>
    public void Return(int depth) => _path.RemoveRange(depth, _path.Count - depth);

    public bool PassesOver(JsonLdFault fault) => Options.Lenient && !fault.EndsReading;

    public void Skip(JsonLdFault fault)
    {
        SkippedCount++;
        if (_skipped.Count < Options.Limits.MaxRdfErrors) _skipped.Add(ErrorOf(fault));
    }

    public void Skip(string code, string message, int offset)
    {
        SkippedCount++;
        if (_skipped.Count < Options.Limits.MaxRdfErrors) _skipped.Add(ErrorAt(code, message, offset));
    }

    /// <summary>The error with its JSON pointer (RFC 6901), and with its line where the fault has a place.</summary>
    public RdfError ErrorOf(JsonLdFault fault)
    {
        var pointer = Pointer();
        return ErrorAt(fault.Code, pointer.Length == 0 ? fault.Message : $"{fault.Message} (at {pointer})", fault.At?.Offset ?? -1);
    }

    public RdfError ErrorAt(string code, string message, int offset)
    {
        if (offset < 0 || offset > _document.Length) return new RdfError { Code = code, Message = message };
        var before = _document.Span[..offset];
        var line = before.Count((byte)'\n');
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new RdfError { Code = code, Message = message, Line = line + 1, Column = Encoding.UTF8.GetCharCount(before[lineStart..]) + 1 };
    }

    private string Pointer()
    {
        var pointer = new StringBuilder();
        foreach (var (name, index) in _path)
        {
            pointer.Append('/');
            if (name is null) pointer.Append(index.ToString(CultureInfo.InvariantCulture));
            else pointer.Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }
        return pointer.ToString();
    }
}
