using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Who may change the settings of a group.</summary>
public interface IGroupAdmins
{
    /// <summary>Whether the user is an administrator or the owner there. False also where that cannot be learnt.</summary>
    ValueTask<bool> IsAdminAsync(long chat, long user, CancellationToken cancel);
}

/// <summary>Asks Telegram each time: settings change seldom, and whoever was an administrator yesterday may be none today.</summary>
/// <param name="client">The Bot API.</param>
public sealed class GroupAdmins(ITelegramBotClient client) : IGroupAdmins
{
    /// <inheritdoc/>
    public async ValueTask<bool> IsAdminAsync(long chat, long user, CancellationToken cancel)
    {
        try
        {
            var member = await client.GetChatMember(chat, user, cancel);
            return member.Status is ChatMemberStatus.Administrator or ChatMemberStatus.Creator;
        }
        catch (RequestException)
        {
            return false;
        }
    }
}
