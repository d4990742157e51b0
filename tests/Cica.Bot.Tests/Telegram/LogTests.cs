using Cica.Bot.Operations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cica.Bot.Tests.Telegram;

/// <summary>What the log says: no token, whoever wrote it down, and one line for each message, whatever is in it.</summary>
public sealed class LogTests
{
    private const string Secret = "AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";

    [Theory]
    [InlineData($"GET https://api.telegram.org/bot123456:{Secret}/getMe failed")]
    [InlineData($"https://api.telegram.org/bot123456%3A{Secret}/sendMessage")]
    [InlineData($"the token is 123456:{Secret}.")]
    [InlineData($"123456:{Secret} and once more 123456:{Secret}")]
    public void A_token_is_taken_out_of_whatever_is_written(string text)
    {
        Assert.DoesNotContain(Secret, Written(text), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Written("broken", new InvalidOperationException(text, new IOException(text))), StringComparison.Ordinal);
        Assert.Contains(":<token>", Written(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\n2026-11-01T00:00:00Z error Worker: forged")]
    [InlineData("one\u2028two\u0085three")]
    public void A_message_cannot_forge_another_line(string text)
    {
        var line = Written(text, new InvalidOperationException(text));
        Assert.Equal("2026-11-01T09:00:00Z warn Worker: one | ", line[..40]);
        Assert.DoesNotContain(line.TrimEnd('\n'), c => c is '\n' or '\r' or '\u2028' or '\u0085');
    }

    private static string Written(string text, Exception? exception = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var entry = new LogEntry<string>(LogLevel.Warning, "Cica.Bot.Telegram.Worker", default, text, exception, (state, _) => state);
        new LineFormatter(new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero))).Write(entry, null, output);
        return output.ToString();
    }
}
