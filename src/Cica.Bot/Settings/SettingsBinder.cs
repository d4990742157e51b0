using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Cica.Bot.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.Settings;

/// <summary>From configuration to <see cref="BotSettings"/>: every mistake is found, and all of them are told in one line.</summary>
internal sealed partial class SettingsBinder
{
    private readonly IConfiguration configuration;
    private readonly List<string> mistakes = [];

    private SettingsBinder(IConfiguration configuration) => this.configuration = configuration;

    /// <summary>Binds and checks; throws <see cref="SettingsException"/> with every mistake.</summary>
    public static BotSettings Bind(IConfigurationRoot configuration)
    {
        var binder = new SettingsBinder(configuration);
        binder.mistakes.AddRange(KnownKeys.Unread(configuration));
        var settings = binder.Bind();
        return binder.mistakes.Count == 0 ? settings : throw new SettingsException(string.Join("; ", binder.mistakes));
    }

    private BotSettings Bind()
    {
        CheckLogLevels();
        var telegram = BindTelegram();
        var health = Address("Health:Url", null, "http");
        if (health is not null && telegram.Mode == TelegramMode.Webhook && SameListener(health, telegram.WebhookListen))
            mistakes.Add("Health:Url: the webhook listens there already (Telegram:WebhookListen)");
        var playground = Address("Playground:Url", "http://127.0.0.1:5080", "http")!;
        if (playground.AbsolutePath != "/")
            mistakes.Add($"Playground:Url: '{playground}' has a path; give scheme, host and port only");
        return new BotSettings
        {
            Telegram = telegram,
            DataPath = Path.GetFullPath(DataDirectory.Find(Text("Data:Path"))),
            StoragePath = Path.GetFullPath(Text("Storage:Path") ?? (telegram.Mode == TelegramMode.Playground ? "playground.db" : "cica.db")),
            PlaygroundUrl = playground,
            HealthUrl = health,
        };
    }

    // The log would end the start with a stack trace.
    private void CheckLogLevels()
    {
        foreach (var level in configuration.GetSection("Logging:LogLevel").GetChildren().Where(l => !Enum.TryParse<LogLevel>(l.Value, ignoreCase: true, out _)))
            mistakes.Add($"{level.Path}: '{level.Value}' is none of Trace, Debug, Information, Warning, Error, Critical and None");
    }

    private TelegramSettings BindTelegram()
    {
        var token = Text("Telegram:Token");
        if (token is not null && !TokenForm().IsMatch(token))
            mistakes.Add("Telegram:Token: that is no token; BotFather gives one like 123456:ABC-DEF, digits, a colon and a secret");
        var mode = Mode(token);
        var webhook = mode == TelegramMode.Webhook;
        var own = Address("Telegram:ApiBaseUrl", null, "http", "https");
        if (own is { AbsolutePath: not "/" })
            mistakes.Add($"Telegram:ApiBaseUrl: '{own}' has a path; give scheme, host and port only");
        var url = Address("Telegram:WebhookUrl", null, own is null ? ["https"] : ["http", "https"]);
        if (webhook && url is null && Text("Telegram:WebhookUrl") is null)
            mistakes.Add("Telegram:WebhookUrl: mode webhook needs the public address Telegram is to call");
        var secret = Text("Telegram:WebhookSecret");
        if (secret is not null && !SecretForm().IsMatch(secret))
            mistakes.Add("Telegram:WebhookSecret: Telegram takes 1-256 of A-Z, a-z, 0-9, _ and - only");
        return new TelegramSettings
        {
            Token = token,
            ApiBaseUrl = own,
            Mode = mode,
            WebhookUrl = url,
            WebhookSecret = secret,
            WebhookListen = Address("Telegram:WebhookListen", "http://127.0.0.1:8080", "http")!,
            Admins = Admins(),
            Pace = new PaceSettings(Number("Telegram:Pace:PerSecond", 30), Number("Telegram:Pace:PerChatPerSecond", 1), Number("Telegram:Pace:PerGroupPerMinute", 20)),
            FloodPerMinute = Number("Telegram:Flood:PerMinute", 40),
        };
    }

    private TelegramMode Mode(string? token)
    {
        var told = Text("Telegram:Mode");
        TelegramMode? mode = told?.ToUpperInvariant() switch
        {
            null => token is null ? TelegramMode.Playground : TelegramMode.Polling,
            "POLLING" => TelegramMode.Polling,
            "WEBHOOK" => TelegramMode.Webhook,
            "PLAYGROUND" => TelegramMode.Playground,
            _ => null,
        };
        if (mode is null)
            mistakes.Add($"Telegram:Mode: '{told}' is none of polling, webhook and playground");
        if (mode is TelegramMode.Polling or TelegramMode.Webhook && token is null)
            mistakes.Add($"Telegram:Token: mode {told} needs the bot's token; leave Telegram:Mode unset to run the playground without one");
        return mode ?? TelegramMode.Playground;
    }

    private List<long> Admins()
    {
        var section = configuration.GetSection("Telegram:Admins");
        var told = section.GetChildren().Select(c => c.Value ?? "").Concat(section.Value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []);
        var admins = new List<long>();
        foreach (var one in told)
        {
            if (long.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0) admins.Add(id);
            else mistakes.Add($"Telegram:Admins: '{one}' is no user id; write ids as an array or as 1,2");
        }
        return admins;
    }

    private int Number(string key, int otherwise)
    {
        if (Text(key) is not { } told) return otherwise;
        if (int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000) return number;
        mistakes.Add($"{key}: '{told}' is no whole number from 0 (off) to 1000000");
        return otherwise;
    }

    private Uri? Address(string key, string? otherwise, params string[] schemes)
    {
        var told = Text(key) ?? otherwise;
        if (told is null) return null;
        if (Uri.TryCreate(told, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme) && address.Host.Length > 0 && address.UserInfo.Length == 0) return address;
        mistakes.Add($"{key}: '{told}' is no address that begins with {string.Join(" or ", schemes.Select(s => s + "://"))}");
        return otherwise is null ? null : new Uri(otherwise);
    }

    // An empty value is an unset one: shells and compose files set variables to nothing.
    private string? Text(string key) => configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>Whether only this machine can reach the address.</summary>
    public static bool IsLoopback(Uri address) => address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static bool SameListener(Uri a, Uri b) => a.Port == b.Port && a.Port != 0 && string.Equals(a.Host, b.Host, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[0-9]{1,19}:[A-Za-z0-9_-]+$")]
    private static partial Regex TokenForm();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex SecretForm();
}
