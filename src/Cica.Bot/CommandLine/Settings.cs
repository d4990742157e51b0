using Microsoft.Extensions.Configuration;

namespace Cica.Bot.CommandLine;

/// <summary>Settings come from <c>appsettings.json</c> beside the program, then the one in the current directory, then the environment.</summary>
internal static class Settings
{
    /// <summary>Reads them all. Throws <see cref="InvalidDataException"/> for a file that cannot be read.</summary>
    public static IConfigurationRoot Read() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>Which file cannot be read, and why, in one line.</summary>
    public static string Describe(InvalidDataException broken) => $"{broken.Message} {broken.GetBaseException().Message}";
}
