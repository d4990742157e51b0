using System.Collections.Frozen;

namespace Cica.Answers.Finding;

/// <summary>How people ask for what stands under a property.</summary>
internal static class PropertyWords
{
    // Properties that people name by another concept.
    private static readonly FrozenDictionary<string, string[]> PropertyConcepts = new Dictionary<string, string[]>
    {
        ["initiative"] = ["proposed"],
        ["host"] = ["chair", "host"],
        ["founded"] = ["established"],
        ["motto"] = ["theme"],
        ["theme"] = ["theme"],
        ["opinion"] = ["view", "recommendation"],
        ["recommendation"] = ["view", "proposed"],
        ["status-now"] = ["status"],
        ["tasks"] = ["task"],
        ["meetings"] = ["meeting", "held"],
        ["outcome"] = ["adopt", "document"],
        ["decision"] = ["outcome", "adopt"],
        ["adopted"] = ["adopt"],
        ["signed"] = ["adopt", "signatory"],
        ["name"] = ["name-word", "ask.full"],
        ["rhythm"] = ["ask.howoften"],
        ["in-force"] = ["in-force", "status", "adopt"],
        ["participants"] = ["attend-head"],
        ["seat"] = ["ask.where"],
        ["cbm-events"] = ["cbm-events"],
        ["rule"] = ["consensus", "voluntary", "compulsory"],
        ["principle"] = ["consensus", "voluntary", "compulsory"],
        ["head"] = ["chair", "secretary-general", "executive-director"],
        ["planned-date"] = ["planned"],
        ["goal"] = ["ask.why"],
        ["why"] = ["ask.why"],
        ["comparison"] = ["ask.compare", "difference"],
        ["amended"] = ["amend"],
        ["members"] = ["member"],
        ["proposed"] = ["proposed"],
    }.ToFrozenDictionary();

    // Told only to those who ask for just that.
    private static readonly FrozenSet<string> Particular = FrozenSet.ToFrozenSet(
        ["anniversary", "rhythm", "budget", "address", "website", "motto", "theme", "opinion", "recommendation", "applicant", "former-observer", "amended", "proposed", "co-coordinator",
            "deputy", "comparison", "planned-date", "status-now", "building", "legal-status", "drafted", "signed"]);

    /// <summary>The concepts by which a property is asked for, its own first.</summary>
    public static string[] Of(string property) => PropertyConcepts.TryGetValue(property, out var concepts) ? [property, .. concepts] : [property];

    /// <summary>Told only to those who ask for just that.</summary>
    public static bool IsParticular(string property) => Particular.Contains(property);
}
