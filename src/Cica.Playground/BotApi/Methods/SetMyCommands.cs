using System.Text.Json;
using Cica.Playground.Formatting;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#setmycommands: 100 at most; names of 1-32 of a-z 0-9 _, descriptions of 1-256 characters.</summary>
internal sealed class SetMyCommands(World world) : Method(world)
{
    private const int Most = 100;
    private const int MostName = 32;
    private const int MostDescription = 256;

    protected override Answer Run(Call call)
    {
        var json = call.Json("commands", "can't parse commands JSON object");
        if (json is { ValueKind: not JsonValueKind.Array }) throw Refusal.BadRequest("expected an Array of BotCommand");
        var commands = json is null ? [] : json.Value.EnumerateArray().Select(Read).ToList();
        var key = CommandScope.Read(World, call);
        // The texts of these two are Telegram's error codes (core.telegram.org/method/bots.setBotCommands).
        if (commands.Count > Most) throw Refusal.BadRequest("BOT_COMMANDS_TOO_MUCH");
        if (commands.Exists(c => !c.Command.All(IsAllowed))) throw Refusal.BadRequest("BOT_COMMAND_INVALID");
        lock (World.Gate)
        {
            if (commands.Count == 0) World.Profile.Commands.Remove(key);
            else World.Profile.Commands[key] = commands;
            World.Changes.Raise();
        }
        return Answer.Yes;
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_';

    // Trimmed, a leading slash taken off (seen in Telegram's client library, set_commands).
    private static WireCommand Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Refusal.BadRequest("can't parse BotCommand: expected an Object");
        var name = (json.Text("command") ?? throw Refusal.BadRequest("can't parse BotCommand: Can't find field \"command\"")).Trim();
        var description = (json.Text("description") ?? throw Refusal.BadRequest("can't parse BotCommand: Can't find field \"description\"")).Trim();
        if (name.StartsWith('/')) name = name[1..];
        if (name.Length == 0) throw Refusal.BadRequest("command must be non-empty");
        if (FormattedText.CountCharacters(name) > MostName) throw Refusal.BadRequest($"command length must not exceed {MostName}");
        if (description.Length == 0) throw Refusal.BadRequest("command description must be non-empty");
        if (FormattedText.CountCharacters(description) > MostDescription) throw Refusal.BadRequest($"command description length must not exceed {MostDescription}");
        return new WireCommand(name, description) { IsEphemeral = json.Flag("is_ephemeral") is true ? true : null };
    }
}
