using System.Text;
using Jinlin.Planner.Wording;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Jinlin.Planner.Input;

/// <summary>
/// Reads one YAML file into nodes with positions. Only data: tags, anchors and aliases are refused, so nothing can
/// name a type or multiply itself; size, depth and count are bounded before anything is built from them.
/// </summary>
public static class YamlFile
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <param name="path">As the user named it; errors show it so.</param>
    /// <exception cref="InputException">Missing, over a limit, or not plain YAML of one section.</exception>
    public static MapNode Read(string path) => Parse(path, ReadText(path));

    /// <param name="file">The name that errors show.</param>
    /// <param name="text">The file's content.</param>
    /// <exception cref="InputException">See <see cref="Read"/>.</exception>
    public static MapNode Parse(string file, string text)
    {
        var reading = new Reading(file, new Parser(new StringReader(text)));
        try
        {
            return reading.Document();
        }
        catch (YamlException e)
        {
            int line = (int)e.Start.Line, column = (int)e.Start.Column;
            if (TabbedLine(text, line) is { } tabbed)
                throw new InputException(new InputError(file, tabbed, Words.Tab, Words.Yaml));
            throw new InputException(new InputError(file, line, Words.NotYaml(e.Message), Words.Yaml, column));
        }
    }

    /// <summary>The first line from one on that a tab indents: what the scanner stumbles over lies before it.</summary>
    private static int? TabbedLine(string text, int from)
    {
        string[] lines = text.Split('\n');
        for (int i = Math.Max(0, from - 1); i < Math.Min(lines.Length, from + 2); i++)
        {
            if (lines[i].AsSpan()[..^lines[i].TrimStart().Length].Contains('\t')) return i + 1;
        }
        return null;
    }

    private static string ReadText(string path)
    {
        byte[] bytes;
        try
        {
            using FileStream stream = File.OpenRead(path);
            // One byte more than allowed: a device or a growing file does not tell its length.
            bytes = new byte[InputLimits.Bytes + 1];
            int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read > InputLimits.Bytes) throw Whole(path, Words.MoreThanBytes(InputLimits.Bytes), Words.SmallerFile);
            bytes = bytes[..read];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Whole(path, Words.NoSuchFile, Words.ExistingFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Whole(path, Directory.Exists(path) ? Words.AFolder : e.Message, Words.ReadableFile);
        }
        try
        {
            string text = Utf8.GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException e)
        {
            int line = 1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n');
            throw new InputException(new InputError(path, line, Words.NotUtf8, Words.Utf8));
        }
    }

    private static InputException Whole(string path, string found, string expected) =>
        new(new InputError(path, 0, found, expected));

    private sealed class Reading(string file, IParser parser)
    {
        private int _nodes;

        public MapNode Document()
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                throw Whole(file, Words.EmptyFile, Words.Section);
            parser.Consume<DocumentStart>();
            InputNode root = Node(0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out DocumentStart? second))
                throw Error(second, Words.SecondDocument, Words.OneDocument);
            return root as MapNode
                ?? throw new InputException(new InputError(file, root.Line, root.Shown, Words.Section, root.Column));
        }

        private InputNode Node(int depth)
        {
            ParsingEvent here = parser.Consume<ParsingEvent>();
            if (here is AnchorAlias alias) throw Error(here, $"*{alias.Value}", Words.NoAlias);
            if (here is not NodeEvent node) throw Error(here, $"{here}", Words.Yaml);
            if (!node.Anchor.IsEmpty) throw Error(node, $"&{node.Anchor}", Words.NoAlias);
            if (!node.Tag.IsEmpty) throw Error(node, $"{node.Tag}", Words.NoTag);
            if (++_nodes > InputLimits.Nodes)
                throw Error(node, Words.MoreThanValues(InputLimits.Nodes), Words.SmallerFile);
            if (depth >= InputLimits.Depth && node is not Scalar)
                throw Error(node, Words.DeeperThan(InputLimits.Depth), Words.ShallowerFile);
            int line = (int)node.Start.Line, column = (int)node.Start.Column;
            return node switch
            {
                Scalar scalar => new ScalarNode(file, line, column, scalar.Value, scalar.Style == ScalarStyle.Plain),
                SequenceStart => new ListNode(file, line, column, Items(depth)),
                _ => new MapNode(file, line, column, Entries(depth)),
            };
        }

        private List<InputNode> Items(int depth)
        {
            var items = new List<InputNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
            return items;
        }

        private List<MapEntry> Entries(int depth)
        {
            var entries = new List<MapEntry>();
            var lines = new Dictionary<string, int>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                InputNode node = Node(depth + 1);
                if (node is not ScalarNode key)
                    throw new InputException(new InputError(file, node.Line, node.Shown, Words.Key, node.Column));
                if (!lines.TryAdd(key.Text, key.Line))
                    throw new InputException(new InputError(
                        file, key.Line, key.Shown, Words.KeyOnce(lines[key.Text]), key.Column));
                entries.Add(new MapEntry(key, Node(depth + 1)));
            }
            return entries;
        }

        private InputException Error(ParsingEvent at, string found, string expected) =>
            new(new InputError(file, (int)at.Start.Line, SafeText.Quoted(found), expected, (int)at.Start.Column));
    }
}
