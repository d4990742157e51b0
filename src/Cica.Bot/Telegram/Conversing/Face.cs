using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Querying;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>How the bot shows itself before it is asked: its menu of commands by scope and language, and what its profile says.</summary>
internal static class Face
{
    /// <summary>The language of those whose own is not shipped.</summary>
    private const string Default = "en";

    /// <summary>All the calls that set it; each may be repeated.</summary>
    public static IReadOnlyList<IRequest<bool>> Calls(KnowledgeSnapshot knowledge)
    {
        var calls = new List<IRequest<bool>>();
        foreach (var language in knowledge.Languages.OrderBy(l => l.Code, StringComparer.Ordinal))
        {
            var words = new UiTexts(language);
            string?[] codes = language.Code == Default ? [null, Default] : [language.Code];
            foreach (var code in codes)
            {
                calls.Add(new SetMyDescriptionRequest { Description = words["face.description"], LanguageCode = code });
                calls.Add(new SetMyShortDescriptionRequest { ShortDescription = words["face.short"], LanguageCode = code });
                calls.Add(Commands(words, BotCommands.Group, BotCommandScope.Default(), code));
                calls.Add(Commands(words, BotCommands.Private, BotCommandScope.AllPrivateChats(), code));
                calls.Add(Commands(words, BotCommands.Group, BotCommandScope.AllGroupChats(), code));
                calls.Add(Commands(words, BotCommands.GroupAdmins, BotCommandScope.AllChatAdministrators(), code));
            }
        }
        return calls;
    }

    /// <summary>A name for exactly these calls: another one means that something has changed.</summary>
    public static string Hash(IReadOnlyList<IRequest<bool>> calls)
    {
        var all = new StringBuilder();
        foreach (var call in calls)
            all.Append(call.MethodName).Append(JsonSerializer.Serialize(call, call.GetType(), JsonBotAPI.Options)).Append('\n');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    /// <summary>The menu of one chat in the language chosen there. What is said of the chat outweighs what is said of all administrators, so theirs is said as well.</summary>
    public static IReadOnlyList<Reply> Menu(long chat, bool isPrivate, UiTexts words) => isPrivate
        ? [Bulk(Commands(words, BotCommands.Private, BotCommandScope.Chat(chat), null))]
        : [Bulk(Commands(words, BotCommands.Group, BotCommandScope.Chat(chat), null)), Bulk(Commands(words, BotCommands.GroupAdmins, BotCommandScope.ChatAdministrators(chat), null))];

    /// <summary>The menu of one chat goes by the app's language again.</summary>
    public static IReadOnlyList<Reply> ForgetMenu(long chat, bool isPrivate) => isPrivate
        ? [Bulk(new DeleteMyCommandsRequest { Scope = BotCommandScope.Chat(chat) })]
        : [Bulk(new DeleteMyCommandsRequest { Scope = BotCommandScope.Chat(chat) }), Bulk(new DeleteMyCommandsRequest { Scope = BotCommandScope.ChatAdministrators(chat) })];

    private static Reply Bulk(IRequest<bool> call) => new(call, Urgency.Bulk);

    private static SetMyCommandsRequest Commands(UiTexts words, IEnumerable<string> names, BotCommandScope scope, string? language) => new()
    {
        Commands = names.Select(name => new BotCommand(name, words["command." + name])),
        Scope = scope,
        LanguageCode = language,
    };
}
