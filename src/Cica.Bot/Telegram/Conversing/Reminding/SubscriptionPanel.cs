using System.Globalization;
using Cica.Bot.Reminders;
using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing.Reminding;

/// <summary>One subscription as a message: what for, when, what comes next, and the buttons that change it.</summary>
internal static class SubscriptionPanel
{
    private const string On = "✓ ";
    private const int LeadsInARow = 3;
    private const int MostSkipped = 3;

    /// <summary>The letters that name leads in a button's data.</summary>
    public const int LeadLetters = 2;

    /// <summary>The message.</summary>
    public static IReadOnlyList<TextLine> Lines(Subscription subscription, PlanReport? plan, ReminderWords say)
    {
        var words = say.Words;
        var lines = new List<string>
        {
            words.Fill("remind.on", ("what", say.Of(subscription.Target))),
            subscription.Leads == Leads.None ? words["remind.changes-only"] : words.Fill("remind.leads", ("leads", say.Of(subscription.Leads))),
        };
        if (subscription.Target.Event is { } id && say.Event(id) is { } entry && entry.Firmness is { } firmness && !entry.Yearly)
            lines.Add(firmness[words.Code]);
        if (plan is not null)
            AddPlan(lines, plan, say);
        lines.Add(say.Chat.Zone is null ? words["remind.utc"] : words.Fill("remind.zone", ("zone", say.Zone)));
        if (say.Chat.Quiet is { } quiet)
            lines.Add(words.Fill("remind.quiet", ("hours", quiet.ToString())));
        return [.. lines.Select(l => new TextLine(l))];
    }

    /// <summary>Its buttons.</summary>
    public static InlineKeyboardMarkup Keyboard(Subscription subscription, ReminderWords say)
    {
        var words = say.Words;
        var rows = ReminderWords.AllLeads.Select(lead => Toggle(subscription, lead, words)).Chunk(LeadsInARow).ToList();
        rows.Add([
            Button(words["remind.button.calendar"], ButtonKind.Calendar, words, subscription.Target.Text),
            Button(words["remind.button.zone"], ButtonKind.Zone, words),
        ]);
        rows.Add([
            Button(words["remind.button.list"], ButtonKind.Subscriptions, words),
            Button(words["remind.button.stop"], ButtonKind.Remove, words, subscription.Id),
        ]);
        return new(rows);
    }

    /// <summary>A button of the bot's own.</summary>
    public static InlineKeyboardButton Button(string label, ButtonKind kind, UiTexts words, string rest = "") =>
        InlineKeyboardButton.WithCallbackData(label, new ButtonData(kind, words.Code, Rest: rest).ToString());

    private static void AddPlan(List<string> lines, PlanReport plan, ReminderWords say)
    {
        lines.Add(say.Words[plan.Next.Count == 0 ? "remind.none-yet" : "remind.next"]);
        lines.AddRange(plan.Next.Select(n => "• " + say.Of(n)));
        if (plan.Skipped.Count > 0)
            lines.Add(say.Words.Fill("remind.skipped", ("notices", string.Join("; ", plan.Skipped.Take(MostSkipped).Select(say.Of)) + (plan.Skipped.Count > MostSkipped ? "…" : ""))));
    }

    // The button names the leads as they will be, so that a second tap on an old message does no harm.
    private static InlineKeyboardButton Toggle(Subscription subscription, Leads lead, UiTexts words)
    {
        var then = ((int)(subscription.Leads ^ lead)).ToString("x" + LeadLetters.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Button((subscription.Leads.HasFlag(lead) ? On : "") + words["remind.lead." + ReminderWords.Name(lead)], ButtonKind.Leads, words, then + subscription.Id);
    }
}
