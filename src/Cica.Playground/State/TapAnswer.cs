namespace Cica.Playground.State;

/// <summary>What a person is shown after a tap.</summary>
internal sealed record TapAnswer(string? Text, bool IsAlert, string? Url, int CacheTime);
