namespace Cica.Answers.Finding;

/// <summary>What speaks for and against a statement as the answer to a question.</summary>
internal enum Feature
{
    /// <summary>The share of the question that stands in the statement.</summary>
    Share,

    /// <summary>The share of the question that its best wording says too.</summary>
    Asked,

    /// <summary>The share of the best wording that the question says too.</summary>
    Written,

    /// <summary>The share of the question that the best wording or the statement says.</summary>
    Either,

    /// <summary>How like the question the second of its wordings is.</summary>
    Second,

    /// <summary>How near the question points to the nearest of its wordings.</summary>
    Nearest,

    /// <summary>How near it points to their middle.</summary>
    Centre,

    /// <summary>The best wording wants the same kind of answer.</summary>
    SameKind,

    /// <summary>The best wording wants another kind of answer.</summary>
    OtherKind,

    /// <summary>Names and numbers of the best wording that the question does not hold; at most two.</summary>
    Extra,

    /// <summary>Names and numbers of the question that the best wording does not hold; at most two.</summary>
    Lacking,

    /// <summary>The share of the time asked about that the statement covers.</summary>
    Overlap,

    /// <summary>It happened at another time than the question names.</summary>
    OtherTime,

    /// <summary>The share of the named entities that are its subject.</summary>
    SubjectNamed,

    /// <summary>The share of the named entities that are its value.</summary>
    ValueNamed,

    /// <summary>The share of the named entities that it does not know.</summary>
    EntityMissing,

    /// <summary>It is about a thing of CICA's that the question does not name.</summary>
    SubjectUnnamed,

    /// <summary>It is about a state or a person that the question does not name.</summary>
    ActorUnnamed,

    /// <summary>The question names CICA and nothing else, and it is about CICA itself.</summary>
    CicaItself,

    /// <summary>The question names CICA and nothing else, and it is about something of CICA's.</summary>
    NotCicaItself,

    /// <summary>How long it is: long texts share words by chance.</summary>
    Length,

    /// <summary>An opinion, though none is asked for and its author is not named.</summary>
    OpinionUnasked,

    /// <summary>An opinion, or somebody's statement, and one is asked for.</summary>
    OpinionAsked,

    /// <summary>Another author is named than its own.</summary>
    OtherAuthor,

    /// <summary>It holds the kind of thing asked for: a number, a date, a place, an actor.</summary>
    AnswersKind,

    /// <summary>It lacks the kind of thing asked for.</summary>
    LacksKind,

    /// <summary>The question names its property.</summary>
    PropertyNamed,

    /// <summary>Its property is told only to those who ask for it, and the question does not.</summary>
    PropertyUnasked,

    /// <summary>It says what something is, and that is asked.</summary>
    Definition,

    /// <summary>It gives a reason, and one is asked for.</summary>
    Reason,

    /// <summary>It is over, and no time is named.</summary>
    Ended,

    /// <summary>Sources dispute it.</summary>
    Disputed,

    /// <summary>It is an article.</summary>
    Prose,

    /// <summary>An article, where why or how is asked.</summary>
    ProseForReason,

    /// <summary>An article, where a single thing is asked: who, when, where, how many, yes or no.</summary>
    ProseForValue,

    /// <summary>A president is asked for, and it is about a person.</summary>
    Leader,

    /// <summary>A president is asked for, and it is about no person.</summary>
    NoLeader,

    /// <summary>In a conversation: the share of what the turn before lends that it does not know.</summary>
    LentMissing,

    /// <summary>In a conversation: what was told before once more.</summary>
    ToldBefore,

    /// <summary>The same, where no more than a time or a place is asked of it, and it tells that.</summary>
    ToldAgain,

    /// <summary>In a conversation: it is about what was told before.</summary>
    SameSubject,

    /// <summary>In a conversation: the same property as told before, of another thing.</summary>
    SameProperty,

    /// <summary>In a conversation: how near the middle of its wordings is to that of what was told before.</summary>
    Coherent,
}
