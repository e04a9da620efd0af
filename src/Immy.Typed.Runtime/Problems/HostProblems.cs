using Immy.Typed.Actions;
using Immy.Typed.Providers;

namespace Immy.Typed.Problems;

/// <summary>What a command cannot do because the host or the action lacks something: IMMY401 and on.</summary>
internal static class HostProblems
{
    public static ScriptProblem NoModule(string name, IReadOnlyCollection<string> known) => Error(
        "IMMY401", $"There is no module script '{name}'.", known.Count == 0 ? "This host has none at all." : NearestName.Hint(name, known));

    public static ScriptProblem ModuleFails(string name, string message, ScriptLocation? location) => Error(
        "IMMY402", $"The module script '{name}' fails: {MessageText.Sentence(message)}", "Mend the module.") with
    { Location = location };

    public static ScriptProblem NoAction(string command) => Error(
        "IMMY403",
        $"{command} works in a script that runs for an action of a deployment, and there is none here.",
        "Call it in the install or uninstall script of software that is linked to an integration.");

    public static ScriptProblem NoIntegration(string command, ActionLack? why) => Lack(
        "IMMY404", $"{command} finds no integration:", why, "the action's deployment is linked to none.", "Link the software to an integration type, and choose the instance in the deployment.");

    public static ScriptProblem LacksCapability(string command, string integration, string capability) => Error(
        "IMMY405", $"{command} needs {capability}, which the integration '{integration}' does not have.", $"Add {capability} to the integration's script.") with
    { Capability = capability };

    public static ScriptProblem CapabilityExcluded(string command, string integration, string capability) => Error(
        "IMMY405", $"{command} needs {capability}, which is excluded for the integration '{integration}'.", "Take it off the excluded capabilities of that instance.") with
    { Capability = capability };

    public static ScriptProblem NoClient(string command, string integration, ActionLack? why) => Lack(
        "IMMY406", $"{command} finds no client:", why, $"the computer's tenant is not mapped to a client of '{integration}'.", "Map it on the integration's Clients tab.");

    public static ScriptProblem NoAgent(string command, string integration, ActionLack? why) => Lack(
        "IMMY407", $"{command} finds no agent:", why, $"the computer is not linked to an agent of '{integration}'.", "Link it, or wait until inventory has identified the computer.");

    public static ScriptProblem NoComputer(string command) => Error(
        "IMMY408", $"{command} runs on the action's computer, and there is none here.", "Call it in a script that runs for a computer, such as GetInventoryScript.");

    public static ScriptProblem ComputerFailed(string command, string computer, string message) => Error(
        "IMMY409", $"{command} failed on {computer}: {MessageText.Sentence(message)}", "What it wrote before is kept.");

    public static ScriptProblem NoProvider(string name, IReadOnlyCollection<string> names) => Error(
        "IMMY410", $"There is no integration instance named '{name}'.", names.Count == 0 ? "This host has none: make one first." : NearestName.Hint(name, names));

    public static ScriptProblem NoProviderLink(string id) => Error(
        "IMMY410", $"There is no integration instance with the link id {id}.", "Pass the id of one that exists, or its name: -Name.");

    public static ScriptProblem SeveralProviders(string name, IReadOnlyCollection<ProviderInfo> found) => Error(
        "IMMY410",
        $"There are {found.Count} integration instances named '{name}': {string.Join(", ", found.Select(static info => $"'{info.Name}' ({info.ProviderLinkId})"))}.",
        "Write the name in its own case, or pass -ProviderLinkId.");

    public static ScriptProblem NotOne(string? message, int count) => Error(
        "IMMY411",
        $"{(string.IsNullOrEmpty(message) ? "Exactly one object" : message)}: {(count == 0 ? "there is none" : $"there are {count}")}, where one is expected.",
        count == 0 ? "Check what was searched for." : "Narrow the search, or take the first with -TakeFirst.");

    public static ScriptProblem Unusable(string command, string message, string mend) => Error("IMMY412", $"{command}: {message}", mend);

    public static ScriptProblem CacheRefuses(string key, string actual) => Error(
        "IMMY413", $"The cache cannot keep {actual} under '{key}': it belongs to one session, and the cache is shared by all of them.", "Let the block write data only.");

    public static ScriptProblem DownloadFails(string command, Uri address, string message) => Error(
        "IMMY414", $"{command} cannot read {address}: {message}", "Check the address, and whether the site limits requests.");

    public static ScriptProblem NothingKept(string key) => Error(
        "IMMY415", $"The cache keeps nothing under '{key}', so there is no end of life to move.", "Call Invoke-CommandCached with this key first.") with
    { Severity = ProblemSeverity.Warning };

    public static ScriptProblem FieldTwice(string name) => Error(
        "IMMY416", $"The form has two fields '{name}'.", "Give each field of dynamicparam its own name.");

    public static ScriptProblem NotAField(string place, string actual) => Error(
        "IMMY417", $"{place} takes what New-Parameter and its relatives return, and got {actual}.", "Pass the fields only.");

    // The host, where it says why, knows names and places; otherwise the general case is told.
    private static ScriptProblem Lack(string id, string what, ActionLack? why, string message, string mend)
        => Error(id, $"{what} {why?.Message ?? message}", why?.Mend ?? mend);

    private static ScriptProblem Error(string id, string message, string mend) => new()
    {
        Id = id,
        Severity = ProblemSeverity.Error,
        Message = message,
        Mend = mend,
    };
}
