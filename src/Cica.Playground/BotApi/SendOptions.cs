using System.Text.Json;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi;

/// <summary>What every sending method takes beside the matter itself: topic, reply, keyboard, switches.</summary>
internal sealed record SendOptions(int ThreadId, ReplyTo? Reply, Markup Markup, bool IsSilent, bool IsProtected, string? EffectId)
{
    public static SendOptions Read(Call call) => new(
        call.Integer("message_thread_id", 0),
        ReadReply(call),
        MarkupReader.Read(call),
        call.Flag("disable_notification"),
        call.Flag("protect_content"),
        call.Text("message_effect_id"));

    public static WireLinkPreview? ReadLinkPreview(Call call)
    {
        if (call.Json("link_preview_options", "can't parse link preview options JSON object") is not { } json)
            return call.Flag("disable_web_page_preview") ? new WireLinkPreview { IsDisabled = true } : null;
        if (json.ValueKind != JsonValueKind.Object) throw Refusal.BadRequest("object expected as link preview options");
        return ReadLinkPreview(json);
    }

    public static WireLinkPreview ReadLinkPreview(JsonElement json) => new()
    {
        IsDisabled = OnlyTrue(json.Flag("is_disabled")),
        Url = json.Text("url"),
        PreferSmallMedia = OnlyTrue(json.Flag("prefer_small_media")),
        PreferLargeMedia = OnlyTrue(json.Flag("prefer_large_media")),
        ShowAboveText = OnlyTrue(json.Flag("show_above_text")),
    };

    private static bool? OnlyTrue(bool? flag) => flag is true ? true : null;

    private static ReplyTo? ReadReply(Call call)
    {
        if (call.Json("reply_parameters", "can't parse reply parameters JSON object") is not { } json)
        {
            var old = call.Integer("reply_to_message_id", 0);
            return old > 0 ? new ReplyTo(old, null, call.Flag("allow_sending_without_reply"), null) : null;
        }
        if (json.ValueKind != JsonValueKind.Object) throw Refusal.BadRequest("object expected as reply parameters");
        if (!json.EnumerateObject().Any()) return null;
        var message = json.Number("message_id") ?? throw Refusal.BadRequest("can't find field \"message_id\"");
        return message <= 0 ? null : new ReplyTo(message, json.Text("chat_id"), json.Flag("allow_sending_without_reply") ?? false, json.Text("quote"));
    }
}

/// <summary>The message a new one answers (core.telegram.org/bots/api#replyparameters).</summary>
internal sealed record ReplyTo(long MessageId, string? ChatId, bool MayBeMissing, string? Quote);
