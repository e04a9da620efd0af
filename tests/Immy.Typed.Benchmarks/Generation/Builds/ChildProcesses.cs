using System.Runtime.InteropServices;

namespace Immy.Typed.Benchmarks.Generation.Builds;

/// <summary>Reads what the ended child processes of this one, and theirs, took of the processors. Linux only.</summary>
internal static class ChildProcesses
{
    private const int Children = -1;
    private const int LongsOfUsage = 18;
    private const double Million = 1_000_000;

    public static TimeSpan ProcessorTime
    {
        get
        {
            // User seconds and microseconds, then the same of the system; the rest is not about time.
            var usage = new long[LongsOfUsage];
            return GetUsage(Children, usage) == 0
                ? TimeSpan.FromSeconds(usage[0] + usage[2] + ((usage[1] + usage[3]) / Million))
                : throw new InvalidOperationException("The system does not tell the processor time of child processes.");
        }
    }

    [DllImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
