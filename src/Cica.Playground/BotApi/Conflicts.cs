using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>409 answers: the first at once, further ones within three seconds only after three more (seen in the server's source, fail_query_conflict).</summary>
internal sealed class Conflicts(World world)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public async Task<Refusal> AfterPauseAsync(string text, CancellationToken cancellationToken)
    {
        bool atOnce;
        lock (world.Gate)
        {
            var now = world.Clock.GetUtcNow();
            atOnce = now >= _next;
            if (atOnce) _next = now + Pause;
        }
        if (!atOnce) await Task.Delay(Pause, world.Clock, cancellationToken).ConfigureAwait(false);
        return new Refusal(409, text);
    }
}
