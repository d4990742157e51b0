namespace Cica.Playground.State;

/// <summary>A forum topic; its id is that of the service message that opened it. The General topic has id 1.</summary>
internal sealed record Topic(int Id, string Name)
{
    public const int General = 1;
    public bool IsClosed { get; init; }
}
