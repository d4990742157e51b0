using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Following;

/// <summary>Of what kind something is that "it" may stand for.</summary>
internal static class Things
{
    /// <summary>Something of CICA's that is neither a person nor a state.</summary>
    public static bool IsThing(Entity entity) =>
        entity.Kind is EntityKind.Body or EntityKind.Organ or EntityKind.Document or EntityKind.Meeting or EntityKind.Area or EntityKind.Dimension;

    /// <summary>Of the kind of which this is asked: papers enter into force, bodies are set up, states join.</summary>
    public static bool IsAskedOf(Entity entity, Frame frame) =>
        frame.Has("join") ? entity.Kind is EntityKind.State
        : frame.HasAny(FollowUpWords.OfPapers) ? entity.Kind is EntityKind.Document
        : frame.Has("head") && !frame.HasPlainly("chair") ? IsBody(entity)
        : frame.Has("chair") ? entity.Kind is EntityKind.Body or EntityKind.Organ or EntityKind.Meeting
        : frame.Has("established") ? entity.Kind is EntityKind.Body or EntityKind.Organ or EntityKind.Document
        : IsThing(entity);

    /// <summary>An area or a dimension of the measures.</summary>
    public static bool IsField(Entity entity) => entity.Kind is EntityKind.Area or EntityKind.Dimension;

    /// <summary>A body or an organ, which has a head and meetings of its own.</summary>
    public static bool IsBody(Entity entity) => entity.Kind is EntityKind.Body or EntityKind.Organ;
}
