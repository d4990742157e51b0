using System.Text.Json;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi;

/// <summary>What goes back over HTTP.</summary>
internal sealed record Reply(int Status, byte[] Body, int? RetryAfter = null, string? Refusal = null)
{
    public static Reply Of(Answer answer) => new(200, answer.ToBody());

    /// <summary>{"ok":false,"error_code":…,"description":…,"parameters"?:…} (core.telegram.org/bots/api#making-requests).</summary>
    public static Reply Of(Refusal refusal)
    {
        object? parameters = refusal.RetryAfter is null && refusal.MigrateToChatId is null ? null : new { refusal.RetryAfter, refusal.MigrateToChatId };
        var body = new { Ok = false, ErrorCode = refusal.Code, Description = refusal.Message, Parameters = parameters };
        return new(refusal.Code, JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Options), refusal.RetryAfter, refusal.Message);
    }
}
