using Cica.Answers.Tests.Questions;

namespace Cica.Answers.Tests.Suggestions;

/// <summary>Every suggestion or choice that is shown, asked in that conversation, yields an answer.</summary>
public sealed class SuggestionTests
{
    private static readonly Lazy<(int Asked, IReadOnlyList<string> Dead)> Walked = new(Walk);

    [Fact]
    public void Every_suggestion_shown_yields_an_answer_in_its_conversation()
    {
        var (_, dead) = Walked.Value;
        Assert.True(dead.Count == 0, $"{dead.Count} suggestions lead nowhere:\n" + string.Join('\n', dead));
    }

    [Fact]
    public void The_walk_meets_enough_suggestions_to_mean_something() => Assert.True(Walked.Value.Asked >= 20, $"only {Walked.Value.Asked} suggestions met");

    // Breadth first from the answers to the whole set: what an answer to a suggestion suggests is shown as well.
    private static (int Asked, IReadOnlyList<string> Dead) Walk()
    {
        var seen = new HashSet<(string Suggestion, string Topic)>();
        var dead = new List<string>();
        var queue = new Queue<(string Suggestion, DateOnly AsOf, Conversation? Conversation, string Shown)>();
        foreach (var turn in QuestionSet.Turns.Where(t => t.Thrown is null))
            Enqueue(turn.Answer, turn.Question.AsOf, "by " + turn.Shown);
        while (queue.TryDequeue(out var next))
        {
            var answer = RealData.Ask(next.Suggestion, next.AsOf, next.Conversation);
            if (answer.Outcome != Outcome.Answer)
                dead.Add($"\"{next.Suggestion}\" (topic \"{next.Conversation?.Topic}\", shown {next.Shown}): {answer.Outcome}: {answer.Lines[0]}");
            Enqueue(answer, next.AsOf, $"after the suggestion \"{next.Suggestion}\"");
        }
        return (seen.Count, dead);

        void Enqueue(Answer answer, DateOnly asOf, string shown)
        {
            foreach (var suggestion in answer.Suggestions)
            {
                if (seen.Add((suggestion, answer.Conversation?.Topic ?? "")))
                    queue.Enqueue((suggestion, asOf, answer.Conversation, shown));
            }
        }
    }
}
