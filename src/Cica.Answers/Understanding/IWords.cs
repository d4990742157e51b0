namespace Cica.Answers.Understanding;

/// <summary>Folded words and their stems, by their letters.</summary>
internal interface IWords
{
    (string Text, string Stem) Of(ReadOnlySpan<char> letters);
}
