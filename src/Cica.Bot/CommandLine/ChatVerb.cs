using Cica.Answers;

namespace Cica.Bot.CommandLine;

/// <summary><c>chat</c>: a conversation in the terminal, until an empty line or the end of input.</summary>
internal static class ChatVerb
{
    private static readonly TimeSpan MemoryOfAConversation = TimeSpan.FromMinutes(10);

    public static int Run(AnswerEngine engine, TimeProvider time, TextReader input, TextWriter output, CancellationToken stop)
    {
        output.WriteLine("Ask about CICA / Спросите о СВМДА");
        Conversation? conversation = null;
        var last = time.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            output.Write("> ");
            output.Flush();
            if (input.ReadLine() is not { } line || string.IsNullOrWhiteSpace(line))
                break;
            if (time.GetElapsedTime(last) > MemoryOfAConversation)
                conversation = null;
            var answer = engine.Ask(new Question(line, Commands.Today(time), null, conversation));
            conversation = answer.Conversation;
            last = time.GetTimestamp();
            AskVerb.Write(answer, output);
            output.WriteLine();
        }
        return ExitCodes.Ok;
    }
}
