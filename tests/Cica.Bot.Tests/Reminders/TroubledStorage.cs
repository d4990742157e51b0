using System.Collections.Concurrent;
using System.Reflection;
using Cica.Bot.Storage;

namespace Cica.Bot.Tests.Reminders;

/// <summary>A storage whose operations fail, or take their time, as a test says.</summary>
public class TroubledStorage : DispatchProxy
{
    private readonly ConcurrentDictionary<string, int> failures = new();
    private readonly ConcurrentDictionary<string, Task> held = new();
    private readonly ConcurrentDictionary<string, Task> heldBack = new();
    private readonly ConcurrentDictionary<string, int> calls = new();
    private IStorage storage = null!;

    public static (IStorage Storage, TroubledStorage Trouble) Over(IStorage storage)
    {
        var made = Create<IStorage, TroubledStorage>();
        var trouble = (TroubledStorage)(object)made;
        trouble.storage = storage;
        return (made, trouble);
    }

    /// <summary>The next calls of this operation fail.</summary>
    public void Fail(string operation, int times = 1) => failures[operation] = times;

    /// <summary>Calls of this operation, which returns nothing, begin when that has ended.</summary>
    public void Hold(string operation, Task until) => held[operation] = until;

    /// <summary>Calls of this operation, which says yes or no, are carried out at once, and say so when that has ended.</summary>
    public void HoldBack(string operation, Task until) => heldBack[operation] = until;

    /// <summary>How often it was called.</summary>
    public int Calls(string operation) => calls.GetValueOrDefault(operation);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = targetMethod!.Name;
        calls.AddOrUpdate(name, 1, (_, count) => count + 1);
        if (failures.TryGetValue(name, out var left) && left > 0)
        {
            failures[name] = left - 1;
            throw new StorageUnavailableException("full");
        }
        object? Go() => targetMethod.Invoke(storage, BindingFlags.DoNotWrapExceptions, null, args, null);
        async Task GoAfterAsync(Task until)
        {
            await until;
            await (ValueTask)Go()!;
        }
        async Task<bool> SayAfterAsync(Task until)
        {
            var said = await (ValueTask<bool>)Go()!;
            await until;
            return said;
        }
        if (heldBack.TryGetValue(name, out var saying)) return new ValueTask<bool>(SayAfterAsync(saying));
        return held.TryGetValue(name, out var until) ? new ValueTask(GoAfterAsync(until)) : Go();
    }
}
