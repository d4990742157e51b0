namespace Cica.Bot.Telegram.Conversing;

/// <summary>Who may change how the bot behaves in a chat: everybody in their own, the administrators in a group.</summary>
internal sealed class GroupRights(IGroupAdmins admins)
{
    /// <summary>Whether whoever is at this place may change its settings.</summary>
    /// <param name="place">The chat, and who asks.</param>
    /// <param name="senderChat">The chat in whose name it was written, if any: an anonymous administrator writes in the name of the group itself.</param>
    /// <param name="cancel">Ends the wait for Telegram's answer.</param>
    public async ValueTask<bool> MaySetAsync(Place place, long? senderChat, CancellationToken cancel)
    {
        if (place.IsPrivate || senderChat == place.Chat)
            return true;
        return place.User is { } user && await admins.IsAdminAsync(place.Chat, user, cancel);
    }
}
