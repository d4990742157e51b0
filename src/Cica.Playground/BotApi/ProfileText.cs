using Cica.Playground.Formatting;
using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>A text of the profile by language: kept within its length, told with the one for all languages as fallback.</summary>
internal static class ProfileText
{
    /// <summary>Sets it, or takes it away when empty. The wording of "too long" is ours: Telegram's is not published.</summary>
    public static Answer Set(World world, Call call, string parameter, int most, Dictionary<string, string> texts)
    {
        var language = CommandScope.Language(call);
        var text = (call.Text(parameter) ?? "").Trim();
        if (FormattedText.CountCharacters(text) > most) throw Refusal.BadRequest($"{parameter} must not exceed {most} characters");
        lock (world.Gate)
        {
            if (text.Length == 0) texts.Remove(language);
            else texts[language] = text;
            if (parameter == "name" && language.Length == 0 && text.Length > 0) world.Rename(text);
            world.Changes.Raise();
        }
        return Answer.Yes;
    }

    public static string Get(World world, Call call, Dictionary<string, string> texts, string otherwise = "")
    {
        var language = CommandScope.Language(call);
        lock (world.Gate) return texts.GetValueOrDefault(language) ?? texts.GetValueOrDefault("") ?? otherwise;
    }
}
