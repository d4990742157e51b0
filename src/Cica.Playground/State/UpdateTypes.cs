namespace Cica.Playground.State;

/// <summary>The kinds of update by name, and those sent when a bot names none (core.telegram.org/bots/api#getupdates, allowed_updates).</summary>
internal static class UpdateTypes
{
    public static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message", "edited_business_message",
        "deleted_business_messages", "guest_message", "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query",
        "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request",
        "chat_boost", "removed_chat_boost", "managed_bot", "subscription", "stopped_message_generation",
    };

    public static readonly HashSet<string> Default = new(All.Except(["chat_member", "message_reaction", "message_reaction_count"]), StringComparer.Ordinal);

    /// <summary>How long one is kept (seen in the server's source, the timeouts given to add_update).</summary>
    public static TimeSpan Life(string type) => type switch
    {
        "inline_query" => TimeSpan.FromSeconds(30),
        "callback_query" => TimeSpan.FromSeconds(150),
        "chosen_inline_result" => TimeSpan.FromMinutes(10),
        _ => TimeSpan.FromHours(24),
    };
}
