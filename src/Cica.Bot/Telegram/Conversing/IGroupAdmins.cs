using Cica.Bot.Telegram.BotApi;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Who may change the settings of a group.</summary>
public interface IGroupAdmins
{
    /// <summary>Whether the user is an administrator or the owner there. False also where that cannot be learnt.</summary>
    ValueTask<bool> IsAdminAsync(long chat, long user, CancellationToken cancel);
}

/// <summary>Asks Telegram each time: settings change seldom, and whoever was an administrator yesterday may be none today.</summary>
internal sealed class GroupAdmins(BotConnection connection) : IGroupAdmins
{
    // Whoever asked is waiting, and so is everybody else in that chat.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async ValueTask<bool> IsAdminAsync(long chat, long user, CancellationToken cancel)
    {
        try
        {
            var member = await connection.CallAsync(new GetChatMemberRequest { ChatId = chat, UserId = user }, Deadline, cancel);
            return member.Status is ChatMemberStatus.Administrator or ChatMemberStatus.Creator;
        }
        catch (Exception failure) when (failure is RequestException or TimeoutException)
        {
            return false;
        }
    }
}
