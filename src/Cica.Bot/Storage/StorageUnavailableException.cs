namespace Cica.Bot.Storage;

/// <summary>The storage cannot take a write now (disk full, file gone). The message is one line for the operator.</summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
