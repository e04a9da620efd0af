using System.Globalization;
using System.Management.Automation.Language;
using Immy.Typed.Adapters;
using Immy.Typed.Sessions.AllowList;

namespace Immy.Typed.Problems;

/// <summary>What can be wrong with a script before it serves: IMMY101 and on.</summary>
internal static class LoadProblems
{
    private const string AddCapability = "Add-DynamicIntegrationCapability";

    public static ScriptProblem DoesNotParse(ParseError error) => Error(
        "IMMY101", error.Message, "Mend the syntax: nothing of the script has run.", ScriptLocation.Of(error.Extent));

    public static ScriptProblem UnknownCapability(string name, IReadOnlyCollection<string> known) => Error(
        "IMMY102", $"'{name}' is no capability.", NearestName.Hint(name, known)) with
    { Capability = name };

    public static ScriptProblem UnknownBlock(CapabilityDescriptor capability, string name, ScriptLocation? location) => Error(
        "IMMY103",
        $"{capability.Name} has no block -{name}.",
        NearestName.Hint(name, [.. capability.Blocks.Select(static block => block.Name)]),
        location) with
    { Capability = capability.Name, Block = name };

    public static ScriptProblem MissingBlocks(CapabilityDescriptor capability, IReadOnlyCollection<string> names, ScriptLocation? location) => Error(
        "IMMY104",
        $"{capability.Name} needs the block {string.Join(" and the block ", names.Select(static name => "-" + name))}, which is missing.",
        $"Add {string.Join(' ', names.Select(static name => $"-{name} {{ ... }}"))}.",
        location) with
    { Capability = capability.Name, Block = names.First() };

    public static ScriptProblem BlockTwice(CapabilityDescriptor capability, string name, ScriptLocation? location) => Error(
        "IMMY105", $"The block -{name} of {capability.Name} is given twice.", "Keep one of the two.", location) with
    { Capability = capability.Name, Block = name };

    public static ScriptProblem CapabilityTwice(string capability, ScriptLocation? first) => Error(
        "IMMY106",
        $"{capability} was already added{(first is null ? "" : string.Create(CultureInfo.InvariantCulture, $" in line {first.Line}"))}.",
        "Keep one of the two: an integration has a capability once.") with
    { Capability = capability };

    public static ScriptProblem NotAnIntegration(string actual) => Error(
        "IMMY107",
        $"{AddCapability} got {actual}, where the integration is expected.",
        $"Pipe what New-DynamicIntegration returned: $Integration | {AddCapability} ...");

    public static ScriptProblem NoIntegration(string file) => Error(
        "IMMY108",
        "The script makes no integration.",
        "Start it with $Integration = New-DynamicIntegration -Init { ... } -HealthCheck { ... } and end it with return $Integration.",
        new(file, 1, 1));

    public static ScriptProblem SeveralIntegrations(int made, int returned, IEnumerable<ScriptLocation?> places) => Error(
        "IMMY109",
        string.Create(CultureInfo.InvariantCulture, $"The script makes {made} integrations (lines {Lines(places)}) and returns {(returned == 0 ? "none" : $"{returned}")} of them."),
        "Return exactly one: end the script with return $Integration.",
        places.LastOrDefault());

    public static ScriptProblem NotReturned(ScriptLocation? location) => Warning(
        "IMMY110",
        "The script does not return its integration; the only one that it makes is taken.",
        "End the script with return $Integration.",
        location);

    public static ScriptProblem RootCannotBeAdded(string root) => Error(
        "IMMY111", $"{root} is part of every integration and cannot be added.", "Give its blocks to New-DynamicIntegration: -Init { ... } -HealthCheck { ... }.") with
    { Capability = root };

    public static ScriptProblem ScriptFailed(string message, ScriptLocation? location) => Error(
        "IMMY112", $"The script fails while it is loaded: {MessageText.Sentence(message)}", "Mend it, or move work that needs the remote system into a block.", location);

    public static ScriptProblem NotABlock(CapabilityDescriptor capability, string name, ScriptLocation? location) => Error(
        "IMMY113", $"-{name} of {capability.Name} takes a script block.", $"Write -{name} {{ ... }}.", location) with
    { Capability = capability.Name, Block = name };

    public static ScriptProblem UnknownCommand(string name, IReadOnlyCollection<string> known, ScriptLocation? location) => Error(
        "IMMY114",
        $"'{name}' is not a command.",
        NearestName.Of(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : "Define it in the script or in a module; text that is meant for a reader starts with #.",
        location);

    public static ScriptProblem UnknownParameter(string command, string parameter, IReadOnlyCollection<string> known, ScriptLocation? location) => Error(
        "IMMY115",
        $"{command} has no parameter -{parameter}.",
        known.Count == 0 ? "It takes none." : NearestName.Hint(parameter, known),
        location) with
    { Parameter = parameter };

    public static ScriptProblem BelongsOnTheComputer(string command, ScriptLocation? location) => Error(
        "IMMY116",
        $"{command} reaches the machine that it runs on, which is the host, not a client's computer.",
        $"Run it on the computer: Invoke-ImmyCommand {{ {command} ... }}.",
        location);

    public static ScriptProblem ParameterNotInContract(BlockDescriptor block, string parameter, ScriptLocation? location) => Error(
        "IMMY117",
        $"{block} declares the mandatory parameter -{parameter}, which the host does not pass.",
        block.Parameters.Count == 0 ? "Remove it or make it optional: the block gets no arguments." : NearestName.Hint(parameter, [.. block.Parameters.Select(static known => known.Name)]),
        location) with
    { Capability = block.Capability, Block = block.Name, Parameter = parameter };

    public static ScriptProblem ParameterAlwaysEmpty(BlockDescriptor block, string parameter, IReadOnlyCollection<string> leftOut, ScriptLocation? location) => Warning(
        "IMMY126",
        $"{block} declares -{parameter}, which the host does not pass, so it is always empty; what the host does pass it leaves out: {string.Join(", ", leftOut.Select(static name => "-" + name))}.",
        leftOut.Count == 1 ? $"Name it -{leftOut.First()}, or remove it." : "Give it the name that the contract has, or remove it.",
        location) with
    { Capability = block.Capability, Block = block.Name, Parameter = parameter };

    public static ScriptProblem AttributeAsType(BlockDescriptor block, string parameter, string attribute, ScriptLocation? location) => Error(
        "IMMY127",
        $"{attribute} of the parameter -{parameter} of {block} has no parentheses, so PowerShell takes it for the type of the value.",
        $"Write {attribute[..^1]}()].",
        location) with
    { Capability = block.Capability, Block = block.Name, Parameter = parameter };

    public static ScriptProblem OutputTypeDiffers(BlockDescriptor block, string declared, ScriptLocation? location) => Error(
        "IMMY118",
        $"{block} declares [OutputType([{declared}])], but owes {(block.Shape == ResultShape.Nothing ? "nothing" : TypeText.Of(block.ResultType) + (block.Shape == ResultShape.List ? "[]" : ""))}.",
        "Declare the type that the contract names, or no OutputType.",
        location) with
    { Capability = block.Capability, Block = block.Name };

    public static ScriptProblem LeftByFlow(string keyword, ScriptLocation? location) => Error(
        "IMMY119", $"'{keyword}' leaves the script before it is loaded.", "Remove it.", location);

    public static ScriptProblem TooSlow(TimeSpan limit) => Error(
        "IMMY120",
        $"Loading the script took longer than {MessageText.Seconds(limit)} and was stopped.",
        "The top level only makes the integration: move work into a block.");

    public static ScriptProblem BlockOfTwoCapabilities(BlockDescriptor block, BlockDescriptor first) => Error(
        "IMMY121",
        $"{block} and {first} are one block: both capabilities have it from {block.DeclaredBy.Name}.",
        "Keep one of the two: a capability that extends another is that other as well.") with
    { Capability = block.Capability, Block = block.Name };

    public static ScriptProblem ClassRefused(ScriptLocation? location) => Error(
        "IMMY128",
        "A script defines no classes: the language of integrations has none.",
        "Write [pscustomobject]@{ ... } for what the class holds, and functions for what it does; an enum may stay.",
        location);

    public static ScriptProblem RefusedParameter(RefusedParameter refused, ScriptLocation? location) => Error(
        "IMMY122",
        $"{refused.Command} -{refused.Name}{(refused.Values.Count == 0 ? "" : " " + string.Join(" or ", refused.Values))} is refused: it {refused.Reason}.",
        refused.Mend ?? $"Run it on the computer: Invoke-ImmyCommand {{ {refused.Command} -{refused.Name} ... }}.",
        location) with
    { Parameter = refused.Name };

    public static ScriptProblem StaticNotAllowed(string type, string member, ScriptLocation? location) => Error(
        "IMMY123",
        $"[{type}]::{member} is refused: [{type}] is not on the list of types that scripts may use.",
        "Use a command, or one of the types that docs/isolation.md names.",
        location);

    public static ScriptProblem StaticIsSet(string type, string member, ScriptLocation? location) => Error(
        "IMMY124",
        $"[{type}]::{member} cannot be set: it belongs to the whole process, not to this script.",
        "Pass the value to the command or method that needs it.",
        location);

    public static ScriptProblem StaticOfValue(string text, ScriptLocation? location) => Error(
        "IMMY125",
        $"'{text}' is refused: its type is known only when the script runs.",
        "Write the type itself in front of '::', such as [Math]::Max.",
        location);

    public static ScriptProblem RunsInBackground(ScriptLocation? location) => Error(
        "IMMY129",
        "'&' behind a statement starts another process for it, which a script has no part in.",
        "Remove it: blocks run side by side as it is.",
        location);

    public static ScriptProblem UnknownExclusion(string name, IReadOnlyCollection<string> known) => Error(
        "IMMY130", $"'{name}' is excluded, but is no capability.", NearestName.Hint(name, known)) with
    { Capability = name };

    public static ScriptProblem RootCannotBeExcluded(string root) => Error(
        "IMMY131", $"{root} is part of every integration and cannot be excluded.", "Switch the instance off instead.") with
    { Capability = root };

    private static string Lines(IEnumerable<ScriptLocation?> places)
        => string.Join(", ", places.Select(static place => place?.Line.ToString(CultureInfo.InvariantCulture) ?? "?"));

    private static ScriptProblem Error(string id, string message, string mend, ScriptLocation? location = null) => new()
    {
        Id = id,
        Severity = ProblemSeverity.Error,
        Message = message,
        Mend = mend,
        Location = location,
    };

    private static ScriptProblem Warning(string id, string message, string mend, ScriptLocation? location = null)
        => Error(id, message, mend, location) with { Severity = ProblemSeverity.Warning };
}
