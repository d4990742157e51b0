using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Reminders.Dispatching;

/// <summary>One message, and the notices it is.</summary>
/// <param name="To">Where it goes.</param>
/// <param name="Notices">The notices that are sent with it.</param>
/// <param name="Superseded">Those that need not be sent any more once it is: it says the same, and later.</param>
/// <param name="Lines">Its text.</param>
/// <param name="Keyboard">The buttons under it.</param>
/// <param name="IsLate">It says that it is late.</param>
internal sealed record Parcel(Destination To, IReadOnlyList<Notice> Notices, IReadOnlyList<Notice> Superseded, IReadOnlyList<TextLine> Lines, InlineKeyboardMarkup? Keyboard, bool IsLate);
