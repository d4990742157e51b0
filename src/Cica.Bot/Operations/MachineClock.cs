namespace Cica.Bot.Operations;

/// <summary>
/// The clock of the machine. How long a call to the server may take is measured by it, and not by the bot's own clock: on the
/// playground that can be put forward, and no call takes longer because of it.
/// </summary>
/// <param name="Time">The machine's.</param>
internal sealed record MachineClock(TimeProvider Time);
