using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Catalog.Harvest.Config;

/// <summary>
/// YAML text to nodes with places. It reads YamlDotNet's events and not its representation model, because that stops
/// at the first duplicate key and recurses as deeply as the file nests: a megabyte of '[' ends the process.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>Levels of nesting. 32: the format uses nine.</summary>
    public const int MaxDepth = 32;

    /// <summary>Values after expanding aliases. 200,000: twice what a megabyte can hold without them.</summary>
    public const int MaxValues = 200_000;

    private readonly ConfigReading _reading;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Dictionary<string, YamlValue> _anchors = new(StringComparer.Ordinal);
    private int _values;
    private int _lastLine = 1;
    private int _lastColumn = 1;

    private YamlTree(string text, ConfigReading reading)
    {
        _reading = reading;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The root of the only document, or null after telling why there is none.</summary>
    public static YamlValue? Read(string text, ConfigReading reading)
    {
        try
        {
            return new YamlTree(text, reading).ReadStream();
        }
        catch (StopException)
        {
            return null;
        }
        catch (YamlException e)
        {
            var (line, column) = Place(e.Start);
            reading.Error(ConfigErrorCodes.YamlSyntax, line, column, Sentence(e.Message), SyntaxHint(text, line, column));
            return null;
        }
    }

    private YamlValue? ReadStream()
    {
        Advance();
        Advance();
        if (_parser.Current is StreamEnd) return Nothing();
        Advance();
        var root = ReadNode(1);
        if (_parser.Current is DocumentEnd) Advance();
        if (_parser.Current is DocumentStart second)
        {
            var (line, column) = Place(second.Start);
            _reading.Error(ConfigErrorCodes.SeveralDocuments, line, column, "a second YAML document begins here", "remove the line '---', or move what follows to a file of its own");
        }
        return root is YamlScalar { IsNull: true } ? Nothing() : root;
    }

    private YamlValue? Nothing()
    {
        _reading.Error(ConfigErrorCodes.EmptyFile, 1, 1, "the config says nothing", "the least is a catalog with title and description, and a list of sources");
        return null;
    }

    private YamlValue ReadNode(int depth)
    {
        // On some broken files the parser ends in the middle of a map without saying so.
        if (_parser.Current is not (NodeEvent or AnchorAlias)) throw Stop(ConfigErrorCodes.YamlSyntax, _lastLine, _lastColumn, "the file ends or breaks off in the middle of something");
        var parsed = _parser.Current;
        var (line, column) = Place(parsed.Start);
        (_lastLine, _lastColumn) = (line, column);
        if (depth > MaxDepth) throw Stop(ConfigErrorCodes.TooDeep, line, column, $"nested deeper than {MaxDepth} levels");
        if (parsed is AnchorAlias alias) return Resolve(alias, line, column, depth);
        Count(1, line, column);
        var node = parsed switch
        {
            Scalar scalar => new YamlScalar(line, column, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => ReadList(new YamlList(line, column), depth),
            _ => ReadMap(new YamlMap(line, column), depth),
        };
        Advance();
        // Registered only when complete, so an alias inside its own anchor is unknown and no cycle can arise.
        if (parsed is NodeEvent { Anchor.IsEmpty: false } named) _anchors[named.Anchor.Value] = node;
        return node;
    }

    private YamlValue ReadList(YamlList list, int depth)
    {
        Advance();
        while (_parser.Current is not SequenceEnd) list.Items.Add(Grow(list, ReadNode(depth + 1)));
        return list;
    }

    private YamlValue ReadMap(YamlMap map, int depth)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        Advance();
        while (_parser.Current is not MappingEnd)
        {
            var key = Grow(map, ReadNode(depth + 1));
            var value = Grow(map, ReadNode(depth + 1));
            if (key is not YamlScalar { Text: var name } scalar)
                _reading.Error(ConfigErrorCodes.WrongKind, key.Line, key.Column, $"a key is {key.Kind}; keys are strings");
            else if (!first.TryAdd(name, key.Line))
                _reading.Error(ConfigErrorCodes.DuplicateKey, key.Line, key.Column, $"the key '{Excerpt.Of(name)}' is written twice", FormattableString.Invariant($"it is first in line {first[name]}"));
            else
                map.Entries.Add(new(scalar, value));
        }
        return map;
    }

    private YamlValue Resolve(AnchorAlias alias, int line, int column, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var node))
            throw Stop(ConfigErrorCodes.UnknownAlias, line, column, $"no anchor '&{Excerpt.Of(alias.Value.Value)}' is complete above this alias", "quote a text that begins with '*'");
        // The sizes of what is pointed to add up, so nested aliases cannot multiply unseen ("billion laughs").
        Count(node.Size, line, column);
        if (depth + node.Height - 1 > MaxDepth) throw Stop(ConfigErrorCodes.TooDeep, line, column, $"nested deeper than {MaxDepth} levels");
        Advance();
        return node;
    }

    private void Advance()
    {
        try
        {
            _parser.MoveNext();
        }
        catch (Exception e) when (e is not YamlException)
        {
            // YamlDotNet 18's scanner falls over some unclosed brackets with an InvalidOperationException. It is the
            // file's fault all the same, so any failure in there is told as one.
            var (line, column) = Place(_scanner.CurrentPosition);
            throw Stop(ConfigErrorCodes.YamlSyntax, line, column, "this is not YAML", "look above for a bracket or brace that is not closed");
        }
    }

    private void Count(int values, int line, int column)
    {
        _values += values;
        if (_values > MaxValues)
            throw Stop(ConfigErrorCodes.TooManyValues, line, column, FormattableString.Invariant($"more than {MaxValues} values when aliases are expanded"));
    }

    private static YamlValue Grow(YamlValue parent, YamlValue child)
    {
        parent.Size += child.Size;
        parent.Height = Math.Max(parent.Height, child.Height + 1);
        return child;
    }

    private StopException Stop(string code, int line, int column, string message, string? hint = null)
    {
        _reading.Error(code, line, column, message, hint);
        return new StopException();
    }

    private static (int Line, int Column) Place(Mark mark) => (Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    private static string Sentence(string message) =>
        Excerpt.Of(message.Length > 0 ? char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.') : "this is not YAML");

    /// <summary>
    /// What the parser's words leave out. It points at where the broken thing began, so a tab is looked for from there.
    /// </summary>
    private static string? SyntaxHint(string text, int line, int column)
    {
        var lines = text.Split('\n');
        var here = line <= lines.Length ? lines[line - 1] : "";
        for (var i = line - 1; i < Math.Min(lines.Length, line + 2); i++)
        {
            var indent = lines[i].AsSpan(0, lines[i].Length - lines[i].AsSpan().TrimStart().Length);
            if (indent.Contains('\t')) return FormattableString.Invariant($"line {i + 1} is indented with a tab; YAML indents with spaces");
        }
        var rest = column <= here.Length ? here[(column - 1)..] : "";
        if (here.Contains("${", StringComparison.Ordinal)) return "inside { } or [ ], quote a value that contains '${NAME}'";
        if (rest.StartsWith('"') && rest.Contains('\\')) return "a backslash begins an escape in double quotes; use single quotes";
        if (rest.StartsWith('@') || rest.StartsWith('`') || rest.StartsWith('%')) return $"quote a text that begins with '{rest[0]}'";
        if (rest.StartsWith('\'') || rest.StartsWith('"')) return "the closing quote is missing";
        return here.Contains(": ", StringComparison.Ordinal) ? "check the indentation, and quote a text that contains ': '" : null;
    }

    /// <summary>Reading cannot go on; the reason is already told.</summary>
    private sealed class StopException : Exception;
}
