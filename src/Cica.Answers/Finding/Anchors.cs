using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Finding;

/// <summary>A question must name something of CICA's world, or lean on a conversation about it, to be answered at all.</summary>
internal static class Anchors
{
    private static readonly string[] Concepts =
        ["chair", "member", "observer", "observer-organisation", "secretary-general", "executive-director", "summit", "ministerial", "measure", "coordinator", "co-coordinator", "deputy",
            "transformation", "founding", "cica-day-word", "secretariat-word", "area", "dimension", "cbm-events", "event-word", "join", "partner", "seat"];

    public static bool Holds(Frame frame)
    {
        if (frame.NamesCica || frame.Inherited.Count > 0 || frame.InheritedConcepts.Count > 0)
            return true;
        if (frame.AllEntities.Any(e => e.Kind is EntityKind.Organ or EntityKind.Body or EntityKind.Meeting or EntityKind.Document or EntityKind.Dimension or EntityKind.Area or EntityKind.Person or EntityKind.Topic))
            return true;
        // "How many presidents came to Astana in October 2022?"
        if (frame.First(EntityKind.Place) is not null && frame.Time is not null && frame.HasAny("attend-head", "participants", "meeting", "held", "host", "adopt", "outcome"))
            return true;
        // Another organisation's members and chairs are not ours.
        if (frame.First(EntityKind.ExternalOrganisation) is not null && !frame.HasAny("observer", "partner"))
            return false;
        return frame.HasAny(Concepts);
    }
}
