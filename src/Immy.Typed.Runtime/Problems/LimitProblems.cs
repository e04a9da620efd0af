using System.Globalization;
using Immy.Typed.Adapters;
using Immy.Typed.Monitoring;

namespace Immy.Typed.Problems;

/// <summary>What a limit of the host refuses or cuts short: IMMY501 and on.</summary>
internal static class LimitProblems
{
    public static ScriptProblem QueueFull(string integration, int waiting, int running) => Error(
        "IMMY501",
        $"The queue of '{integration}' is full: {Calls(waiting)} {(waiting == 1 ? "waits" : "wait")} for its sessions, and {running} {(running == 1 ? "runs" : "run")}.",
        "Call it again later, make its blocks faster, or raise Pool.QueueLength or SessionsPerIntegration.");

    public static ScriptProblem WaitedTooLong(string integration, TimeSpan limit, SessionStatus status) => Error(
        "IMMY502",
        $"The call waited {MessageText.Seconds(limit)} for a session of '{integration}' and was given up: {Calls(status.Running)} {(status.Running == 1 ? "runs" : "run")}, {status.Waiting} more {(status.Waiting == 1 ? "waits" : "wait")}.",
        "Call it again later, make its blocks faster, or raise Pool.QueueTime or SessionsPerIntegration.");

    public static ScriptProblem TooManyHang(string integration, int hung) => Error(
        "IMMY503",
        $"{hung} {(hung == 1 ? "script" : "scripts")} of '{integration}' did not stop and still {(hung == 1 ? "hangs" : "hang")}, so no more are started.",
        "They hang in calls that cannot be interrupted: give those calls a time-out of their own. The integration goes on once one of them comes back.");

    public static ScriptProblem TooManyMetascriptsHang(int hung) => Error(
        "IMMY503",
        $"{hung} {(hung == 1 ? "script" : "scripts")} of actions did not stop and still {(hung == 1 ? "hangs" : "hang")}, so no more are started.",
        "They hang in calls that cannot be interrupted: give those calls a time-out of their own. Actions go on once one of them comes back.");

    public static ScriptProblem TooManyObjects(BlockDescriptor block, int limit, ScriptLocation? location) => Error(
        "IMMY504",
        string.Create(CultureInfo.InvariantCulture, $"{block} wrote more than {limit:N0} objects and was stopped."),
        "Write fewer, or raise Calls.OutputObjects.") with
    { Capability = block.Capability, Block = block.Name, Location = location };

    public static ScriptProblem RecordsDropped(BlockDescriptor block, int kept, int dropped) => Warning(
        "IMMY505",
        string.Create(CultureInfo.InvariantCulture, $"{block} wrote {(long)kept + dropped:N0} stream records; the first {kept:N0} are kept, {dropped:N0} were dropped."),
        "Write less inside loops, or raise Calls.StreamRecords.",
        block);

    public static ScriptProblem ProblemsDropped(BlockDescriptor block, int kept, int dropped) => Warning(
        "IMMY506",
        string.Create(CultureInfo.InvariantCulture, $"{block} had {(long)kept + dropped:N0} problems; the first {kept:N0} are kept, {dropped:N0} were dropped."),
        "Mend those that are told first.",
        block);

    public static ScriptProblem Closed(string integration) => Error(
        "IMMY507", $"The integration '{integration}' was closed.", "Load it again.");

    private static string Calls(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "call" : "calls")}");

    private static ScriptProblem Error(string id, string message, string mend) => new()
    {
        Id = id,
        Severity = ProblemSeverity.Error,
        Message = message,
        Mend = mend,
    };

    private static ScriptProblem Warning(string id, string message, string mend, BlockDescriptor block)
        => Error(id, message, mend) with { Severity = ProblemSeverity.Warning, Capability = block.Capability, Block = block.Name };
}
