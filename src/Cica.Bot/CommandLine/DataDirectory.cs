namespace Cica.Bot.CommandLine;

/// <summary>Where the facts are: as told, else <c>./data</c> if it holds the bibliography, else beside the program.</summary>
internal static class DataDirectory
{
    public static string Find(string? told)
    {
        if (!string.IsNullOrWhiteSpace(told))
            return told;
        return File.Exists(Path.Combine("data", "sources.yaml")) ? "data" : Path.Combine(AppContext.BaseDirectory, "data");
    }
}
