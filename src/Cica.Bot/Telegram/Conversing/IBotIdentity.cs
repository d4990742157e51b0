namespace Cica.Bot.Telegram.Conversing;

/// <summary>Who the bot is, as Telegram told at the start (core.telegram.org/bots/api#getme).</summary>
public interface IBotIdentity
{
    /// <summary>Its user id.</summary>
    long Id { get; }

    /// <summary>Its name without the @.</summary>
    string Username { get; }
}
