using System.Net;
using Immy.Typed.Adapters;

namespace Immy.Typed.Problems;

/// <summary>What the host's policy about outbound HTTP refuses: IMMY601 and on.</summary>
internal static class HttpProblems
{
    public static ScriptProblem HostNotAllowed(string host, IEnumerable<string> allowed) => Error(
        "IMMY601", $"Scripts may not call '{host}' here, only: {string.Join(", ", allowed)}.", "Ask the host's administrator to add it to Http.AllowedHosts.");

    public static ScriptProblem PrivateAddress(string host, IPAddress address) => Error(
        "IMMY602",
        $"Scripts may not call '{host}' here: {(host == address.ToString() ? "that is" : $"it leads to {address},")} an address of a private network.",
        "Ask the host's administrator whether Http.ForbidPrivateAddresses may be off.");

    public static ScriptProblem OwnProxy(string command) => Error(
        "IMMY603", $"{command} takes no web session with a proxy: requests go the way that the host prescribes.", "Leave the web session's Proxy empty.");

    public static ScriptProblem RequestsDropped(BlockDescriptor block, int kept, int dropped) => new()
    {
        Id = "IMMY604",
        Severity = ProblemSeverity.Warning,
        Message = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{block} sent {(long)kept + dropped:N0} requests; the run keeps the first {kept:N0}."),
        Mend = "Ask for more at once, or raise Http.RequestsKept.",
        Capability = block.Capability,
        Block = block.Name,
    };

    private static ScriptProblem Error(string id, string message, string mend) => new()
    {
        Id = id,
        Severity = ProblemSeverity.Error,
        Message = message,
        Mend = mend,
    };
}
