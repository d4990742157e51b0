using System.Collections.Concurrent;
using System.Globalization;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Playground.Page.Tests;

/// <summary>A small bot on Telegram.Bot that does a bit of everything the page shows: it stands in for the real one.</summary>
internal sealed class SmallBot : IAsyncDisposable
{
    private const int PageSize = 4;
    private static readonly string[] States = ["Azerbaijan", "Bahrain", "Bangladesh", "China", "Egypt", "India", "Iran", "Iraq", "Israel", "Jordan", "Kazakhstan", "Kuwait"];

    private readonly TelegramBotClient _client;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(90) };
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _later = [];
    private readonly Task _polling;

    public SmallBot(PlaygroundServer server)
    {
        _clock = server.Options.Clock;
        Username = server.Options.Bot.Username;
        _client = new TelegramBotClient(new TelegramBotClientOptions(server.Token, server.Url.ToString()) { RetryCount = 0, RetryThreshold = 0 }, _http);
        _polling = PollAsync(_stop.Token);
    }

    /// <summary>Set, the answer to a text waits for it, and the bot is seen typing.</summary>
    public TaskCompletionSource? Holding { get; set; }

    private string Username { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _polling;
        await Task.WhenAll(_later);
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task PollAsync(CancellationToken cancel)
    {
        try
        {
            await _client.SetMyCommands([new("start", "What I can do"), new("list", "The member states"), new("subscribe", "A reminder in a day"), new("picture", "A picture and a document")], cancellationToken: cancel);
            await _client.SetMyCommands([new("start", "Что я умею"), new("list", "Государства-члены"), new("subscribe", "Напоминание через день"), new("picture", "Картинка и документ")], languageCode: "ru", cancellationToken: cancel);
            await _client.SetMyDescription("I answer questions about CICA, each with its source.\nAsk me in your own words.", cancellationToken: cancel);
            await _client.SetMyDescription("Отвечаю на вопросы о СВМДА, всегда с источником.\nСпросите своими словами.", "ru", cancel);
            await _client.SetMyShortDescription("Questions about CICA, with sources", cancellationToken: cancel);
            for (var offset = 0; ;)
            {
                foreach (var update in await TakeAsync(offset, cancel))
                {
                    offset = update.Id + 1;
                    await HandleAsync(update, cancel);
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task<Update[]> TakeAsync(int offset, CancellationToken cancel)
    {
        try
        {
            return await _client.GetUpdates(offset, timeout: 50, allowedUpdates: [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.MyChatMember], cancellationToken: cancel);
        }
        catch (RequestException)
        {
            // A server that is gone may come again.
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancel);
            return [];
        }
    }

    private async Task HandleAsync(Update update, CancellationToken cancel)
    {
        try
        {
            await AnswerAsync(update, cancel);
        }
        catch (RequestException)
        {
            // A call refused is not the end of the bot.
        }
    }

    private Task AnswerAsync(Update update, CancellationToken cancel) => update switch
    {
        { Message: { Text: { } text } message } => HearAsync(message, text, cancel),
        { CallbackQuery: { Data: { } data } query } => TappedAsync(query, data, cancel),
        { InlineQuery: { } query } => OfferAsync(query, cancel),
        _ => Task.CompletedTask,
    };

    private async Task HearAsync(Message message, string text, CancellationToken cancel)
    {
        var chat = message.Chat.Id;
        var isPrivate = message.Chat.Type == ChatType.Private;
        if (message.ViaBot is not null) return;
        ReplyParameters? reply = isPrivate ? null : new ReplyParameters { MessageId = message.Id };
        if (Holding is { } holding)
        {
            // The sign goes by itself after five seconds: it is given again and again, so that whoever is slow to look sees it too.
            do await _client.SendChatAction(chat, ChatAction.Typing, cancellationToken: cancel);
            while (await Task.WhenAny(holding.Task, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancel)) != holding.Task && !cancel.IsCancellationRequested);
            await holding.Task.WaitAsync(cancel);
        }
        switch (text.Split(' ')[0].Split('@')[0])
        {
            case "/start":
                await _client.SendMessage(chat, text.Length > 7 ? $"Welcome. You came with <code>{Escape(text[7..])}</code>." : "Welcome. Ask me about <b>CICA</b>.", ParseMode.Html, cancellationToken: cancel);
                break;
            case "/list":
                await _client.SendMessage(chat, Page(0), ParseMode.Html, reply, Turning(0), cancellationToken: cancel);
                break;
            case "/subscribe":
                // The day begins before it is told of: whoever has read of it may put the clock forward.
                _later.Add(RemindAsync(chat, cancel));
                await _client.SendMessage(chat, "You will be reminded in a day. <tg-time unix=\"1799193600\" format=\"wDT\">soon</tg-time>", ParseMode.Html, cancellationToken: cancel);
                break;
            case "/picture":
                await SendFilesAsync(chat, cancel);
                break;
            default:
                await _client.SendMessage(chat, Answer(text), ParseMode.Html, reply, isPrivate ? FollowUps : null, cancellationToken: cancel);
                break;
        }
    }

    private static InlineKeyboardMarkup FollowUps => new([
        [InlineKeyboardButton.WithCallbackData("Who chaired before?", "before"), InlineKeyboardButton.WithCallbackData("Sources", "sources")],
        [InlineKeyboardButton.WithUrl("The CICA site", "https://www.s-cica.org"), new InlineKeyboardButton("Ask in a group") { SwitchInlineQuery = "chair" }],
        [new InlineKeyboardButton("Subscribe") { CallbackData = "toast", Style = KeyboardButtonStyle.Success }, new InlineKeyboardButton("Copy the citation") { CopyText = new CopyTextButton { Text = "Report, 11 March 2026" } }]]);

    private static string Answer(string text) =>
        $"You asked: <i>{Escape(text)}</i>\n<b>Azerbaijan</b> chairs CICA, since 17 December 2024.\n<blockquote expandable>At the last word (11 March 2026). Its term was to end with the summit planned for October 2026 in Baku; whether that was held is not known.\nTexts of early 2024 call Kazakhstan the present chair: they are older than the handover.</blockquote>\nSource: <a href=\"https://report.az\">Report</a>, 11 March 2026";

    private async Task TappedAsync(CallbackQuery query, string data, CancellationToken cancel)
    {
        var (text, isAlert) = data switch
        {
            "toast" => ("You are subscribed.", false),
            "sources" => ("Report, 11 March 2026", true),
            _ => (null, false),
        };
        if (query.Message is { } message)
        {
            if (data == "before") await _client.SendMessage(message.Chat.Id, "Before that <b>Kazakhstan</b> chaired, from 2020 to 2024.", ParseMode.Html, cancellationToken: cancel);
            else if (data.StartsWith("page:", StringComparison.Ordinal))
            {
                var page = int.Parse(data.AsSpan(5), CultureInfo.InvariantCulture);
                await _client.EditMessageText(message.Chat.Id, message.Id, Page(page), ParseMode.Html, replyMarkup: Turning(page), cancellationToken: cancel);
            }
        }
        await _client.AnswerCallbackQuery(query.Id, text, isAlert, cancellationToken: cancel);
    }

    private async Task OfferAsync(InlineQuery query, CancellationToken cancel)
    {
        var found = States.Where(s => s.Contains(query.Query, StringComparison.OrdinalIgnoreCase)).ToArray();
        var results = found.Select(s => new InlineQueryResultArticle("s" + s, s, new InputTextMessageContent($"<b>{s}</b> is a member state of CICA.\nSource: CICA Secretariat") { ParseMode = ParseMode.Html })
        {
            Description = $"{s} is a member state of CICA, since its first summit or later",
        });
        await _client.AnswerInlineQuery(query.Id, results, cacheTime: 0, button: new InlineQueryResultsButton("Ask me in private") { StartParameter = "inline" }, cancellationToken: cancel);
    }

    private async Task RemindAsync(long chat, CancellationToken cancel)
    {
        try
        {
            await Task.Delay(TimeSpan.FromDays(1), _clock, cancel);
            await _client.SendMessage(chat, "⏰ <b>Reminder</b>: the summit is tomorrow.", ParseMode.Html, cancellationToken: cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The test is over before the day is.
        }
    }

    private async Task SendFilesAsync(long chat, CancellationToken cancel)
    {
        using var picture = new MemoryStream(Picture.Png(320, 180));
        await _client.SendPhoto(chat, InputFile.FromStream(picture, "flag.png"), "The flag, <b>as drawn</b> by a test", ParseMode.Html, cancellationToken: cancel);
        using var document = new MemoryStream("BEGIN:VCALENDAR\nEND:VCALENDAR\n"u8.ToArray());
        await _client.SendDocument(chat, InputFile.FromStream(document, "summit.ics"), cancellationToken: cancel);
    }

    private static string Page(int page) =>
        $"<b>Member states</b>, {page + 1} of {States.Length / PageSize}\n" + string.Join('\n', States.Skip(page * PageSize).Take(PageSize).Select((s, i) => $"{(page * PageSize) + i + 1}. {s}"));

    private static InlineKeyboardMarkup Turning(int page)
    {
        var buttons = new List<InlineKeyboardButton>();
        if (page > 0) buttons.Add(InlineKeyboardButton.WithCallbackData("‹ Back", $"page:{page - 1}"));
        if ((page + 1) * PageSize < States.Length) buttons.Add(InlineKeyboardButton.WithCallbackData("More ›", $"page:{page + 1}"));
        return new InlineKeyboardMarkup(buttons);
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
