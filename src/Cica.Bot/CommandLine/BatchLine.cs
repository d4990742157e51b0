using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cica.Bot.CommandLine;

/// <summary>One line of a batch as it was read: a question, or what is wrong with it.</summary>
internal sealed class BatchLine
{
    private static readonly JsonReaderOptions Json = new() { MaxDepth = 64 };

    /// <summary>What the reply is to be marked with; null where none could be read.</summary>
    public string? Id { get; private set; }

    /// <summary>Why this line is no question; null where it is one.</summary>
    public string? Problem { get; private set; }

    /// <summary>The question.</summary>
    public string? Text { get; private set; }

    /// <summary>The language to answer in, if named.</summary>
    public string? Language { get; private set; }

    /// <summary>The conversation it belongs to, if any.</summary>
    public string? Chat { get; private set; }

    /// <summary>What "today" is, if named.</summary>
    public DateOnly? AsOf { get; private set; }

    /// <summary>Reads a line. Nothing is thrown: whatever is wrong becomes the problem, and an id read before it is kept.</summary>
    public static BatchLine Read(ReadOnlySpan<byte> line)
    {
        var result = new BatchLine();
        try
        {
            var reader = new Utf8JsonReader(line, Json);
            result.ReadObject(ref reader);
        }
        catch (JsonException broken)
        {
            var reason = broken.Message.Split(" LineNumber:")[0].ReplaceLineEndings(" ");
            result.Problem = $"this line is no valid JSON, from byte {broken.BytePositionInLine + 1}: {reason}";
        }
        if (result.Problem is null && result.Text is null)
            result.Problem = "'text' is missing";
        return result;
    }

    private void ReadObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                ReadKey(ref reader);
        }
        else
        {
            reader.Skip();
            Wrong("a line must be a JSON object");
        }
        // Nothing may follow; where something does, this throws.
        reader.Read();
    }

    private void ReadKey(ref Utf8JsonReader reader)
    {
        var key = Name(ref reader);
        reader.Read();
        switch (key)
        {
            case "id":
                Id = reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : String(ref reader, key);
                break;
            case "text":
                Text = String(ref reader, key);
                break;
            case "chat":
                Chat = String(ref reader, key);
                break;
            case "lang":
                Language = String(ref reader, key);
                if (Language is not (null or "en" or "ru"))
                    Wrong("'lang' must be \"en\" or \"ru\"");
                break;
            case "asOf":
                ReadDay(String(ref reader, key));
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void ReadDay(string? text)
    {
        if (text is null)
            return;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            AsOf = day;
        else
            Wrong("'asOf' is no date; write YYYY-MM-DD");
    }

    private string? String(ref Utf8JsonReader reader, string key)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                try
                {
                    return reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    Wrong($"'{key}' holds what is no valid Unicode text");
                    return null;
                }
            default:
                reader.Skip();
                Wrong($"'{key}' must be a string");
                return null;
        }
    }

    // A key that is no valid text is none of ours.
    private static string? Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // The first mistake is the one to tell.
    private void Wrong(string problem) => Problem ??= problem;
}
