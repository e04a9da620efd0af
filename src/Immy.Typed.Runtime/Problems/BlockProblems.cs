using System.Collections;
using System.Globalization;
using Immy.Typed.Adapters;
using Immy.Typed.Conversion;
using Microsoft.AspNetCore.Mvc;

namespace Immy.Typed.Problems;

/// <summary>What can go wrong when a block runs: IMMY201 and on.</summary>
internal static class BlockProblems
{
    public static ScriptProblem Failed(BlockDescriptor block, string message, ScriptLocation? location) => Error(
        block, "IMMY201", $"{block} failed: {MessageText.Sentence(message)}", "What it wrote until then is in the run's streams.", location);

    public static ScriptProblem WroteError(BlockDescriptor block, string message, ScriptLocation? location) => Error(
        block, "IMMY202", $"{block} wrote an error: {MessageText.Sentence(message)}", "", location);

    public static ScriptProblem WroteNothing(BlockDescriptor block, ScriptLocation? location) => Error(
        block, "IMMY203", $"{block} wrote nothing, where {One(block)} is due.", HowToMake(block), location);

    public static ScriptProblem WrongObject(BlockDescriptor block, int index, string actual, ScriptLocation? location) => Error(
        block,
        "IMMY204",
        string.Create(CultureInfo.InvariantCulture, $"Object {index} that {block} wrote is {actual}, where {TypeText.Of(block.ResultType)} is due; it is left out."),
        HowToMake(block),
        location);

    public static ScriptProblem WrongResult(BlockDescriptor block, string actual, ScriptLocation? location) => Error(
        block, "IMMY205", $"{block} wrote {actual}, where {One(block)} is due.", HowToMake(block), location);

    public static ScriptProblem SeveralObjects(BlockDescriptor block, IReadOnlyList<(string Text, ScriptLocation? Location)> objects) => Error(
        block,
        "IMMY206",
        string.Create(CultureInfo.InvariantCulture, $"{block} wrote {objects.Count} objects, where {One(block)} is due: {List(objects)}."),
        "Keep the one that is the result: pipe the others to Out-Null or assign them to a variable.",
        objects[^1].Location);

    public static ScriptProblem ExtraObject(BlockDescriptor block, string actual, ScriptLocation? location) => Warning(
        block, "IMMY207", $"{block} wrote {actual} besides its result; it is ignored.", "Pipe it to Out-Null or assign it to a variable.", location);

    public static ScriptProblem NothingIsDue(BlockDescriptor block, string actual, ScriptLocation? location) => Warning(
        block, "IMMY208", $"{block} wrote {actual}, where nothing is due; it is ignored.", "Pipe it to Out-Null or assign it to a variable.", location);

    public static ScriptProblem TakenAs(BlockDescriptor block, string actual, string meaning) => Warning(
        block, "IMMY209", $"{block} wrote {actual}, where {One(block)} is due; it is taken as {meaning}.", HowToMake(block), null);

    public static ScriptProblem ReadsFromHost(string question) => new()
    {
        Id = "IMMY210",
        Severity = ProblemSeverity.Error,
        Message = $"The script asks for {question}, but nobody is there to answer.",
        Mend = "Take the value from the configuration form: declare a parameter of Init.",
    };

    public static ScriptProblem LeftByFlow(BlockDescriptor block, string keyword, ScriptLocation? location) => Error(
        block,
        "IMMY211",
        $"'{keyword}' left {block}: what it wrote before is kept, the rest is missing.",
        keyword == "exit" ? "Use return to end the block, or throw to fail it." : $"Use return: '{keyword}' works inside a loop, and ForEach-Object is none.",
        location);

    public static ScriptProblem TimedOut(BlockDescriptor block, TimeSpan limit, TimeSpan most) => Error(
        block,
        "IMMY212",
        $"{block} ran longer than {MessageText.Seconds(limit)} and was stopped.",
        string.Create(CultureInfo.InvariantCulture, $"Make it faster, or give it more time: [ScriptTimeout(TimeoutSeconds = n)] above its param(), at most {most.TotalSeconds} here."),
        null);

    public static ScriptProblem DoesNotStop(BlockDescriptor block, TimeSpan grace) => Error(
        block,
        "IMMY213",
        $"{block} did not stop within {MessageText.Seconds(grace)} after it was told to; its session is abandoned and replaced.",
        "It hangs in a call that cannot be interrupted: give that call a time-out of its own.",
        null);

    public static ScriptProblem ArgumentRefused(BlockDescriptor block, string parameter, string message, ScriptLocation? location) => Error(
        block, "IMMY215", $"{block} refuses the argument {parameter}: {MessageText.Sentence(message)}", "Declare the parameter with the type that the contract names, or without one.", location) with
    { Parameter = parameter };

    public static ScriptProblem NoRecord(BlockDescriptor block, int? index, string actual, RecordMismatch mismatch, IEnumerable<string> names, ScriptLocation? location) => Error(
        block,
        "IMMY217",
        index is null
            ? $"{block} wrote {actual}, which makes no {TypeText.Of(block.ResultType)}: {mismatch}."
            : string.Create(CultureInfo.InvariantCulture, $"Object {index} that {block} wrote is {actual}, which makes no {TypeText.Of(block.ResultType)}: {mismatch}; it is left out."),
        $"Name what it has, with those in brackets as you like: {string.Join(", ", names)}. {HowToMake(block)}",
        location);

    public static ScriptProblem NotConverted(string record, string field, string value, string expected) => new()
    {
        Id = "IMMY216",
        Severity = ProblemSeverity.Warning,
        Message = $"{field} of {record} is '{value}', which is no {expected}; the field stays empty.",
        Mend = "Pass a value that is one, or leave the parameter out.",
        Parameter = field,
    };

    private static string One(BlockDescriptor block)
    {
        var name = TypeText.Of(block.ResultType);
        return $"one {name}";
    }

    private static string HowToMake(BlockDescriptor block) => block switch
    {
        { MadeBy: { } expression } => $"Make it with {expression}.",
        { ResultType: var type } when type == typeof(Hashtable) => "Make it with @{ Name = 'value' }.",
        { ResultType: var type } when type == typeof(IActionResult) => "Make it with [ObjectResult]::new('ok').",
        { ResultType: var type } when type == typeof(string) => "Write the text as the block's last statement.",
        { ResultType: var type } when CompositeConverter.IsTable(type) => "Write a hashtable, @{ key = value }, whose keys and values are of those types.",
        _ => $"Write {(block.Shape == ResultShape.List ? "objects" : "an object")} of that type.",
    };

    private static string List(IReadOnlyList<(string Text, ScriptLocation? Location)> objects)
    {
        const int Shown = 10;
        var shown = objects.Take(Shown).Select(static written
            => written.Location is null ? written.Text : string.Create(CultureInfo.InvariantCulture, $"{written.Text} (line {written.Location.Line})"));
        return string.Join(", ", objects.Count <= Shown ? shown : shown.Append(string.Create(CultureInfo.InvariantCulture, $"and {objects.Count - Shown:N0} more")));
    }

    private static ScriptProblem Error(BlockDescriptor block, string id, string message, string mend, ScriptLocation? location) => new()
    {
        Id = id,
        Severity = ProblemSeverity.Error,
        Message = message,
        Mend = mend,
        Location = location,
        Capability = block.Capability,
        Block = block.Name,
    };

    private static ScriptProblem Warning(BlockDescriptor block, string id, string message, string mend, ScriptLocation? location)
        => Error(block, id, message, mend, location) with { Severity = ProblemSeverity.Warning };
}
