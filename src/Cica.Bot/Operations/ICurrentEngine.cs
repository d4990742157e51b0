using Cica.Answers;

namespace Cica.Bot.Operations;

/// <summary>The engine in force. It is swapped whole when the facts change: take it once for each question.</summary>
public interface ICurrentEngine
{
    /// <summary>The engine in force now.</summary>
    AnswerEngine Engine { get; }

    /// <summary>Which facts it answers from: changes whenever they do.</summary>
    string DataVersion { get; }
}
