namespace Cica.Answers.Finding;

/// <summary>What speaks for and against an answer that could be given.</summary>
internal enum Evidence
{
    /// <summary>Always there.</summary>
    Any,

    /// <summary>Read by <see cref="Topics.MembershipTopic"/>.</summary>
    Membership,

    /// <summary>Read by <see cref="Topics.TenureTopic"/>.</summary>
    Tenure,

    /// <summary>Read by <see cref="Topics.MeetingTopic"/>.</summary>
    Meeting,

    /// <summary>Read by <see cref="Topics.FieldTopic"/>.</summary>
    Field,

    /// <summary>Read by <see cref="Topics.EventTopic"/>.</summary>
    Event,

    /// <summary>Read by <see cref="Topics.SequenceTopic"/>.</summary>
    Sequence,

    /// <summary>Read by <see cref="Topics.AgainTopic"/>.</summary>
    Again,

    /// <summary>Read by a topic that computes its answer, but none of the above.</summary>
    OtherTopic,

    /// <summary>A detail of a meeting.</summary>
    Detail,

    /// <summary>A single fact.</summary>
    Statement,

    /// <summary>An article.</summary>
    Prose,

    /// <summary>The share of the question that the topic explains.</summary>
    Coverage,

    /// <summary>The topic explains all but a trace of the question.</summary>
    Whole,

    /// <summary>The share of the question that its facts or their wordings say.</summary>
    Either,

    /// <summary>The share of the question that the best wording of its facts says.</summary>
    Asked,

    /// <summary>The share of that wording that the question says.</summary>
    Written,

    /// <summary>How like the wording is both ways.</summary>
    Alike,

    /// <summary>How near the question points to the nearest wording of its facts.</summary>
    Nearest,

    /// <summary>How near it points to the middle of a fact's wordings.</summary>
    Centre,

    /// <summary>How much nearer it points to the nearest of all wordings.</summary>
    Farther,

    /// <summary>A second wording of the same fact is alike too.</summary>
    Second,

    /// <summary>That wording wants the same kind of answer.</summary>
    SameKind,

    /// <summary>That wording wants another kind of answer.</summary>
    OtherKind,

    /// <summary>Names and numbers of that wording that the question does not hold; at most two.</summary>
    Extra,

    /// <summary>Names and numbers of the question that the wording does not hold; at most two.</summary>
    Lacking,

    /// <summary>It tells the statement found best.</summary>
    TellsBest,

    /// <summary>It tells one of the three statements found best.</summary>
    TellsGood,

    /// <summary>How far its best statement stays behind the best of all.</summary>
    Behind,

    /// <summary>How far its best statement stands above the next of other answers.</summary>
    Ahead,

    /// <summary>The fit of its best statement.</summary>
    Fit,

    /// <summary>How much better the best answer of another topic explains the question.</summary>
    Rival,

    /// <summary>Another topic computes an answer that explains all of the question.</summary>
    WholeRival,

    /// <summary>Another topic settles the question.</summary>
    Settled,

    /// <summary>How near the question points to the wordings of what that topic tells.</summary>
    RivalNear,

    /// <summary>The question orders things: first, last, before, after, next.</summary>
    Ordered,

    /// <summary>The question orders things, and no wording of its facts does so.</summary>
    OrderMissing,

    /// <summary>The question asks for what came before or after somebody, and it tells of just that one.</summary>
    Pivot,

    /// <summary>In a conversation: it leans on something else of what was spoken of than what is likeliest.</summary>
    Otherwise,

    /// <summary>In a conversation: no more than another time or thing is named, of which the same is asked as before.</summary>
    Restated,

    /// <summary>The same, where it is of another property than was told before.</summary>
    RestatedOtherwise,

    /// <summary>In a conversation: of the same topic as the answer before.</summary>
    SameTopic,

    /// <summary>In a conversation: about what was told before.</summary>
    SameThing,

    /// <summary>In a conversation: the same fact as before once more.</summary>
    SameFact,

    /// <summary>The same, where no more than a time or a place is asked of it, and it tells that.</summary>
    SameFactAgain,

    /// <summary>In a conversation: the same property as before, of another thing.</summary>
    SameProperty,

    /// <summary>In a conversation: how near it is to the fact told before, by where their wordings point.</summary>
    Coherent,

    /// <summary>In a conversation: its first fact is about what was spoken of before.</summary>
    SameSubject,

    /// <summary>In a conversation: the share of what the turn before lends that its facts do not know.</summary>
    LentMissing,

    /// <summary>The share of the named entities that its facts do not know.</summary>
    EntityMissing,

    /// <summary>The question names a number or a year that the answer does not hold.</summary>
    NumberMissing,

    /// <summary>It holds the kind of thing asked for.</summary>
    KindHeld,

    /// <summary>It names many where one is asked for: who, which or where.</summary>
    Crowd,

    /// <summary>It lacks the kind of thing asked for.</summary>
    KindMissing,

    /// <summary>The question is read as leaning on the turn before.</summary>
    FollowUp,

    /// <summary>It says that it leans on the turn before.</summary>
    Leaning,

    /// <summary>Names CICA.</summary>
    NamesCica,

    /// <summary>It only may speak of CICA.</summary>
    WeakAnchor,

    /// <summary>It has no word of CICA's.</summary>
    NoAnchor,

    /// <summary>Words of another subject stand in it.</summary>
    Foreign,

    /// <summary>It names an outside organisation.</summary>
    Outsider,

    /// <summary>How likely the question is about something else than CICA.</summary>
    Outside,

    /// <summary>How likely it asks for what no such facts hold.</summary>
    Unheld,

    /// <summary>A name stands in it that nobody knows.</summary>
    UnknownName,

    /// <summary>A yes/no question.</summary>
    YesNo,

    /// <summary>A yes/no question that a single statement answers.</summary>
    YesNoByStatement,

    /// <summary>An opinion that nobody asked for.</summary>
    Opinion,

    /// <summary>Its first fact is about an entity that the question names.</summary>
    SubjectNamed,

    /// <summary>It tells what another organisation is to CICA, and is asked what CICA is there.</summary>
    OtherWay,

    /// <summary>It tells of what the question leaves out: "apart from that one, which …?"</summary>
    TellsExcepted,

    /// <summary>Its first fact is about a thing, a state or a person that the question does not name.</summary>
    SubjectUnnamed,

    /// <summary>Its first fact happened at another time than the question names.</summary>
    OtherTime,

    /// <summary>Its first fact is on CICA itself, where nothing else is named.</summary>
    CicaItself,

    /// <summary>Its first fact is on something of CICA's, where nothing but CICA is named.</summary>
    NotCicaItself,

    /// <summary>The question names the property of its first fact.</summary>
    PropertyNamed,

    /// <summary>The property of its first fact is told only to those who ask for it.</summary>
    PropertyUnasked,

    /// <summary>The share of the question that stands in its first fact.</summary>
    Share,

    /// <summary>It says that something is not known.</summary>
    NotKnown,

    /// <summary>How long the answer is.</summary>
    Length,

    /// <summary>The share of the question's words that nobody knows.</summary>
    Unknown,

    /// <summary>The share of the question that neither its facts nor any of their wordings ever say.</summary>
    Never,

    /// <summary>The share of what the question wants to know that neither its facts nor their wordings speak of.</summary>
    FocusMissing,

    /// <summary>The share of what the question wants to know that nobody knows.</summary>
    FocusUnknown,

    /// <summary>A single statement to a question that leans on the turn before.</summary>
    Continued,

    /// <summary>A topic computes an answer to the whole question, and this is asked for no more straightly; or it is over, or not known.</summary>
    Surpassed,

    /// <summary>Another topic settles the question, and this does not.</summary>
    Overruled,

    /// <summary>It knows nothing of what the question leans on.</summary>
    Astray,

    /// <summary>It was so at another time than the question is asked of.</summary>
    Elsewhen,

    /// <summary>It is told of CICA, and asked of another organisation.</summary>
    Elsewhere,

    /// <summary>The question reads like another subject's, and is not asked as the facts tell it.</summary>
    Strange,

    /// <summary>Most of the question could not be read.</summary>
    Unread,
}
