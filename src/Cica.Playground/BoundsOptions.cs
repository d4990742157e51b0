namespace Cica.Playground;

/// <summary>How much the playground keeps. Beyond a bound the oldest goes; a person or chat too many is refused.</summary>
public sealed record BoundsOptions
{
    public int Chats { get; init; } = 20_000;
    public int MessagesPerChat { get; init; } = 2_000;
    public int Messages { get; init; } = 200_000;
    public int PendingUpdates { get; init; } = 50_000;
    public int OpenQueries { get; init; } = 10_000;
    public int Calls { get; init; } = 5_000;
    public long FileBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>The largest request taken; Telegram takes files of 50 MB (core.telegram.org/bots/api#sending-files).</summary>
    public long RequestBytes { get; init; } = 52 * 1024 * 1024;
}
