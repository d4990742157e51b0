using System.Globalization;
using System.Text;
using Cica.Bot.Operations;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Conversing.Reminding;
using Cica.Bot.Telegram.Rendering;
using Cica.Bot.Telegram.Sending;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing;

/// <summary><c>/admin</c>, for those who run the bot, in private: how it stands, what is due next, what failed, what it could not answer, and loading the facts anew.</summary>
internal sealed class AdminHandler(
    TelegramSettings settings, ReminderPhrases phrases, IStorage storage, SendingFigures sending, ICurrentEngine engine, DataReloader reloader, OutgoingQueue queue, TimeProvider time)
{
    private const string Next = "next";
    private const string Failures = "failed";
    private const string Questions = "questions";
    private const string QuestionsFile = "file";
    private const string Reload = "reload";
    private const string Overview = "all";
    private const int Most = 10;
    private const int MostReason = 300;

    /// <summary><c>/admin</c>.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AskAsync(Place place, UiTexts words, CancellationToken cancel)
    {
        if (!IsAdmin(place))
            return [Outgoing.Text(place, words["admin.no"])];
        var say = await phrases.ForAsync(place, words, cancel);
        return [Outgoing.Message(place, await OverviewAsync(say, cancel), Keyboard(words))];
    }

    /// <summary>A tap on one of its buttons.</summary>
    public async ValueTask<IReadOnlyList<Reply>> TapAsync(CallbackQuery query, string part, Place place, UiTexts words, CancellationToken cancel)
    {
        if (!IsAdmin(place))
            return [Outgoing.Tapped(query, words["admin.no"], alert: true)];
        var say = await phrases.ForAsync(place, words, cancel);
        if (part == QuestionsFile)
            return [Outgoing.Tapped(query), Outgoing.File(place, "questions.txt", await AllQuestionsAsync(cancel), words["admin.questions-file"])];
        if (part == Reload)
        {
            // That takes seconds; the button may not spin until then.
            _ = Task.Run(() => ReloadAsync(place, words), CancellationToken.None);
            return [Outgoing.Tapped(query, words["admin.loading"])];
        }
        IReadOnlyList<TextLine> lines = part switch
        {
            Next => await NextAsync(say, cancel),
            Failures => await FailuresAsync(say, cancel),
            Questions => await QuestionsAsync(say, cancel),
            _ => await OverviewAsync(say, cancel),
        };
        // Telegram refuses an edit that changes nothing.
        return Html.Plain(lines) == query.Message?.Text ? [Outgoing.Tapped(query)] : [Outgoing.Tapped(query), Outgoing.Edit(place.Chat, place.Message, lines, Keyboard(words))];
    }

    private bool IsAdmin(Place place) => place is { IsPrivate: true, User: { } user } && settings.Admins.Contains(user);

    private async ValueTask<IReadOnlyList<TextLine>> OverviewAsync(ReminderWords say, CancellationToken cancel)
    {
        var notices = await storage.CountNoticesAsync(cancel);
        var text = say.Words.Fill(
            "admin.overview",
            ("facts", Number(engine.Engine.Knowledge.Facts.Count)), ("version", engine.DataVersion),
            ("subscriptions", Number(await storage.CountSubscriptionsAsync(cancel))),
            ("pending", Number(notices.Pending)), ("held", Number(notices.Held)), ("sending", Number(notices.Sending)), ("sent", Number(notices.Sent)), ("failed", Number(notices.Failed)),
            ("messages", Number(sending.Sent)), ("refused", Number(sending.Refused)), ("retried", Number(sending.Retried)), ("repeats", Number(sending.PossibleRepeats)),
            ("owed", Number(await storage.CountOwedAsync(cancel))), ("questions", Number((await storage.UnansweredAsync(cancel)).Count)),
            ("storage", storage.Trouble ?? say.Words["admin.storage-well"]));
        return [.. TextLine.Of(text)];
    }

    private async ValueTask<IReadOnlyList<TextLine>> NextAsync(ReminderWords say, CancellationToken cancel)
    {
        var next = await storage.NextNoticesAsync(null, Most, cancel);
        return [new(say.Words[next.Count == 0 ? "admin.next-none" : "admin.next"]), .. next.Select(n => new TextLine("• " + say.Of(n)))];
    }

    private async ValueTask<IReadOnlyList<TextLine>> FailuresAsync(ReminderWords say, CancellationToken cancel)
    {
        var failed = await storage.FailuresAsync(null, Most, cancel);
        return [new(say.Words[failed.Count == 0 ? "admin.failures-none" : "admin.failures"]), .. failed.Select(n => new TextLine($"• {Number(n.To.Chat)}: {say.Of(n)} – {n.Why}"))];
    }

    private async ValueTask<IReadOnlyList<TextLine>> QuestionsAsync(ReminderWords say, CancellationToken cancel)
    {
        var all = await storage.UnansweredAsync(cancel);
        return
        [
            new(say.Words.Fill(all.Count == 0 ? "admin.questions-none" : "admin.questions", ("count", Number(all.Count)))),
            .. all.Reverse().Take(Most).Select(q => new TextLine("• " + q.Text)),
        ];
    }

    private async ValueTask<byte[]> AllQuestionsAsync(CancellationToken cancel)
    {
        var text = new StringBuilder();
        foreach (var question in await storage.UnansweredAsync(cancel))
            text.Append(question.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)).Append('\t').Append(question.Language).Append('\t').Append(question.Text).Append('\n');
        return Encoding.UTF8.GetBytes(text.Length == 0 ? "\n" : text.ToString());
    }

    private async Task ReloadAsync(Place place, UiTexts words)
    {
        var result = await reloader.ReloadAsync();
        var text = result.Mistakes.Count == 0
            ? words.Fill("admin.reloaded", ("facts", Number(engine.Engine.Knowledge.Facts.Count)), ("version", engine.DataVersion))
            : words.Fill("admin.not-reloaded", ("count", Number(result.Mistakes.Count)), ("mistake", Short(result.Mistakes[0])));
        await queue.SendAsync(new OutgoingCall(Outgoing.Message(place, [.. TextLine.Of(text)], Keyboard(words)), time.GetUtcNow()));
    }

    private static InlineKeyboardMarkup Keyboard(UiTexts words) => new(
        [
            [Button(words, Next), Button(words, Failures)],
            [Button(words, Questions), Button(words, QuestionsFile)],
            [Button(words, Reload), Button(words, Overview)],
        ]);

    private static InlineKeyboardButton Button(UiTexts words, string part) => SubscriptionPanel.Button(words["admin.button." + part], ButtonKind.Admin, words, part);

    private static string Short(string text) => text.Length > MostReason ? text[..MostReason] + "…" : text;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
