namespace Cica.Answers.Finding;

/// <summary>Where an answer begins. Chosen from the measured curve over the question set, which the tests write beside it.</summary>
internal static class Thresholds
{
    /// <summary>How likely a question that names nothing of CICA's may be another subject's and is still looked at.</summary>
    public const float Elsewhere = 0.25f;

    /// <summary>From here on a question is rather another subject's, and nobody is asked which of CICA's facts was meant.</summary>
    public const float Stranger = 0.5f;

    /// <summary>How likely an answer must be the right one.</summary>
    public const double Answer = 0.5;

    /// <summary>From here on a question that points back at nothing is answered by itself, and not tried as a follow-up.</summary>
    public const double ByItself = 0.995;

    /// <summary>From here on a follow-up is not tried as one of something else that was spoken of.</summary>
    public const double Sure = 0.95;

    /// <summary>From here on a reading is worth naming as the nearest thing known.</summary>
    public const double Near = 0.2;

    /// <summary>The share of the question that a reading must explain to be looked at at all; single statements apart.</summary>
    public const double Considered = 0.25;
}
