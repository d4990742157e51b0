using Cica.Bot.Telegram.Conversing;
using Telegram.Bot.Types;

namespace Cica.Bot.Telegram;

/// <summary>Who the bot is: its id stands in its token, its name Telegram tells before the first update is taken.</summary>
internal sealed class BotIdentity(long id) : IBotIdentity
{
    private readonly TaskCompletionSource known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string username = "";

    /// <inheritdoc/>
    public long Id => id;

    /// <inheritdoc/>
    public string Username => username;

    /// <summary>Ends when Telegram has told.</summary>
    public Task Known => known.Task;

    /// <summary>Telegram has told.</summary>
    public void Become(User me)
    {
        username = me.Username ?? "";
        known.TrySetResult();
    }

    /// <summary>The id of the bot this token is for: the number before the colon.</summary>
    public static long IdOf(string token) => long.Parse(token.AsSpan(0, token.IndexOf(':', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);
}
