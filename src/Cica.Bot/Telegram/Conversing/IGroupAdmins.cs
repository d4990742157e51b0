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

/// <summary>
/// Asks Telegram each time: settings change seldom, and whoever was an administrator yesterday may be none today. A call that
/// fails is made again, so that no administrator is turned away for one lost answer.
/// </summary>
internal sealed class GroupAdmins(BotConnection connection, TimeProvider time) : IGroupAdmins
{
    private const int Tries = 4;
    // Whoever asked is waiting, and so is everybody else in that chat.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);
    private static readonly GrowingPauses Pauses = new(TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(2));

    /// <inheritdoc/>
    public async ValueTask<bool> IsAdminAsync(long chat, long user, CancellationToken cancel)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                var member = await connection.CallAsync(new GetChatMemberRequest { ChatId = chat, UserId = user }, Deadline, cancel);
                return member.Status is ChatMemberStatus.Administrator or ChatMemberStatus.Creator;
            }
            // Refused for good: asking again would bring the same.
            catch (ApiRequestException refused) when (refused.ErrorCode is < 500 and not 429)
            {
                return false;
            }
            catch (Exception failure) when (failure is RequestException or TimeoutException)
            {
                if (failures == Tries) return false;
                await Task.Delay(Pauses.After(failures), time, cancel);
            }
        }
    }
}
