namespace Cica.Playground.Wire;

/// <summary>A WebAppInfo (core.telegram.org/bots/api#webappinfo).</summary>
public sealed record WireWebApp(string Url);
