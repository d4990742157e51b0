using Cica.Bot.Telegram.BotApi;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Who may change the settings of a group.</summary>
public interface IGroupAdmins
{
    /// <summary>Whether the user is an administrator or the owner there. Null where that cannot be learnt.</summary>
    ValueTask<bool?> IsAdminAsync(long chat, long user, CancellationToken cancel);
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
    // A tap can be answered for ten seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly GrowingPauses Pauses = new(TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(2));

    /// <inheritdoc/>
    public async ValueTask<bool?> IsAdminAsync(long chat, long user, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        for (var failures = 1; ; failures++)
        {
            try
            {
                var left = Patience - time.GetElapsedTime(began);
                var member = await connection.CallAsync(new GetChatMemberRequest { ChatId = chat, UserId = user }, left < Deadline ? left : Deadline, cancel);
                return member.Status is ChatMemberStatus.Administrator or ChatMemberStatus.Creator;
            }
            // Refused for good, such as where the members cannot be seen: asking again would bring the same.
            catch (ApiRequestException refused) when (refused.ErrorCode is < 500 and not 429)
            {
                return null;
            }
            catch (Exception failure) when (failure is RequestException or TimeoutException)
            {
                var pause = Pauses.After(failures);
                if (failures == Tries || time.GetElapsedTime(began) + pause >= Patience) return null;
                await Task.Delay(pause, time, cancel);
            }
        }
    }
}
