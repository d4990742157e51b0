namespace Cica.Answers.Understanding;

/// <summary>A question is data. Sentences that give the bot orders are left out; what remains may still be a question.</summary>
internal static class Guard
{
    /// <summary>The question without its orders: null if it holds none, empty if nothing else is left.</summary>
    public static string? Remainder(string text, Frame frame)
    {
        var orders = new HashSet<int>();
        foreach (var mention in frame.Mentions)
        {
            if (mention.Meaning.Id == "guard.injection")
                orders.Add(frame.Tokens[mention.Start].Sentence);
            if (mention.Meaning.Id == "guard.imperative" && (mention.Start == 0 || frame.Tokens[mention.Start - 1].Sentence != frame.Tokens[mention.Start].Sentence))
                orders.Add(frame.Tokens[mention.Start].Sentence);
        }
        if (orders.Count == 0)
            return null;
        var clean = Tokenizer.Clean(text);
        return string.Join(' ', frame.Tokens.Where(t => !orders.Contains(t.Sentence) && t.Start + t.Length <= clean.Length).Select(t => clean.Substring(t.Start, t.Length)));
    }
}
