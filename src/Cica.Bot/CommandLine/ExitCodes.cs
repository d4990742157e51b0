namespace Cica.Bot.CommandLine;

/// <summary>Exit codes; scripts rely on them.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int BrokenData = 1;
    public const int BadUsage = 2;
    public const int Unknown = 3;
    public const int Storage = 4;
    public const int TokenRefused = 5;
}
