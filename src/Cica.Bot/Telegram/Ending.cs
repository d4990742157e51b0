using Cica.Bot.CommandLine;
using Microsoft.Extensions.Hosting;

namespace Cica.Bot.Telegram;

/// <summary>Why the bot stops by itself, if it does: the exit code and one line for the operator.</summary>
internal sealed class Ending(IHostApplicationLifetime lifetime)
{
    private readonly Lock gate = new();

    /// <summary>The exit code.</summary>
    public int Code { get; private set; } = ExitCodes.Ok;

    /// <summary>What to tell the operator, if anything.</summary>
    public string? Message { get; private set; }

    /// <summary>Telegram does not accept the token.</summary>
    public void TokenRefused() => With(ExitCodes.TokenRefused, "Telegram:Token: the server refused the token; copy it again from BotFather, or have a new one made there");

    /// <summary>Stops the bot; the first reason counts.</summary>
    public void With(int code, string message)
    {
        lock (gate)
        {
            if (Message is not null) return;
            (Code, Message) = (code, message);
        }
        lifetime.StopApplication();
    }
}
