namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>Cases that differ from <c>pwsh</c> by design, each with its reason. A case that no longer differs fails its test.</summary>
internal static class ExpectedDifferences
{
    private const string Isolation = "the session is constrained: code is written, not made while it runs";
    private const string Machine = "an integration has no part in the machine that it runs on";
    private const string Flow = "the run tells that the block was left, where a script ends silently";

    private static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["Commands: file system"] = Machine,
        ["Commands: start process"] = Machine,
        ["Commands: native program"] = Machine,
        ["Commands: file written"] = Machine,
        ["Commands: invoke expression"] = Isolation,
        ["Commands: foreach parallel"] = "refused with its reason: IMMY122",
        ["Commands: add member"] = "refused with its reason: a script member may call itself without end",
        ["Errors: exit in a block"] = Flow,
        ["Errors: break in a block"] = Flow,
        ["Errors: continue in a block"] = Flow,
        ["Errors: break within foreach-object"] = Flow,
        ["Functions: my invocation (plain)"] = "a plain block runs without a command around it, so nothing invoked it",
        ["Functions: closures"] = Isolation,
        ["Functions: script block methods"] = Isolation,
        ["Http: rest error id"] = "the command is the runtime's own, derived from PowerShell's, and the id names it",
        ["Language: own class"] = "refused with what to write instead: IMMY128",
        ["Language: type of the language"] = Isolation,
        ["Language: deferred text"] = Isolation,
        ["Language: script block from text"] = Isolation,
        ["Language: environment"] = Machine,
        ["Language: platform"] = Machine,
        ["Streams: host redirected away"] = "pwsh's own record keeps what its terminal does not show",
    };

    public static bool Contains(string name) => Reasons.ContainsKey(name) || Reasons.ContainsKey(name[..name.LastIndexOf(" (", StringComparison.Ordinal)]);

    /// <summary>Entries that are of no case.</summary>
    public static IEnumerable<string> Unknown(IReadOnlyCollection<string> names)
        => Reasons.Keys.Where(key => !names.Any(name => name == key || name.StartsWith(key + " (", StringComparison.Ordinal)));
}
