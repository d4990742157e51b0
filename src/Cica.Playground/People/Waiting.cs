using Cica.Playground.State;

namespace Cica.Playground.People;

/// <summary>
/// Waits for things to happen instead of sleeping. The deadline runs on the machine's clock, not on the playground's: a test
/// that holds the playground's clock still must not wait for ever.
/// </summary>
public sealed class Waiting
{
    private readonly World _world;

    internal Waiting(World world) => _world = world;

    /// <summary>How long a wait may take before it fails with <see cref="TimeoutException"/>.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Done at the next change of anything a person could see.</summary>
    public Task ChangeAsync(CancellationToken cancellationToken = default) => _world.Changes.Next().WaitAsync(cancellationToken);

    /// <summary>Waits until the look finds something; looks again at each change.</summary>
    public async Task<T> ForAsync<T>(Func<T?> look, string what, CancellationToken cancellationToken = default)
        where T : class
    {
        using var deadline = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        while (true)
        {
            var change = _world.Changes.Next();
            if (look() is { } found) return found;
            try
            {
                await change.WaitAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds:0} s in vain for {what}.");
            }
        }
    }

    /// <summary>Waits until the condition holds; looks again at each change.</summary>
    public Task UntilAsync(Func<bool> condition, string what, CancellationToken cancellationToken = default) =>
        ForAsync<object>(() => condition() ? this : null, what, cancellationToken);
}
