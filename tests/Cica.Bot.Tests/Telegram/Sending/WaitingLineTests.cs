using Cica.Bot.Settings;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.Sending;
using Telegram.Bot.Requests;

namespace Cica.Bot.Tests.Telegram.Sending;

public sealed class WaitingLineTests
{
    private static readonly TimeSpan Start = TimeSpan.Zero;

    [Fact]
    public void Queries_go_before_interactive_replies_and_those_before_bulk()
    {
        var line = new WaitingLine(new Pace(PaceSettings.None));
        line.Add(Message("bulk", 1, Urgency.Bulk));
        line.Add(Message("reply", 2));
        line.Add(new OutgoingCall(new Reply(new AnswerCallbackQueryRequest { CallbackQueryId = "1" }, Urgency.Query), default));
        Assert.Equal(["answerCallbackQuery", "reply", "bulk"], Enumerable.Range(0, 3).Select(_ => NameOf(line.Take(Start))));
    }

    [Fact]
    public void Interactive_replies_pass_a_broadcast_that_waits_for_the_pace()
    {
        var pace = new Pace(new PaceSettings(1, 0, 0));
        var line = new WaitingLine(pace);
        for (var i = 0; i < 100; i++) line.Add(Message($"bulk {i}", i, Urgency.Bulk));
        Assert.Equal("bulk 0", NameOf(Take(line, pace, Start)));
        line.Add(Message("reply", 500));
        Assert.Null(Take(line, pace, Start));
        Assert.Equal("reply", NameOf(Take(line, pace, line.Next(Start)!.Value)));
    }

    [Fact]
    public void Bulk_that_has_no_room_holds_up_nothing_else()
    {
        var pace = new Pace(new PaceSettings(0, 1, 0));
        var line = new WaitingLine(pace);
        line.Add(Message("first", 1));
        line.Add(Message("second", 1));
        line.Add(Message("bulk", 2, Urgency.Bulk));
        Assert.Equal("first", NameOf(Take(line, pace, Start, withBulk: false)));
        Assert.Null(Take(line, pace, Start, withBulk: false));
        var next = line.Next(Start, withBulk: false)!.Value;
        Assert.Equal("second", NameOf(Take(line, pace, next, withBulk: false)));
        Assert.Null(line.Next(next, withBulk: false));
        Assert.Equal("bulk", NameOf(Take(line, pace, next)));
    }

    [Theory]
    [InlineData(30, 10, 1)]
    [InlineData(30, 100, 4)]
    [InlineData(30, 400, 18)]
    [InlineData(0, 10, 1)]
    public void Bulk_goes_side_by_side_only_as_far_as_the_pace_needs(int perSecond, int milliseconds, int room)
    {
        var bulk = new BulkRoom(perSecond);
        for (var i = 0; i < 200; i++)
        {
            bulk.Begin();
            bulk.End(TimeSpan.FromMilliseconds(milliseconds));
        }
        var going = 0;
        for (; bulk.HasRoom; going++) bulk.Begin();
        Assert.InRange(going, room, room + 1);
    }

    [Fact]
    public void A_chat_that_must_wait_holds_up_no_other()
    {
        var pace = new Pace(new PaceSettings(0, 1, 0));
        var line = new WaitingLine(pace);
        line.Add(Message("a1", 1));
        line.Add(Message("a2", 1));
        line.Add(Message("b", 2));
        Assert.Equal("a1", NameOf(Take(line, pace, Start)));
        Assert.Equal("b", NameOf(Take(line, pace, Start)));
        Assert.Null(Take(line, pace, Start));
        Assert.Equal(TimeSpan.FromSeconds(1), line.Next(Start));
        Assert.Equal("a2", NameOf(Take(line, pace, TimeSpan.FromSeconds(1))));
        Assert.Equal(0, line.Count);
    }

    [Fact]
    public void What_is_no_message_waits_for_no_rate()
    {
        var line = new WaitingLine(new Pace(new PaceSettings(1, 1, 1)));
        line.Add(Message("m1", 1));
        line.Add(Message("m2", 1));
        line.Add(new OutgoingCall(new Reply(new EditMessageTextRequest { ChatId = 1, MessageId = 1, Text = "edited" }, Urgency.Interactive), default));
        Assert.Equal("editMessageText", NameOf(line.Take(Start)));
        Assert.Equal("m1", NameOf(line.Take(Start)));
        Assert.Null(line.Take(Start));
    }

    [Fact]
    public void Bulk_that_is_no_message_is_not_worth_another_try_until_there_is_room()
    {
        var line = new WaitingLine(new Pace(PaceSettings.None));
        line.Add(new OutgoingCall(new Reply(new EditMessageTextRequest { ChatId = 1, MessageId = 1, Text = "edited" }, Urgency.Bulk), default));
        Assert.Null(line.Take(Start, withBulk: false));
        Assert.Null(line.Next(Start, withBulk: false));
        Assert.Equal(Start, line.Next(Start));
    }

    [Fact]
    public void One_that_comes_again_keeps_its_place()
    {
        var line = new WaitingLine(new Pace(PaceSettings.None));
        line.Add(Message("first", 1));
        line.Add(Message("second", 2));
        var first = line.Take(Start)!;
        line.AddLater(first, TimeSpan.FromSeconds(1));
        Assert.Equal("first", NameOf(line.Take(TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public void Taking_all_empties_it()
    {
        var line = new WaitingLine(new Pace(new PaceSettings(1, 1, 1)));
        for (var i = 0; i < 5; i++) line.Add(Message($"{i}", 1));
        line.Take(Start);
        line.Take(Start);
        Assert.Equal(4, line.TakeAll().Count);
        Assert.Equal(0, line.Count);
        Assert.Null(line.Next(Start));
    }

    // Its call ends at once.
    private static OutgoingCall? Take(WaitingLine line, Pace pace, TimeSpan now, bool withBulk = true)
    {
        var call = line.Take(now, withBulk);
        if (call?.Departure is { } departure) pace.End(departure, now);
        return call;
    }

    private static OutgoingCall Message(string text, long chat, Urgency urgency = Urgency.Interactive) => new(new Reply(new SendMessageRequest { ChatId = chat, Text = text }, urgency), default);

    private static string? NameOf(OutgoingCall? call) => call?.Request is SendMessageRequest message ? message.Text : call?.Request.MethodName;
}
