using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>One method of the Bot API. To add one: a file beside this, and a line in <see cref="MethodList"/>.</summary>
internal abstract class Method(World world)
{
    protected World World { get; } = world;

    /// <summary>The method's name as documented, which is also its class's name.</summary>
    public string Name => char.ToLowerInvariant(GetType().Name[0]) + GetType().Name[1..];

    /// <summary>Carries the call out; refusals are thrown.</summary>
    public virtual ValueTask<Answer> RunAsync(Call call, CancellationToken cancellationToken) => new(Run(call));

    protected virtual Answer Run(Call call) => throw new NotSupportedException(Name + " overrides neither Run nor RunAsync");
}
