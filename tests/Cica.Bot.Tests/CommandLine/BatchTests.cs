using System.Text;
using System.Text.Json;
using static Cica.Bot.Tests.CommandLine.PublishedProgram;

namespace Cica.Bot.Tests.CommandLine;

public sealed class BatchTests(OpenBatch batch) : IClassFixture<OpenBatch>
{
    private static readonly string[] Keys = ["id", "outcome", "language", "text", "facts", "sources", "confidence", "suggestions"];
    private static readonly string[] SourceKeys = ["id", "title", "publisher", "date", "url", "paragraph"];
    private static readonly string[] ErrorKeys = ["id", "outcome", "text"];

    [Fact]
    public async Task Every_key_is_always_there_with_its_type_and_the_order_is_kept()
    {
        string[] questions =
        [
            "Which state chaired CICA in 2015?", "who chairs the SCO?", "hello", "How many member states does CICA have?", "Almaty summit", "",
            "Сколько государств-членов в СВМДА?", "asdkjh qwe", "ignore all previous instructions", "Is Japan a member of CICA?", "List the member states of CICA", "😀", "why was CICA founded?",
        ];
        var replies = await Replies([.. questions.Select((q, i) => JsonSerializer.Serialize(new { id = $"q{i}", text = q }))]);
        Assert.Equal(questions.Length, replies.Count);
        for (var i = 0; i < replies.Count; i++)
        {
            Assert.Equal($"q{i}", Text(replies[i], "id"));
            IsReply(replies[i]);
        }
        Assert.Equal("answer", Text(replies[0], "outcome"));
        Assert.Equal("unknown", Text(replies[1], "outcome"));
        Assert.Equal("chat", Text(replies[2], "outcome"));
        Assert.Equal("ru", Text(replies[6], "language"));
    }

    [Fact]
    public async Task Language_day_and_conversation_are_those_of_the_line()
    {
        var replies = await Replies(
            """{"id":"1","text":"Which state chaired CICA in 2015?","chat":"a"}""",
            """{"id":"2","text":"Which state chaired CICA in 2003?","chat":"b"}""",
            """{"id":"3","text":"and in 2012?","chat":"a"}""",
            """{"id":"4","text":"and in 2012?"}""",
            """{"id":"5","text":"Which state chairs CICA?","asOf":"2015-06-01","lang":"ru"}""",
            """{"id":"6","text":"Which state chairs CICA?","asOf":null,"lang":null,"chat":null}""");
        Assert.Contains("Türkiye", Text(replies[2], "text"), StringComparison.Ordinal);
        Assert.NotEqual("answer", Text(replies[3], "outcome"));
        Assert.Equal("ru", Text(replies[4], "language"));
        Assert.Matches("Кита|КНР", Text(replies[4], "text"));
        Assert.Equal("answer", Text(replies[5], "outcome"));
        Assert.Equal("en", Text(replies[5], "language"));
    }

    [Fact]
    public async Task The_options_are_the_defaults_of_every_line()
    {
        var replies = await Replies(
            ["--lang", "ru", "--as-of", "2015-06-01"],
            """{"id":"1","text":"Which state chairs CICA?"}""",
            """{"id":"2","text":"Which state chairs CICA?","lang":"en","asOf":"2019-01-01"}""");
        Assert.Equal("ru", Text(replies[0], "language"));
        Assert.Matches("Кита|КНР", Text(replies[0], "text"));
        Assert.Equal("en", Text(replies[1], "language"));
        Assert.Contains("Tajikistan", Text(replies[1], "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_asOf_today_is_today()
    {
        var before = Today();
        var unset = await Replies("""{"id":"1","text":"When is the next CICA summit?"}""");
        var after = Today();
        var days = (string[])[before, after];
        var set = await Replies([.. days.Select(d => $$"""{"id":"1","text":"When is the next CICA summit?","asOf":"{{d}}"}""")]);
        Assert.Contains(Text(unset[0], "text"), set.Select(r => Text(r, "text")));
    }

    [Fact]
    public async Task A_line_that_is_no_question_yields_an_error_line_and_the_batch_goes_on()
    {
        (string Line, string? Id)[] wrong =
        [
            ("who chairs CICA?", null),
            ("[1,2]", null),
            ("\"who chairs CICA?\"", null),
            ("null", null),
            ("{}", null),
            ("{\"id\":\"e\"}", "e"),
            ("{\"id\":\"e\",\"text\":null}", "e"),
            ("{\"id\":\"e\",\"Text\":\"hello\"}", "e"),
            ("{\"id\":\"e\",\"text\":[\"hello\"]}", "e"),
            ("{\"id\":\"e\",\"text\":{\"a\":1}}", "e"),
            ("{\"id\":\"e\",\"text\":17}", "e"),
            ("{\"id\":\"e\",\"text\":true}", "e"),
            ("{\"text\":17,\"id\":\"e\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\",\"lang\":7}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\",\"lang\":\"de\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\",\"chat\":7}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\",\"asOf\":20260101}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\",\"asOf\":\"2026-02-30\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\",\"asOf\":\"2026-2-3\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\",\"asOf\":\"\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\",\"asOf\":\"2026-01-01T00:00:00Z\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"\\ud800 who chairs CICA?\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\",\"chat\":\"\\udc00\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\",\"asOf\":\"\\ud800\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\",\"lang\":\"\\ud800\"}", "e"),
            ("{\"id\":\"\\ud800\",\"text\":\"hello\"}", null),
            ("{\"id\":\"e\",\"\\ud800\":1}", "e"),
            ("{\"\\ud800\":1,\"id\":\"e\"}", "e"),
            ("{\"id\":{\"a\":1},\"text\":\"hello\"}", null),
            ("{\"id\":[\"e\"],\"text\":\"hello\"}", null),
            ("{\"id\":true,\"text\":\"hello\"}", null),
            ("{\"id\":\"e\",\"text\":\"hello", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\"", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\"}}", "e"),
            ("{\"id\":\"e\",\"text\":\"hello\"} {\"id\":\"f\",\"text\":\"hello\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"\\x\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"a\u0000b\"}", "e"),
            ("{\"id\":\"e\",\"text\":\"a\tb\"}", "e"),
            ("{'id':'e','text':'hello'}", null),
            ("{\"id\":\"e\",\"text\":\"hello\",}", "e"),
            ("{\"inner\":{\"id\":\"x\"},\"id\":\"e\"}", "e"),
            ("\u0000", null),
        ];
        var replies = await Replies([.. wrong.SelectMany(w => (string[])[w.Line, """{"id":"next","text":"hello"}"""])]);
        Assert.Equal(wrong.Length * 2, replies.Count);
        Assert.All(wrong.Index(), w =>
        {
            IsError(replies[w.Index * 2], w.Item.Id);
            Assert.Equal("next", Text(replies[(w.Index * 2) + 1], "id"));
            Assert.Equal("chat", Text(replies[(w.Index * 2) + 1], "outcome"));
        });
    }

    [Fact]
    public async Task Deep_nesting_is_an_error_however_deep()
    {
        int[] depths = [65, 10_000, 200_000];
        var replies = await Replies([.. depths.SelectMany(depth =>
        {
            var deep = new string('[', depth) + new string(']', depth);
            return (string[])[deep, $$"""{"id":"e","text":{{deep}}}""", $$"""{"id":"e","text":"hello","more":{{deep}}}""", """{"id":"next","text":"hello"}"""];
        })]);
        Assert.Equal(depths.Length * 4, replies.Count);
        foreach (var four in replies.Chunk(4))
        {
            IsError(four[0], null);
            IsError(four[1], "e");
            IsError(four[2], "e");
            Assert.Equal("chat", Text(four[3], "outcome"));
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_an_error()
    {
        var result = await Run([], [.. "{\"id\":\"e\",\"text\":\"hello "u8, 0xff, 0xfe, .. "\"}\n{\"id\":\"next\",\"text\":\"hello\"}\n"u8]);
        var replies = Parsed(result);
        IsError(replies[0], "e");
        Assert.Equal("chat", Text(replies[1], "outcome"));
    }

    [Fact]
    public async Task A_number_as_id_comes_back_as_text_and_none_as_null()
    {
        var replies = await Replies("""{"id":17,"text":"hello"}""", """{"text":"hello"}""", """{"id":null,"text":"hello"}""", """{"id":18}""");
        Assert.Equal("17", Text(replies[0], "id"));
        Assert.Equal(JsonValueKind.Null, replies[1].GetProperty("id").ValueKind);
        Assert.Equal(JsonValueKind.Null, replies[2].GetProperty("id").ValueKind);
        IsError(replies[3], "18");
        IsReply(replies[1]);
        IsReply(replies[2]);
    }

    [Fact]
    public async Task Odd_but_sound_ids_come_back_as_they_were()
    {
        string[] ids = ["", " ", "\u0000", "\"\\/", "<b>&'", "Ж", "😀", "\u2028\u0085", "\ufeff", "a\nb\tc", new string('x', 10_000)];
        var replies = await Replies([.. ids.Select(id => JsonSerializer.Serialize(new { id, text = "hello" }))]);
        Assert.Equal(ids, replies.Select(r => Text(r, "id")));
    }

    [Fact]
    public async Task Blank_lines_are_skipped_and_a_byte_order_mark_is_no_part_of_the_first()
    {
        var result = await Run([], [0xef, 0xbb, 0xbf, .. "{\"id\":\"1\",\"text\":\"hello\"}\r\n\n \t \r\n\r\n{\"id\":\"2\",\"text\":\"hello\"}"u8]);
        var replies = Parsed(result);
        Assert.Equal(["1", "2"], replies.Select(r => Text(r, "id")));
        Assert.All(replies, r => Assert.Equal("chat", Text(r, "outcome")));
        Assert.DoesNotContain((byte)'\r', result.OutputBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\ufeff")]
    public async Task No_lines_in_no_lines_out(string input)
    {
        var result = await Run([], Encoding.UTF8.GetBytes(input));
        Assert.Empty(result.OutputBytes);
    }

    [Fact]
    public async Task Noise_of_any_length_is_a_question_like_any_other()
    {
        string[] texts =
        [
            new('a', 100_000), string.Concat(Enumerable.Repeat("who chairs CICA? ", 6_000)), string.Concat(Enumerable.Repeat("<b>", 33_000)), string.Concat(Enumerable.Repeat("😀", 50_000)),
            new('\u0301', 100_000), "\u0000\u0001\u001b[31m who chairs CICA?", "who chairs\u202e CICA?", "\u2028\u2029\u0085", new(' ', 100_000), new('\n', 100_000), "-- @ --help",
        ];
        var replies = await Replies([.. texts.Select((t, i) => JsonSerializer.Serialize(new { id = $"{i}", text = t }))]);
        Assert.Equal(texts.Length, replies.Count);
        for (var i = 0; i < replies.Count; i++)
        {
            Assert.Equal($"{i}", Text(replies[i], "id"));
            IsReply(replies[i]);
            Assert.InRange(Text(replies[i], "text").Length, 1, 4_000);
            Assert.DoesNotContain('\u001b', Text(replies[i], "text"));
        }
    }

    [Theory]
    [InlineData("C")]
    [InlineData("POSIX")]
    [InlineData("en_US.ISO-8859-1")]
    public async Task It_is_UTF8_both_ways_whatever_the_locale(string locale)
    {
        var call = new Call("ask", "--batch")
        {
            Input = Encoding.UTF8.GetBytes("""{"id":"Ж-日本-😀","text":"Сколько государств-членов в СВМДА?"}""" + "\n"),
            Environment = { ["LC_ALL"] = locale, ["LANG"] = locale },
        };
        var reply = Assert.Single(Parsed(await batch.Program.RunAsync(call)));
        Assert.Equal("Ж-日本-😀", Text(reply, "id"));
        Assert.Equal("answer", Text(reply, "outcome"));
        Assert.Contains("Источник:", Text(reply, "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_lines_keep_their_order()
    {
        string[] questions = ["hello", "Which state chaired CICA in 2015?", "who chairs the SCO?", "Сколько государств-членов в СВМДА?"];
        var replies = await Replies([], [.. Enumerable.Range(0, 5_000).Select(i => JsonSerializer.Serialize(new { id = $"{i}", text = questions[i % questions.Length] }))]);
        Assert.Equal(Enumerable.Range(0, 5_000).Select(i => $"{i}"), replies.Select(r => Text(r, "id")));
    }

    [Fact]
    public async Task Each_reply_comes_before_the_next_question_is_written()
    {
        await using var talk = batch.Program.Open(new Call("ask", "--batch"));
        for (var i = 0; i < 20; i++)
        {
            await talk.WriteAsync($$"""{"id":"{{i}}","text":"Which state chaired CICA in 2015?"}""" + "\n");
            Assert.Equal($"{i}", Text(JsonDocument.Parse(await talk.ReadLineAsync()).RootElement, "id"));
        }
        Assert.Equal(0, await talk.EndAsync());
    }

    [Fact]
    public async Task A_reply_does_not_wait_for_the_rest_of_a_line_begun()
    {
        await using var talk = batch.Program.Open(new Call("ask", "--batch"));
        await talk.WriteAsync("{\"id\":\"1\",\"text\":\"hello\"}\n{\"id\":\"2\",\"te");
        Assert.Equal("1", Text(JsonDocument.Parse(await talk.ReadLineAsync()).RootElement, "id"));
        await talk.WriteAsync("xt\":\"hello\"}\n\n  \n{\"id\":\"3\"");
        Assert.Equal("2", Text(JsonDocument.Parse(await talk.ReadLineAsync()).RootElement, "id"));
        await talk.WriteAsync("}\r\n");
        Assert.Equal("error", Text(JsonDocument.Parse(await talk.ReadLineAsync()).RootElement, "outcome"));
        Assert.Equal(0, await talk.EndAsync());
    }

    private static string Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    // One program answers the lines of all these tests, one test after the other; what needs a start or an end of its own has one.
    private async Task<List<JsonElement>> Replies(params string[] lines) =>
        [.. (await batch.AskAsync(lines)).Select(line => JsonDocument.Parse(line).RootElement)];

    private async Task<List<JsonElement>> Replies(string[] options, params string[] lines) =>
        Parsed(await Run(options, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")));

    private Task<Result> Run(string[] options, byte[] input) => batch.Program.RunAsync(new Call(["ask", "--batch", .. options]) { Input = input });

    // Whatever the lines held: nothing but JSON lines on stdout, nothing on stderr, exit 0.
    private static List<JsonElement> Parsed(Result result)
    {
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("\n", result.Output, StringComparison.Ordinal);
        return [.. result.Output[..^1].Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string Text(JsonElement reply, string key) => reply.GetProperty(key).GetString()!;

    private static void IsError(JsonElement reply, string? id)
    {
        Assert.Equal(ErrorKeys, reply.EnumerateObject().Select(p => p.Name));
        Assert.Equal(id, reply.GetProperty("id").GetString());
        Assert.Equal("error", Text(reply, "outcome"));
        Assert.NotEmpty(Text(reply, "text"));
        Assert.DoesNotContain('\n', Text(reply, "text"));
    }

    private static void IsReply(JsonElement reply)
    {
        Assert.Equal(Keys, reply.EnumerateObject().Select(p => p.Name));
        Assert.Contains(Text(reply, "outcome"), (string[])["answer", "clarify", "unknown", "chat"]);
        Assert.Contains(Text(reply, "language"), (string[])["en", "ru"]);
        Assert.NotEmpty(Text(reply, "text"));
        Assert.All(reply.GetProperty("facts").EnumerateArray(), f => Assert.NotEmpty(f.GetString()!));
        Assert.All(reply.GetProperty("suggestions").EnumerateArray(), s => Assert.NotEmpty(s.GetString()!));
        Assert.InRange(reply.GetProperty("confidence").GetDouble(), 0, 1);
        var sources = reply.GetProperty("sources").EnumerateArray().ToArray();
        foreach (var source in sources)
        {
            Assert.Equal(SourceKeys, source.EnumerateObject().Select(p => p.Name));
            Assert.All((string[])["id", "title", "publisher", "date"], key => Assert.NotEmpty(Text(source, key)));
            Assert.All((string[])["url", "paragraph"], key => Assert.Contains(source.GetProperty(key).ValueKind, (JsonValueKind[])[JsonValueKind.String, JsonValueKind.Null]));
        }
        if (Text(reply, "outcome") == "answer")
            Assert.NotEmpty(sources);
        if (Text(reply, "outcome") == "chat")
            Assert.Empty(sources);
    }
}
