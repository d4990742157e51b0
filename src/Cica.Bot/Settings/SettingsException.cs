namespace Cica.Bot.Settings;

/// <summary>A setting that is wrong. The message is one line that a person can act on, and holds no secret.</summary>
public sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
