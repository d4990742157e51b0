using Cica.Bot.Telegram.Rendering;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Who may change how the bot behaves in a chat: everybody in their own, the administrators in a group.</summary>
internal sealed class GroupRights(IGroupAdmins admins)
{
    /// <summary>What to say to whoever is at this place and may not change its settings, or of whom that could not be found out; null where they may.</summary>
    /// <param name="place">The chat, and who asks.</param>
    /// <param name="senderChat">The chat in whose name it was written, if any: an anonymous administrator writes in the name of the group itself.</param>
    /// <param name="words">The texts of the language to say it in.</param>
    /// <param name="cancel">Ends the wait for Telegram's answer.</param>
    /// <param name="onlyAdmins">The key of the words for whoever is no administrator.</param>
    public async ValueTask<string?> RefusalAsync(Place place, long? senderChat, UiTexts words, CancellationToken cancel, string onlyAdmins = "ui.only-admins")
    {
        if (place.IsPrivate || senderChat == place.Chat)
            return null;
        if (place.User is not { } user)
            return words[onlyAdmins];
        return await admins.IsAdminAsync(place.Chat, user, cancel) switch
        {
            true => null,
            false => words[onlyAdmins],
            null => words["ui.admins-unknown"],
        };
    }
}
