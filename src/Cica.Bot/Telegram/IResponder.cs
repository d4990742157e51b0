using Telegram.Bot.Types;

namespace Cica.Bot.Telegram;

/// <summary>Turns an update into the calls that answer it. Sends nothing itself; never throws for what an update holds.</summary>
public interface IResponder
{
    /// <summary>The calls that answer this update, in their order; none if it is to be passed over.</summary>
    ValueTask<IReadOnlyList<Reply>> RespondAsync(Update update, CancellationToken cancel);
}
