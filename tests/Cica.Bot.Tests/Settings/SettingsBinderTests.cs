using Cica.Bot.Settings;
using Microsoft.Extensions.Configuration;

namespace Cica.Bot.Tests.Settings;

public sealed class SettingsBinderTests
{
    private const string Token = "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";

    [Fact]
    public void The_defaults_are_those_of_the_contract()
    {
        var settings = Bind();
        Assert.Equal(TelegramMode.Playground, settings.Telegram.Mode);
        Assert.Equal(new PaceSettings(30, 1, 20), settings.Telegram.Pace);
        Assert.Equal(40, settings.Telegram.FloodPerMinute);
        Assert.Equal(new Uri("http://127.0.0.1:8080"), settings.Telegram.WebhookListen);
        Assert.Equal(new Uri("http://127.0.0.1:5080"), settings.PlaygroundUrl);
        Assert.Null(settings.HealthUrl);
        Assert.Empty(settings.Telegram.Admins);
        Assert.Equal(Path.GetFullPath("playground.db"), settings.StoragePath);
    }

    [Fact]
    public void A_token_means_polling_unless_told_otherwise()
    {
        var settings = Bind(("Telegram:Token", Token));
        Assert.Equal((TelegramMode.Polling, Path.GetFullPath("cica.db")), (settings.Telegram.Mode, settings.StoragePath));
        Assert.Equal(TelegramMode.Playground, Bind(("Telegram:Token", Token), ("Telegram:Mode", "playground")).Telegram.Mode);
        Assert.Equal(TelegramMode.Webhook, Bind(("Telegram:Token", Token), ("Telegram:Mode", "Webhook"), ("Telegram:WebhookUrl", "https://bot.example/hook")).Telegram.Mode);
    }

    [Fact]
    public void Admins_are_an_array_or_a_list()
    {
        Assert.Equal([1L, 2], Bind(("Telegram:Admins", "1, 2")).Telegram.Admins);
        Assert.Equal([1L, 2], Bind(("Telegram:Admins:0", "1"), ("Telegram:Admins:1", "2")).Telegram.Admins);
    }

    [Fact]
    public void An_empty_value_is_an_unset_one() => Assert.Equal(30, Bind(("Telegram:Pace:PerSecond", " ")).Telegram.Pace.PerSecond);

    [Theory]
    [InlineData("Telegram:Token", "no token at all")]
    [InlineData("Telegram:Token", "abc:def")]
    [InlineData("Telegram:Mode", "carrier pigeon")]
    [InlineData("Telegram:ApiBaseUrl", "api.example")]
    [InlineData("Telegram:ApiBaseUrl", "ftp://api.example")]
    [InlineData("Telegram:ApiBaseUrl", "http://api.example/path")]
    [InlineData("Telegram:WebhookUrl", "http://insecure.example/")]
    [InlineData("Telegram:WebhookUrl", "nowhere")]
    [InlineData("Telegram:WebhookSecret", "has blanks in it")]
    [InlineData("Telegram:WebhookListen", "8080")]
    [InlineData("Telegram:WebhookListen", "https://127.0.0.1:8080")]
    [InlineData("Telegram:Admins", "1,ann")]
    [InlineData("Telegram:Admins:0", "-5")]
    [InlineData("Telegram:Pace:PerSecond", "fast")]
    [InlineData("Telegram:Pace:PerSecond", "-1")]
    [InlineData("Telegram:Pace:PerChatPerSecond", "1.5")]
    [InlineData("Telegram:Pace:PerGroupPerMinute", "99999999999")]
    [InlineData("Telegram:Flood:PerMinute", "many")]
    [InlineData("Playground:Url", "http://127.0.0.1:5080/page")]
    [InlineData("Playground:Url", "https://127.0.0.1:5080")]
    [InlineData("Playground:Url", "5080")]
    [InlineData("Health:Url", "here")]
    public void Each_wrong_value_is_told_by_the_name_of_its_setting(string key, string value)
    {
        var message = Mistake((key, value));
        Assert.StartsWith(key.StartsWith("Telegram:Admins", StringComparison.Ordinal) ? "Telegram:Admins" : key, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("polling")]
    [InlineData("webhook")]
    public void A_mode_that_needs_a_token_says_so(string mode) => Assert.Contains("Telegram:Token", Mistake(("Telegram:Mode", mode), ("Telegram:WebhookUrl", "https://bot.example")), StringComparison.Ordinal);

    [Fact]
    public void A_webhook_needs_its_address() => Assert.StartsWith("Telegram:WebhookUrl", Mistake(("Telegram:Token", Token), ("Telegram:Mode", "webhook")), StringComparison.Ordinal);

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var message = Mistake(("Telegram:Mode", "x"), ("Health:Url", "y"), ("Telegram:Admins", "z"));
        Assert.All((string[])["Telegram:Mode", "Health:Url", "Telegram:Admins"], key => Assert.Contains(key, message, StringComparison.Ordinal));
    }

    [Fact]
    public void No_mistake_tells_the_token() =>
        Assert.DoesNotContain("AAbbCC", Mistake(("Telegram:Token", Token + "!"), ("Telegram:Mode", "x")), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"Telegram\": { \"Tokn\": \"x\" } }", "Telegram:Tokn", "did you mean Telegram:Token?")]
    [InlineData("{ \"Telegram\": { \"PerSecond\": 5 } }", "Telegram:PerSecond", "did you mean Telegram:Pace:PerSecond?")]
    [InlineData("{ \"Storag\": { \"Path\": \"x\" } }", "Storag:Path", "did you mean")]
    [InlineData("{ \"Reminders\": { \"Off\": true } }", "Reminders:Off", "there is no such setting")]
    [InlineData("{ \"Token\": \"x\" }", "Token", "did you mean Telegram:Token?")]
    [InlineData("{ \"Telegram\": { \"Pace\": 5 } }", "Telegram:Pace", "set Telegram:Pace:PerSecond, Telegram:Pace:PerChatPerSecond")]
    [InlineData("{ \"Storage\": \"cica.db\" }", "Storage", "set Storage:Path")]
    [InlineData("{ \"Logging\": { \"LogLevel\": { \"Default\": \"chatty\" } } }", "Logging:LogLevel:Default", "'chatty' is none of Trace, Debug, Information, Warning, Error, Critical and None")]
    public void A_key_nothing_reads_is_a_mistake(string json, string key, string hint)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        var configuration = new ConfigurationBuilder().AddJsonStream(stream).Build();
        var message = Assert.Throws<SettingsException>(() => SettingsBinder.Bind(configuration)).Message;
        Assert.StartsWith(key + ":", message, StringComparison.Ordinal);
        Assert.Contains(hint, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_without_anything_in_it_is_none()
    {
        using var stream = new MemoryStream("""{ "Telegram": { "Pace": {} }, "Storage": {} }"""u8.ToArray());
        SettingsBinder.Bind(new ConfigurationBuilder().AddJsonStream(stream).Build());
    }

    [Fact]
    public void The_environment_is_everybodys_and_only_our_sections_are_ours()
    {
        // Under a prefix, which the settings drop: programs that other tests start meanwhile have this environment too.
        var prefix = $"CICA_{Guid.NewGuid():N}_";
        var name = prefix + "Telegram__Nonsense";
        Environment.SetEnvironmentVariable(name, "1");
        try
        {
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddEnvironmentVariables(prefix).Build();
            var message = Assert.Throws<SettingsException>(() => SettingsBinder.Bind(configuration)).Message;
            Assert.StartsWith("Telegram:Nonsense", message, StringComparison.Ordinal);
            Assert.DoesNotContain("PATH", message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public void A_printed_record_does_not_tell_the_secrets() =>
        Assert.DoesNotContain("AAbb", Bind(("Telegram:Token", Token), ("Telegram:WebhookSecret", "AAbb")).ToString(), StringComparison.Ordinal);

    private static string Mistake(params (string Key, string Value)[] settings) => Assert.Throws<SettingsException>(() => Bind(settings)).Message;

    private static BotSettings Bind(params (string Key, string Value)[] settings) =>
        SettingsBinder.Bind(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build());
}
