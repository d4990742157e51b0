using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>From a call to a reply: is the bot in, is there such a method, carry it out, word a refusal.</summary>
internal sealed class Dispatcher(World world, IReadOnlyDictionary<string, Method> methods)
{
    public async ValueTask<Reply> RunAsync(Call call, CancellationToken cancellationToken)
    {
        try
        {
            CheckSession(call);
            if (!methods.TryGetValue(call.Method.ToLowerInvariant(), out var method)) throw Unknown(call.Method);
            return Reply.Of(await method.RunAsync(call, cancellationToken).ConfigureAwait(false));
        }
        catch (Refusal refusal)
        {
            return Reply.Of(refusal);
        }
    }

    private void CheckSession(Call call)
    {
        lock (world.Gate)
        {
            if (world.LoggedOutUntil is { } until)
            {
                if (world.Clock.GetUtcNow() < until) throw new Refusal(400, "Logged out");
                world.LoggedOutUntil = null;
            }
            if (world.IsClosed && !call.Method.Equals("close", StringComparison.OrdinalIgnoreCase))
            {
                world.IsClosed = false;
                world.LaunchedAt = world.Clock.GetUtcNow();
            }
        }
    }

    private Refusal Unknown(string method) => new(404,
        $"Not Found: method not found (the playground speaks no \"{method}\"; it knows {string.Join(", ", methods.Values.Select(m => m.Name))}; if Telegram has it, add a file to BotApi)");
}
