using System.Globalization;
using System.Security.Cryptography;
using Cica.Bot.Reading;
using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Model;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing.Reminding;

/// <summary>Subscribes, by <c>/subscribe</c>, a deep link or a button; what it confirms is durable.</summary>
internal sealed class SubscribeHandler(ReminderPhrases phrases, IStorage storage, IReminderPlanner planner, GroupRights rights, ZoneSetting zones, TimeProvider time)
{
    private const string OnlyAdmins = "remind.only-admins";

    /// <summary>More subscriptions of one user are nobody's wish: there are fewer events.</summary>
    public const int Most = 100;

    private const Leads All = Leads.Month | Leads.Week | Leads.Day | Leads.Hour | Leads.Start;
    private const string IdLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int IdLength = 12;
    private const int MostOffered = 5;
    private const int MostShown = 60;

    /// <summary><c>/subscribe all|KIND|EVENT [lead …]</c>.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AskAsync(string text, Place place, long? senderChat, UiTexts words, CancellationToken cancel)
    {
        return await rights.RefusalAsync(place, senderChat, words, cancel, OnlyAdmins) is { } refusal ? [Outgoing.Text(place, refusal)] : await AnswerAsync(text, place, words, cancel);
    }

    /// <summary>A deep link: anybody may have made it, so it must name exactly what there is.</summary>
    public async ValueTask<IReadOnlyList<Reply>> FollowAsync(string named, Place place, long? senderChat, UiTexts words, CancellationToken cancel)
    {
        if (await rights.RefusalAsync(place, senderChat, words, cancel, OnlyAdmins) is { } refusal)
            return [Outgoing.Text(place, refusal)];
        if (string.IsNullOrWhiteSpace(named))
            return await AnswerAsync(named, place, words, cancel);
        var say = await phrases.ForAsync(place, words, cancel);
        return Target.TryRead(named, out var target) && (target.Event is not { } id || say.Event(id) is not null)
            ? await SubscribeAsync(place, target, null, say, cancel)
            : [Unknown(place, named, TargetFinder.Find(Shown(named), say.Knowledge, say.Today).Near, say)];
    }

    /// <summary>A tap on "remind me".</summary>
    public async ValueTask<IReadOnlyList<Reply>> TapAsync(CallbackQuery query, string named, Place place, UiTexts words, CancellationToken cancel)
    {
        if (await rights.RefusalAsync(place, null, words, cancel, OnlyAdmins) is { } refusal)
            return [Outgoing.Tapped(query, refusal, alert: true)];
        return [Outgoing.Tapped(query), .. await AnswerAsync(named, place, words, cancel)];
    }

    /// <summary>A tap on a lead: the message says how it stands now.</summary>
    public async ValueTask<IReadOnlyList<Reply>> TapLeadsAsync(CallbackQuery query, string data, Place place, UiTexts words, CancellationToken cancel)
    {
        if (await rights.RefusalAsync(place, null, words, cancel) is { } refusal)
            return [Outgoing.Tapped(query, refusal, alert: true)];
        if (data.Length <= SubscriptionPanel.LeadLetters || !int.TryParse(data.AsSpan(0, SubscriptionPanel.LeadLetters), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var leads) || (leads & ~(int)All) != 0)
            return [Outgoing.Tapped(query, words["ui.old-button"])];
        if (await storage.GetSubscriptionAsync(data[SubscriptionPanel.LeadLetters..], cancel) is not { } stands || stands.To.Chat != place.Chat)
            return [Outgoing.Tapped(query, words["remind.gone"], alert: true)];
        if (stands.Leads == (Leads)leads)
            return [Outgoing.Tapped(query)];
        var say = await phrases.ForAsync(place, words, cancel);
        try
        {
            var (now, plan) = await KeepAsync(stands with { Leads = (Leads)leads }, cancel);
            return [Outgoing.Tapped(query), Outgoing.Edit(place.Chat, place.Message, SubscriptionPanel.Lines(now, plan, say), SubscriptionPanel.Keyboard(now, say))];
        }
        catch (StorageUnavailableException)
        {
            return [Outgoing.Tapped(query, words["ui.storage-trouble"], alert: true)];
        }
    }

    private async ValueTask<IReadOnlyList<Reply>> AnswerAsync(string text, Place place, UiTexts words, CancellationToken cancel)
    {
        var say = await phrases.ForAsync(place, words, cancel);
        if (string.IsNullOrWhiteSpace(text))
            return [Outgoing.Text(place, words["remind.ask"], Offer(say))];
        var wish = SubscribeWish.Read(text, say.Knowledge, say.Today);
        if (wish.What.Target is not { } target)
            return [Unknown(place, wish.Text, wish.What.Near, say)];
        if (wish.NoLead is { } noLead)
            return [Outgoing.Text(place, words.Fill("remind.no-lead", ("word", Shown(noLead))))];
        return await SubscribeAsync(place, target, wish.Leads, say, cancel);
    }

    private async ValueTask<IReadOnlyList<Reply>> SubscribeAsync(Place place, Target target, Leads? leads, ReminderWords say, CancellationToken cancel)
    {
        var words = say.Words;
        if (target.Event is { } id && say.Event(id) is { IsOpen: false } over)
            return [Outgoing.Text(place, words.Fill(over.Status == EventStatus.Cancelled ? "remind.cancelled" : "remind.past", ("event", over.Title[words.Code]), ("date", say.Date(over))), Choices([], say, over.Kind))];
        try
        {
            var to = new Destination(place.Chat, place.Topic);
            var here = await storage.SubscriptionsOfAsync(place.Chat, cancel);
            var stands = here.FirstOrDefault(s => s.To == to && s.Target == target);
            if (stands is null && Most <= (place.User is { } user ? await storage.CountSubscriptionsOfUserAsync(user, cancel) : here.Count))
                return [Outgoing.Text(place, words.Fill("remind.too-many", ("most", Most.ToString(CultureInfo.InvariantCulture))), new(SubscriptionPanel.Button(words["remind.button.list"], ButtonKind.Subscriptions, words)))];
            var wanted = stands ?? new Subscription(RandomNumberGenerator.GetString(IdLetters, IdLength), to, target, Leads.Default) { By = place.User, Language = words.Code, Since = time.GetUtcNow() };
            var (now, plan) = await KeepAsync(wanted with { Leads = leads ?? wanted.Leads, Language = words.Code }, cancel);
            var confirmed = Outgoing.Message(place, SubscriptionPanel.Lines(now, plan, say), SubscriptionPanel.Keyboard(now, say));
            // The zone is asked for once, with the first of them.
            return here.Count == 0 && say.Chat.Zone is null ? [confirmed, zones.Ask(place, say)] : [confirmed];
        }
        catch (StorageUnavailableException)
        {
            return [Outgoing.Text(place, words["ui.storage-trouble"])];
        }
    }

    // Durable when this returns; the plan may follow later where it cannot be made now.
    private async ValueTask<(Subscription Now, PlanReport? Plan)> KeepAsync(Subscription wanted, CancellationToken cancel)
    {
        var now = await storage.SubscribeAsync(wanted, cancel);
        try
        {
            await planner.PlanAsync(now.To, cancel);
            return (now, await planner.ReportAsync(now.To, now.Id, cancel));
        }
        catch (StorageUnavailableException)
        {
            return (now, null);
        }
    }

    private static Reply Unknown(Place place, string typed, IEnumerable<EventEntry> near, ReminderWords say) =>
        Outgoing.Text(place, say.Words.Fill("remind.unknown", ("words", Shown(typed))), Choices(near, say));

    private static InlineKeyboardMarkup Offer(ReminderWords say)
    {
        var ahead = say.Knowledge.Events.Where(e => e.IsAhead(say.Today)).OrderBy(e => e.NextFrom(say.Today)).Take(MostOffered);
        InlineKeyboardButton[] kinds = [.. Enum.GetValues<EventKind>().Select(k => Remind(Target.Of(k), say))];
        return new([[Remind(Target.All, say)], .. kinds.Chunk(2), .. ahead.Select(e => new[] { Remind(e, say) })]);
    }

    private static InlineKeyboardMarkup Choices(IEnumerable<EventEntry> near, ReminderWords say, EventKind? kind = null) =>
        new([.. near.Select(e => new[] { Remind(e, say) }), .. kind is { } k ? new[] { new[] { Remind(Target.Of(k), say) } } : [], [Remind(Target.All, say)]]);

    private static InlineKeyboardButton Remind(Target target, ReminderWords say) =>
        SubscriptionPanel.Button(say.Words["remind.target." + target.Text + ".short"], ButtonKind.Remind, say.Words, target.Text);

    private static InlineKeyboardButton Remind(EventEntry entry, ReminderWords say) =>
        SubscriptionPanel.Button($"{entry.Title[say.Words.Code]}, {say.Date(entry)}", ButtonKind.Remind, say.Words, entry.Id);

    private static string Shown(string typed) => typed.Length > MostShown ? typed[..(char.IsHighSurrogate(typed[MostShown - 1]) ? MostShown - 1 : MostShown)] + "…" : typed;
}
