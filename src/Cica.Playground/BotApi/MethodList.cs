using Cica.Playground.BotApi.Methods;
using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>Every method the playground speaks, by its name in lower case: the server minds no case (seen in its source).</summary>
internal static class MethodList
{
    public static Dictionary<string, Method> Of(World world, WebhookOffice webhooks, Membership membership)
    {
        var sender = new Sender(world);
        var editing = new Editing(world);
        var results = new InlineResultReader(world);
        Method[] all =
        [
            new GetMe(world), new LogOut(world), new Close(world),
            new GetUpdates(world, webhooks), new SetWebhook(world, webhooks), new DeleteWebhook(world, webhooks), new GetWebhookInfo(world, webhooks),
            new SendMessage(world, sender), new SendPhoto(world, sender), new SendDocument(world, sender), new SendChatAction(world),
            new EditMessageText(world, editing), new EditMessageReplyMarkup(world, editing), new DeleteMessage(world),
            new AnswerCallbackQuery(world), new AnswerInlineQuery(world, results), new AnswerGuestQuery(world, results),
            new SetMyCommands(world), new GetMyCommands(world), new DeleteMyCommands(world),
            new SetMyName(world), new GetMyName(world), new SetMyDescription(world), new GetMyDescription(world),
            new SetMyShortDescription(world), new GetMyShortDescription(world),
            new GetChat(world), new GetChatMember(world), new GetChatAdministrators(world), new LeaveChat(world, membership),
            new GetFile(world),
        ];
        return all.ToDictionary(m => m.Name.ToLowerInvariant());
    }
}
