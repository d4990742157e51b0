using Microsoft.Extensions.Configuration;

namespace Cica.Bot.Settings;

/// <summary>Where settings come from: <c>appsettings.json</c> beside the program, then the one in the current directory, then the environment.</summary>
internal static class SettingsSources
{
    private const string FileName = "appsettings.json";

    /// <summary>Reads them all; throws <see cref="SettingsException"/> for a file that cannot be read.</summary>
    /// <param name="current">The current directory; null: that of the process.</param>
    public static IConfigurationRoot Read(string? current = null)
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: true)
                .AddJsonFile(Path.Combine(current ?? Directory.GetCurrentDirectory(), FileName), optional: true)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{broken.Message} {broken.GetBaseException().Message}", broken);
        }
    }
}
