namespace Cica.Playground.Wire;

/// <summary>LinkPreviewOptions (core.telegram.org/bots/api#linkpreviewoptions).</summary>
public sealed record WireLinkPreview
{
    public bool? IsDisabled { get; init; }
    public string? Url { get; init; }
    public bool? PreferSmallMedia { get; init; }
    public bool? PreferLargeMedia { get; init; }
    public bool? ShowAboveText { get; init; }
}
