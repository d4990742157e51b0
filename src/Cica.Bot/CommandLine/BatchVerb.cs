using System.Text.Encodings.Web;
using System.Text.Json;
using Cica.Answers;

namespace Cica.Bot.CommandLine;

/// <summary>
/// <c>ask --batch</c>: JSON lines in, JSON lines out, in order, in UTF-8 whatever the locale; nothing else is written.
/// Start-up is paid once, and a reply is on its way before the next line is waited for.
/// </summary>
internal static class BatchVerb
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(AnswerEngine engine, DateOnly today, string? language)
    {
        using var input = Console.OpenStandardInput();
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var lines = new LineReader(input, output.Flush);
        var conversations = new Dictionary<string, Conversation>(StringComparer.Ordinal);
        using var json = new Utf8JsonWriter(output, Json);
        while (lines.TryRead(out var line))
        {
            line = WithoutMarkAndMargins(line);
            if (line.IsEmpty)
                continue;
            Reply(engine, today, language, BatchLine.Read(line), conversations, json);
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }
        return ExitCodes.Ok;
    }

    private static ReadOnlySpan<byte> WithoutMarkAndMargins(ReadOnlySpan<byte> line) =>
        (line.StartsWith("\ufeff"u8) ? line[3..] : line).Trim(" \t\r\v\f"u8);

    private static void Reply(AnswerEngine engine, DateOnly today, string? language, BatchLine line, Dictionary<string, Conversation> conversations, Utf8JsonWriter json)
    {
        if (line.Problem is { } problem)
        {
            WriteError(json, line.Id, problem);
            return;
        }
        Answer answer;
        try
        {
            answer = engine.Ask(new Question(line.Text!, line.AsOf ?? today, line.Language ?? language, line.Chat is null ? null : conversations.GetValueOrDefault(line.Chat)));
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // A defect of ours costs one answer, not the batch.
            WriteError(json, line.Id, $"a defect in the program kept this from being answered: {defect.GetType().Name}: {defect.Message.ReplaceLineEndings(" ")}");
            return;
        }
        if (line.Chat is not null && answer.Conversation is { } after)
            conversations[line.Chat] = after;
        Write(json, line.Id, answer);
    }

    private static void WriteError(Utf8JsonWriter json, string? id, string problem)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("outcome", "error");
        json.WriteString("text", problem);
        json.WriteEndObject();
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
