namespace Cica.Bot.Tests.Talking.Reminding;

/// <summary>What the bot says of reminders, filled in.</summary>
internal static class Says
{
    public static string On(string what, string language = "en") => Facts.Text("remind.on", language).Replace("{what}", what, StringComparison.Ordinal);

    public static string Off(string what, string language = "en") => Facts.Text("remind.off", language).Replace("{what}", what, StringComparison.Ordinal);
}
