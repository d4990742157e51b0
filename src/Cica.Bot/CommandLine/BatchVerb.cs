using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cica.Answers;

namespace Cica.Bot.CommandLine;

/// <summary><c>ask --batch</c>: JSON lines in, JSON lines out, in order; nothing else is written. Start-up is paid once.</summary>
internal static class BatchVerb
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = false };
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 16 };

    public static int Run(AnswerEngine engine, DateOnly today, string? language)
    {
        // UTF-8 both ways whatever the locale; a byte order mark at the start is skipped by the reader.
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false), true, 1 << 16);
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        return Run(engine, today, language, input, output);
    }

    internal static int Run(AnswerEngine engine, DateOnly today, string? language, TextReader input, Stream output)
    {
        var conversations = new Dictionary<string, Conversation>(StringComparer.Ordinal);
        using var buffer = new MemoryStream();
        while (ReadLine(input, output) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            buffer.SetLength(0);
            using (var json = new Utf8JsonWriter(buffer, Json))
                Reply(engine, today, language, line, conversations, json);
            buffer.WriteByte((byte)'\n');
            output.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
        }
        output.Flush();
        return ExitCodes.Ok;
    }

    // Before the reader might wait for more, what is written must be on its way.
    private static string? ReadLine(TextReader input, Stream output)
    {
        if (input is StreamReader reader ? !HasMore(reader) : input.Peek() < 0)
            output.Flush();
        return input.ReadLine();
    }

    private static bool HasMore(StreamReader reader) => reader.Peek() >= 0;

    private static void Reply(AnswerEngine engine, DateOnly today, string? language, string line, Dictionary<string, Conversation> conversations, Utf8JsonWriter json)
    {
        string? id = null;
        string? problem = null;
        string? text = null, chat = null;
        var asOf = today;
        var lang = language;
        try
        {
            using var document = JsonDocument.Parse(line, Reading);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                problem = "a line must be a JSON object";
            }
            else
            {
                id = root.TryGetProperty("id", out var element) ? element.ValueKind switch { JsonValueKind.String => Text(element), JsonValueKind.Number => element.GetRawText(), _ => null } : null;
                if (root.TryGetProperty("id", out element) && element.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null))
                    problem = "'id' must be a string";
                problem ??= Optional(root, "text", out text) ?? (text is null ? "'text' is missing" : null);
                problem ??= Optional(root, "chat", out chat);
                problem ??= Optional(root, "lang", out var wanted) ?? (wanted is null or "en" or "ru" ? null : "'lang' must be \"en\" or \"ru\"");
                if (problem is null && root.TryGetProperty("lang", out element) && element.ValueKind == JsonValueKind.String)
                    lang = element.GetString();
                problem ??= Optional(root, "asOf", out var day);
                if (problem is null && root.TryGetProperty("asOf", out element) && element.ValueKind == JsonValueKind.String
                    && !DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out asOf))
                    problem = "'asOf' is no date; write YYYY-MM-DD";
            }
        }
        catch (JsonException broken)
        {
            problem = "this line is no valid JSON: " + broken.Message;
        }
        catch (InvalidOperationException)
        {
            problem = "this line holds text that is no valid UTF-16";
        }
        if (problem is not null)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("outcome", "error");
            json.WriteString("text", problem);
            json.WriteEndObject();
            return;
        }
        var answer = engine.Ask(new Question(text!, asOf, lang, chat is not null && conversations.TryGetValue(chat, out var before) ? before : null));
        if (chat is not null && answer.Conversation is { } after)
            conversations[chat] = after;
        Write(json, id, answer);
    }

    private static string? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Optional(JsonElement root, string name, out string? value)
    {
        value = null;
        if (!root.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null)
            return null;
        if (element.ValueKind != JsonValueKind.String)
            return $"'{name}' must be a string";
        value = element.GetString();
        return null;
    }

    private static void Write(Utf8JsonWriter json, string? id, Answer answer)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("outcome", answer.Outcome switch { Outcome.Answer => "answer", Outcome.Clarify => "clarify", Outcome.Chat => "chat", _ => "unknown" });
        json.WriteString("language", answer.Language);
        json.WriteString("text", answer.Text);
        json.WriteStartArray("facts");
        foreach (var fact in answer.Facts)
            json.WriteStringValue(fact);
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var citation in answer.Citations)
        {
            json.WriteStartObject();
            json.WriteString("id", citation.Source.Id);
            json.WriteString("title", citation.Source.Title);
            json.WriteString("publisher", citation.Source.Publisher);
            json.WriteString("date", citation.Source.Date?.ToString() ?? "undated");
            json.WriteString("url", citation.Source.Url?.AbsoluteUri);
            json.WriteString("paragraph", citation.Paragraph);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("confidence", Math.Round(answer.Confidence, 3));
        json.WriteStartArray("suggestions");
        foreach (var suggestion in answer.Suggestions)
            json.WriteStringValue(suggestion);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
