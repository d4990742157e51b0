namespace Cica.Answers.Tests.Questions;

/// <summary>One line of the question set: a question, or a conversation of several turns.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Split">"lesson" may be looked at while tuning; of "test" only counts are shown.</param>
/// <param name="Topic">What it is about; "conversation" for one of several turns.</param>
/// <param name="Language">The language it is asked in.</param>
/// <param name="AsOf">The day it is asked on.</param>
/// <param name="Turns">What is asked; one, unless it is a conversation.</param>
internal sealed record ExamQuestion(string Id, string Split, string Topic, string Language, DateOnly AsOf, IReadOnlyList<ExamTurn> Turns)
{
    public bool IsLesson => Split == "lesson";

    public bool IsConversation => Topic == QuestionSet.Conversation;
}

/// <summary>One turn, and what a right answer to it must hold.</summary>
/// <param name="Text">The question as typed.</param>
/// <param name="Outcomes">The outcomes allowed.</param>
/// <param name="Expect">Groups of alternatives: an answer must hold one of every group.</param>
/// <param name="Reject">What an answer must not hold.</param>
internal sealed record ExamTurn(string Text, IReadOnlyList<string> Outcomes, IReadOnlyList<IReadOnlyList<string>> Expect, IReadOnlyList<string> Reject);
