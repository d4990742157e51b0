namespace Cica.Playground.BotApi;

/// <summary>
/// The payload of a deep link: 1-64 of A-Z a-z 0-9 _ - (core.telegram.org/bots/features#deep-linking,
/// core.telegram.org/bots/api#inlinequeryresultsbutton; wording seen in its client library's source).
/// </summary>
internal static class StartParameter
{
    public const int Most = 64;

    public static string Check(string? parameter)
    {
        if (string.IsNullOrEmpty(parameter)) throw Refusal.BadRequest("can't use empty start_parameter");
        if (parameter.Length > Most) throw Refusal.BadRequest("too long start_parameter specified");
        if (!parameter.All(IsAllowed)) throw Refusal.BadRequest("unallowed characters in start_parameter are used");
        return parameter;
    }

    public static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
