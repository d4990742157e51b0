using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cica.Knowledge.Loading;

/// <summary>A YAML value with the line it stands on, so that every later message can name the place.</summary>
internal abstract record YamlNode(int Line)
{
    /// <summary>Reads one document. A syntax error becomes a <see cref="YamlException"/> that carries the line.</summary>
    public static YamlNode? Parse(TextReader text)
    {
        var parser = new Parser(text);
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return null;
        parser.Consume<DocumentStart>();
        return Read(parser, depth: 0);
    }

    private static YamlNode Read(Parser parser, int depth)
    {
        if (depth > 20)
            throw new YamlException(parser.Current!.Start, parser.Current.End, "values are nested too deeply");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, (int)scalar.Start.Line);
        if (parser.TryConsume<SequenceStart>(out var list))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Read(parser, depth + 1));
            return new YamlList(items, (int)list.Start.Line);
        }
        if (parser.TryConsume<MappingStart>(out var map))
        {
            var entries = new List<KeyValuePair<YamlScalar, YamlNode>>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                entries.Add(new(new YamlScalar(key.Value, false, (int)key.Start.Line), Read(parser, depth + 1)));
            }
            return new YamlMap(entries, (int)map.Start.Line);
        }
        throw new YamlException(parser.Current!.Start, parser.Current.End, "anchors and aliases are not used in these files");
    }
}

/// <summary>A single value; <see cref="Quoted"/> tells a quoted number from a number.</summary>
internal sealed record YamlScalar(string Value, bool Quoted, int Line) : YamlNode(Line);

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

/// <summary>Keys and values in file order; a key may stand twice, which the reader reports.</summary>
internal sealed record YamlMap(IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries, int Line) : YamlNode(Line);
