namespace Cica.Playground.State;

/// <summary>"typing…": shown for five seconds at most, or until the bot writes (core.telegram.org/bots/api#sendchataction).</summary>
internal sealed record ChatAction(string Action, int? Topic, DateTimeOffset Until);
