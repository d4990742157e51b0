using System.Text;
using Cica.Answers;
using Cica.Bot.Telegram.Conversing;
using Cica.Bot.Telegram.Conversing.Reminding;
using Cica.Bot.Telegram.Rendering;
using Cica.Bot.Tests.Talking;
using CsCheck;

namespace Cica.Bot.Tests.Rendering;

public sealed class ButtonDataTests
{
    [Fact]
    public void Nothing_that_may_come_with_a_tap_throws_and_what_is_read_is_written_alike()
    {
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["1fpstlxnbenru_-AZaz09"], 0, 80], Gen.Char["fpstlxnb"].SelectMany(k => Gen.String[Gen.Char["abcdef0123456789"], 0, 62].Select(s => "1" + k + s)))
            .Sample(text =>
            {
                if (ButtonData.TryRead(text, out var data))
                    Assert.Equal(text, data.ToString());
            });
    }

    [Fact]
    public void No_code_of_a_conversation_whatever_it_is_throws()
    {
        var engine = Facts.Engine.Engine;
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"], 0, 60]).Sample(code =>
        {
            if (engine.Recall(code, "en") is { } conversation)
                Assert.NotNull(engine.Ask(new Question("and before that?", TalkBench.Today, null, conversation)));
        });
    }

    [Fact]
    public void Choices_between_readings_stand_on_buttons_that_ask_them()
    {
        var engine = Facts.Engine.Engine;
        var (question, followUp) = Facts.LeaningPair;
        var before = engine.Ask(new Question(question, TalkBench.Today)).Conversation;
        var clarify = new Answer { Outcome = Outcome.Clarify, Language = "en", Lines = ["Which do you mean?"], Suggestions = ["Who chairs CICA?", followUp] };
        var buttons = Keyboards.Of(clarify, new Asked("chair", before), 0, 1, UiTexts.In(engine.Knowledge, "en"), [])!.InlineKeyboard.SelectMany(r => r).ToArray();

        Assert.Equal(clarify.Suggestions, buttons.Select(b => b.Text));
        Assert.True(ButtonData.TryRead(buttons[1].CallbackData, out var data));
        Assert.Equal(Facts.Talk(question, followUp), engine.Ask(new Question(buttons[1].Text, TalkBench.Today, null, engine.Recall(data.Rest, "en"))).Text);
    }

    [Fact]
    public void Every_button_under_every_answer_fits_and_its_conversation_comes_back()
    {
        var engine = Facts.Engine.Engine;
        var table = new QuestionTable();
        foreach (var article in engine.Knowledge.Articles.SelectMany(a => a.Questions.SelectMany(q => q.Value)).Concat(Facts.Engine.Knowledge.Languages.SelectMany(l => l.Texts).Where(t => t.Key.StartsWith("suggest.", StringComparison.Ordinal)).Select(t => t.Value)))
        {
            var answer = engine.Ask(new Question(article, TalkBench.Today));
            var keyboard = Keyboards.Of(answer, new Asked(article, answer.Conversation), 1, 3, UiTexts.In(engine.Knowledge, answer.Language), EventAnswers.Of(answer, engine.Knowledge));
            foreach (var button in keyboard!.InlineKeyboard.SelectMany(r => r))
            {
                Assert.InRange(Encoding.UTF8.GetByteCount(button.CallbackData!), 1, 64);
                Assert.True(ButtonData.TryRead(button.CallbackData, out var data), button.CallbackData);
                if (data.Question.Length == ButtonData.QuestionLetters)
                    Assert.Equal(article, table.Find(data.Question, engine.Knowledge));
            }
        }
    }

    [Fact]
    public void A_suggestion_asked_in_the_conversation_a_button_carries_is_answered_as_in_the_one_that_was()
    {
        var engine = Facts.Engine.Engine;
        var followUps = 0;
        foreach (var question in engine.Knowledge.Articles.SelectMany(a => a.Questions["en"].Take(1)).Concat(["who chaired CICA in 2015?", "when was the fourth summit?", "who chairs CICA?", "Which states joined in 2014?", "кто председательствовал в 2019 году?", "VI summit"]))
        {
            var answer = engine.Ask(new Question(question, TalkBench.Today));
            if (answer.Conversation is not { } conversation) continue;
            var kept = engine.Recall(AnswerEngine.Keep(conversation, ButtonData.RoomFor(ButtonKind.Ask)), conversation.Language);
            foreach (var suggestion in answer.Suggestions.Concat(["and before that?", "where?", "and observers?", "А до этого?"]))
            {
                var (was, now) = (engine.Ask(new Question(suggestion, TalkBench.Today, null, conversation)), engine.Ask(new Question(suggestion, TalkBench.Today, null, kept)));
                Assert.True(was.Text == now.Text, $"{question} / {suggestion}: {was.Text} / {now.Text}");
                followUps++;
            }
        }
        Assert.True(followUps > 100);
    }

    [Fact]
    public void Every_event_can_be_named_by_a_button_and_by_a_deep_link() => Assert.All(Facts.Engine.Knowledge.Events, e =>
    {
        Assert.InRange(e.Id.Length, 1, ButtonData.RoomFor(ButtonKind.Remind));
        Assert.Matches("^[A-Za-z0-9_-]{1,64}$", StartLinks.Remind(e.Id));
    });
}
