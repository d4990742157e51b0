using System.Globalization;
using Cica.Playground.BotApi;
using Cica.Playground.State;

namespace Cica.Playground.Faults;

/// <summary>Takes orders for faults and decides which call they strike; the oldest order that fits strikes first.</summary>
public sealed class FaultDesk
{
    private readonly Lock _gate = new();
    private readonly List<OrderedFault> _orders = [];
    private readonly World _world;

    internal FaultDesk(World world) => _world = world;

    /// <summary>Puts a fault in force.</summary>
    public OrderedFault Order(Fault fault)
    {
        var until = fault.Lasting is { } time ? _world.Clock.GetUtcNow() + time : (DateTimeOffset?)null;
        var order = new OrderedFault(this, fault, until);
        lock (_gate) _orders.Add(order);
        return order;
    }

    /// <summary>Lifts every fault.</summary>
    public void Clear()
    {
        lock (_gate) _orders.Clear();
    }

    /// <summary>Puts an update before the bot that holds a value its client does not know, as a newer Bot API would.</summary>
    public void SendStrangeUpdate(StrangeUpdate kind, long userId = 1_000_001)
    {
        var (type, json) = StrangeUpdates.Make(kind, userId, _world.Now);
        lock (_world.Gate) _world.Updates.AddRaw(type, json, "strange");
    }

    internal void Lift(OrderedFault order)
    {
        lock (_gate) _orders.Remove(order);
    }

    internal Fault? For(Call call)
    {
        if (_orders.Count == 0) return null;
        lock (_gate)
        {
            var now = _world.Clock.GetUtcNow();
            _orders.RemoveAll(o => o.IsSpent || o.Until <= now);
            foreach (var order in _orders)
                if (Fits(order.Fault, call) && order.Strikes()) return order.Fault;
            return null;
        }
    }

    private static bool Fits(Fault fault, Call call) =>
        (fault.Method is null || fault.Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase))
        && (fault.ChatId is not { } chat || call.Parameters.GetValueOrDefault("chat_id") == chat.ToString(CultureInfo.InvariantCulture))
        && (fault.Contains is not { } part || call.Parameters.Values.Any(v => v.Contains(part, StringComparison.Ordinal)));
}
