namespace Cica.Bot.Storage;

/// <summary>The storage cannot be opened, and nothing in it was changed. The message is one line a person can act on.</summary>
public sealed class StorageRefusedException(string message, Exception? inner = null) : Exception(message, inner);
