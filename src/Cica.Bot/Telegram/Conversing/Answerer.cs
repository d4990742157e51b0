using Cica.Answers;
using Cica.Bot.Operations;
using Cica.Bot.Reminders.Planning;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;
using NodaTime;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>
/// Asks the engine on behalf of a chat: in its language, on its day, in the conversation each user has there. The one way from
/// a text to an answer, for messages, buttons and commands alike.
/// </summary>
internal sealed class Answerer(ICurrentEngine current, IStorage storage, QuestionTable questions, TimeProvider time)
{
    /// <summary>How long "and before that?" leans on what was said before.</summary>
    private static readonly TimeSpan MemoryOfAConversation = TimeSpan.FromMinutes(10);

    /// <summary>Beyond this the conversations longest silent are forgotten early.</summary>
    private const int MostConversations = 20_000;

    /// <summary>How long an answer is kept for whoever asks the same: no longer than what was spoken of is remembered at all.</summary>
    private static readonly TimeSpan MemoryOfAnAnswer = MemoryOfAConversation;

    private const int MostAnswers = 4_000;

    /// <summary>A question longer than this is hardly asked twice, and keeping it would cost more than answering it.</summary>
    private const int LongestKept = 200;

    private readonly BoundedMemory<(long Chat, long User), Conversation> conversations = new(time, MemoryOfAConversation, MostConversations);

    // Under the engine and the day as well: facts or a day that are over ask for other answers.
    private readonly BoundedMemory<(AnswerEngine Engine, string Text, DateOnly Day, string? Language), Answered> answers = new(time, MemoryOfAnAnswer, MostAnswers);

    private volatile AnswerEngine? latest;
    private volatile Known? sources;

    /// <summary>The engine in force: take it once for each update.</summary>
    public AnswerEngine Engine => current.Engine;

    /// <summary>Answers what somebody typed or a command stands for.</summary>
    /// <param name="text">The question.</param>
    /// <param name="place">Where, and who asks.</param>
    /// <param name="isTyped">In somebody's own words: what cannot be answered is then kept for the curators.</param>
    /// <param name="language">The language to answer in; null: that of the chat, else of the question, else of the app.</param>
    /// <param name="cancel">Ends the wait for what is known of the chat.</param>
    public async ValueTask<Answered> AskAsync(string text, Place place, bool isTyped, string? language, CancellationToken cancel)
    {
        conversations.TryGet(Key(place), out var before);
        return await AskAsync(text, before, place, isTyped, language, cancel);
    }

    /// <summary>Answers in a given conversation, such as the one a button carries.</summary>
    public async ValueTask<Answered> AskAsync(string text, Conversation? before, Place place, bool isTyped, string? language, CancellationToken cancel)
    {
        var answered = await LookAsync(text, before, place, language, cancel);
        if (answered.AsksAgain)
            questions.Remember(text);
        // A turn that told nothing goes on with what was said before it; one that is the same for all has left that out.
        if (((answered.Answer.HoldsByItself ? answered.Answer.Conversation?.After(before) : answered.Answer.Conversation) ?? before) is { } now)
            conversations.Set(Key(place), now);
        if (isTyped && answered.Answer.Outcome == Outcome.Unknown && Unanswered.Of(text) is { } words)
            storage.AddUnanswered(new UnansweredQuestion(words, answered.Answer.Language, time.GetUtcNow()));
        return answered;
    }

    /// <summary>Answers without taking it for a turn of the conversation: a page turned, sources shown.</summary>
    public async ValueTask<Answered> LookAsync(string text, Conversation? before, Place place, string? language, CancellationToken cancel)
    {
        var engine = Engine;
        var chat = await storage.GetChatAsync(place.Chat, cancel);
        var wanted = language ?? chat.Language ?? Languages.ForQuestion(text, place.AppLanguage, engine.Knowledge);
        if (latest != engine)
        {
            // Facts that were loaded anew leave no engine behind.
            answers.Forget(kept => kept.Engine != engine);
            latest = engine;
        }
        var today = Today(chat);
        var key = (engine, text, today, wanted);
        var question = new Question(text, today, wanted, before);
        if (text.Length <= LongestKept && answers.TryGet(key, out var kept) && (before is null || kept.Answer.StandsAlone || (kept.Answer.HoldsByItself && !engine.Leans(question))))
            return kept;
        var answer = engine.Ask(question);
        if (text.Length > LongestKept || !(before is null || answer.HoldsByItself))
            return new Answered(engine, new Asked(text, before), answer);
        // What was said before this turn is none of whoever asks next.
        var alone = new Answered(engine, new Asked(text, null), answer with { Conversation = ReferenceEquals(answer.Conversation, before) ? null : answer.Conversation?.After(null) });
        answers.Set(key, alone);
        return alone;
    }

    /// <summary>The bot's own texts for a chat: in its language, else in that of the app.</summary>
    public async ValueTask<UiTexts> WordsAsync(Place place, CancellationToken cancel)
    {
        var chat = await storage.GetChatAsync(place.Chat, cancel);
        return UiTexts.In(Engine.Knowledge, chat.Language ?? place.AppLanguage);
    }

    /// <summary>The question of a short hash, or null where it is not known any more.</summary>
    public string? Find(string hash) => questions.Find(hash, Engine.Knowledge);

    /// <summary>The sources a button names, as far as they are still there.</summary>
    public IReadOnlyList<Citation> SourcesOf(string codes)
    {
        var knowledge = Engine.Knowledge;
        var known = sources;
        if (known?.Of != knowledge)
            sources = known = new Known(knowledge, new SourceCodes(knowledge));
        return known.Codes.Read(codes);
    }

    /// <summary>Forgets what was said with a user, everywhere.</summary>
    public void Forget(long user) => conversations.Forget(key => key.User == user || key.Chat == user);

    /// <summary>The day it is now, UTC.</summary>
    public DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private DateOnly Today(ChatState chat) => Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Zones.Of(chat.Zone)).Date.ToDateOnly();

    // In a channel nobody is told: all who write there are one.
    private static (long Chat, long User) Key(Place place) => (place.Chat, place.User ?? 0);

    private sealed record Known(KnowledgeSnapshot Of, SourceCodes Codes);
}
