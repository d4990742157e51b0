using System.Globalization;
using Cica.Bot.Reading;
using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing.Reminding;

/// <summary>Shows the subscriptions of a chat, and ends them.</summary>
internal sealed class SubscriptionsHandler(ReminderPhrases phrases, IStorage storage, IReminderPlanner planner, GroupRights rights)
{
    private const int PerPage = 8;
    private const int MostNext = 3;
    private const int MostFailures = 5;
    private const int MostLabel = 48;

    /// <summary><c>/subscriptions</c>.</summary>
    public async ValueTask<IReadOnlyList<Reply>> ListAsync(Place place, UiTexts words, CancellationToken cancel)
    {
        var say = await phrases.ForAsync(place, words, cancel);
        var (lines, keyboard) = await PageAsync(place, say, 0, ButtonKind.Subscription, cancel);
        return [Outgoing.Message(place, lines, keyboard)];
    }

    /// <summary>A tap that leads to the list.</summary>
    public async ValueTask<IReadOnlyList<Reply>> TapListAsync(CallbackQuery query, int page, Place place, UiTexts words, CancellationToken cancel)
    {
        var say = await phrases.ForAsync(place, words, cancel);
        var (lines, keyboard) = await PageAsync(place, say, page, ButtonKind.Subscription, cancel);
        // Telegram refuses an edit that changes nothing.
        return Html.Plain(lines) == query.Message?.Text ? [Outgoing.Tapped(query)] : [Outgoing.Tapped(query), Outgoing.Edit(place.Chat, place.Message, lines, keyboard)];
    }

    /// <summary>A tap that leads to one subscription.</summary>
    public async ValueTask<IReadOnlyList<Reply>> TapOneAsync(CallbackQuery query, string id, Place place, UiTexts words, CancellationToken cancel)
    {
        if (await storage.GetSubscriptionAsync(id, cancel) is not { } subscription || subscription.To.Chat != place.Chat)
            return [Outgoing.Tapped(query, words["remind.gone"], alert: true)];
        var say = await phrases.ForAsync(place, words, cancel);
        var plan = await planner.ReportAsync(subscription.To, id, cancel);
        return [Outgoing.Tapped(query), Outgoing.Edit(place.Chat, place.Message, SubscriptionPanel.Lines(subscription, plan, say), SubscriptionPanel.Keyboard(subscription, say))];
    }

    /// <summary><c>/unsubscribe</c>, with what or without.</summary>
    public async ValueTask<IReadOnlyList<Reply>> UnsubscribeAsync(string text, Place place, long? senderChat, UiTexts words, CancellationToken cancel)
    {
        if (await rights.RefusalAsync(place, senderChat, words, cancel) is { } refusal)
            return [Outgoing.Text(place, refusal)];
        var say = await phrases.ForAsync(place, words, cancel);
        var here = await HereAsync(place, cancel);
        var reading = string.IsNullOrWhiteSpace(text) ? null : TargetFinder.Find(text.Length > 200 ? text[..200] : text, say.Knowledge, say.Today);
        // The words may also be those of an event that is no longer in the facts.
        var target = reading?.Target ?? (Target.TryRead(text.Trim(), out var typed) ? typed : null);
        if (here.Count == 0 || reading is null || target is null)
        {
            var (lines, keyboard) = await PageAsync(place, say, 0, ButtonKind.Remove, cancel);
            return [Outgoing.Message(place, here.Count > 0 && reading is not null ? [new TextLine(words["remind.unknown-here"]), .. lines] : lines, keyboard)];
        }
        try
        {
            if (target == Target.All)
                return [Outgoing.Text(place, words.Fill("remind.off-all", ("count", Number(await EndAllAsync(place, cancel)))))];
            if (here.FirstOrDefault(s => s.Target == target) is { } named)
                return [await EndAsync(named, place, say, edit: false, cancel)];
        }
        catch (StorageUnavailableException)
        {
            return [Outgoing.Text(place, words["ui.storage-trouble"])];
        }
        var (all, buttons) = await PageAsync(place, say, 0, ButtonKind.Remove, cancel);
        return [Outgoing.Message(place, [new TextLine(words.Fill("remind.not-subscribed", ("what", say.Of(target)))), .. all], buttons)];
    }

    /// <summary>A tap that ends a subscription.</summary>
    /// <param name="query">The tap.</param>
    /// <param name="id">The subscription.</param>
    /// <param name="edit">The message becomes the confirmation; a reminder stays as it is.</param>
    /// <param name="place">Where.</param>
    /// <param name="words">The bot's texts.</param>
    /// <param name="cancel">Gives the waiting up.</param>
    public async ValueTask<IReadOnlyList<Reply>> TapEndAsync(CallbackQuery query, string id, bool edit, Place place, UiTexts words, CancellationToken cancel)
    {
        if (await rights.RefusalAsync(place, null, words, cancel) is { } refusal)
            return [Outgoing.Tapped(query, refusal, alert: true)];
        if (await storage.GetSubscriptionAsync(id, cancel) is not { } subscription || subscription.To.Chat != place.Chat)
            return [Outgoing.Tapped(query, words["remind.gone"], alert: true)];
        try
        {
            return [Outgoing.Tapped(query), await EndAsync(subscription, place, await phrases.ForAsync(place, words, cancel), edit, cancel)];
        }
        catch (StorageUnavailableException)
        {
            return [Outgoing.Tapped(query, words["ui.storage-trouble"], alert: true)];
        }
    }

    private async ValueTask<Reply> EndAsync(Subscription subscription, Place place, ReminderWords say, bool edit, CancellationToken cancel)
    {
        var words = say.Words;
        await storage.UnsubscribeAsync(subscription.Id, cancel);
        await PlanAsync(subscription.To, cancel);
        var lines = new List<TextLine> { new(words.Fill("remind.off", ("what", say.Of(subscription.Target)))) };
        // Another subscription may take the same event in.
        if (subscription.Target.Event is { } id && say.Event(id) is { } entry && (await HereAsync(place, cancel)).FirstOrDefault(s => s.Target.TakesIn(id, entry.Kind)) is { } still)
            lines.Add(new(words.Fill("remind.still", ("what", say.Of(still.Target)))));
        var keyboard = new InlineKeyboardMarkup([[
            SubscriptionPanel.Button(words["remind.button.again"], ButtonKind.Remind, words, subscription.Target.Text),
            SubscriptionPanel.Button(words["remind.button.list"], ButtonKind.Subscriptions, words),
        ]]);
        return edit ? Outgoing.Edit(place.Chat, place.Message, lines, keyboard) : Outgoing.Message(place, lines, keyboard);
    }

    private async ValueTask<int> EndAllAsync(Place place, CancellationToken cancel)
    {
        var to = new Destination(place.Chat, place.Topic);
        var count = await storage.UnsubscribeAllAsync(to, cancel);
        await PlanAsync(to, cancel);
        return count;
    }

    // The subscription is gone with its notices already; the plan only takes note of it.
    private async ValueTask PlanAsync(Destination to, CancellationToken cancel)
    {
        try
        {
            await planner.PlanAsync(to, cancel);
        }
        catch (StorageUnavailableException)
        {
            // Planned with the next round.
        }
    }

    private async ValueTask<IReadOnlyList<Subscription>> HereAsync(Place place, CancellationToken cancel) =>
        [.. (await storage.SubscriptionsOfAsync(place.Chat, cancel)).Where(s => s.To.Topic == place.Topic)];

    private async ValueTask<(IReadOnlyList<TextLine> Lines, InlineKeyboardMarkup Keyboard)> PageAsync(Place place, ReminderWords say, int page, ButtonKind tap, CancellationToken cancel)
    {
        var words = say.Words;
        var all = await storage.SubscriptionsOfAsync(place.Chat, cancel);
        var here = all.Where(s => s.To.Topic == place.Topic).ToArray();
        var last = Math.Max(0, here.Length - 1) / PerPage;
        page = Math.Clamp(page, 0, last);
        var shown = here.Skip(page * PerPage).Take(PerPage).ToArray();
        var lines = new List<string> { words[here.Length == 0 ? "remind.none" : tap == ButtonKind.Remove ? "remind.list-remove" : "remind.list"] };
        lines.AddRange(shown.Select((s, i) => $"{Number((page * PerPage) + i + 1)}. {say.Of(s.Target)}: {(s.Leads == Leads.None ? words["remind.changes"] : say.Of(s.Leads))}"));
        if (all.Count > here.Length)
            lines.Add(words.Fill("remind.elsewhere", ("count", Number(all.Count - here.Length))));
        await AddNoticesAsync(lines, place, say, cancel);
        lines.Add(say.Chat.Zone is null ? words["remind.utc"] : words.Fill("remind.zone", ("zone", say.Zone)));
        lines.Add(say.Chat.Quiet is { } quiet ? words.Fill("remind.quiet", ("hours", quiet.ToString())) : words["remind.quiet-none"]);
        return ([.. lines.Select(l => new TextLine(l))], Keyboard(shown, page, last, say, tap));
    }

    private async ValueTask AddNoticesAsync(List<string> lines, Place place, ReminderWords say, CancellationToken cancel)
    {
        // The outbox holds the coming days only; the plan looks as far ahead as it takes.
        var next = (await planner.ReportAsync(new Destination(place.Chat, place.Topic), null, cancel)).Next;
        if (next.Count > 0)
            lines.Add(say.Words["remind.next"]);
        lines.AddRange(next.Take(MostNext).Select(n => "• " + say.Of(n)));
        var failed = (await storage.FailuresAsync(place.Chat, MostFailures, cancel)).Where(n => n.To.Topic == place.Topic).ToArray();
        if (failed.Length > 0)
            lines.Add(say.Words["remind.failed"]);
        lines.AddRange(failed.Select(n => $"• {say.Of(n)} – {n.Why}"));
    }

    private static InlineKeyboardMarkup Keyboard(Subscription[] shown, int page, int last, ReminderWords say, ButtonKind tap)
    {
        var words = say.Words;
        var rows = shown.Select((s, i) => new List<InlineKeyboardButton>
        {
            SubscriptionPanel.Button((tap == ButtonKind.Remove ? "✖ " : $"{Number((page * PerPage) + i + 1)}. ") + Label(say.Of(s.Target)), tap, words, s.Id),
        }).ToList();
        var turning = new List<InlineKeyboardButton>();
        if (page > 0)
            turning.Add(Turn(words, "ui.page-back", page - 1, last));
        if (page < last)
            turning.Add(Turn(words, "ui.page-on", page + 1, last));
        if (turning.Count > 0)
            rows.Add(turning);
        rows.Add(shown.Length == 0
            ? [SubscriptionPanel.Button(words["remind.button"], ButtonKind.Remind, words)]
            : [SubscriptionPanel.Button(words["remind.button.calendar"], ButtonKind.Calendar, words), SubscriptionPanel.Button(words["remind.button.more"], ButtonKind.Remind, words)]);
        rows.Add([SubscriptionPanel.Button(words["remind.button.zone"], ButtonKind.Zone, words), SubscriptionPanel.Button(words["remind.button.quiet"], ButtonKind.Quiet, words)]);
        return new(rows);
    }

    private static InlineKeyboardButton Turn(UiTexts words, string key, int to, int last) => InlineKeyboardButton.WithCallbackData(
        words.Fill(key, ("page", Number(to + 1)), ("pages", Number(last + 1))), new ButtonData(ButtonKind.Subscriptions, words.Code, Page: to).ToString());

    private static string Label(string text) => text.Length > MostLabel ? text[..MostLabel] + "…" : text;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
