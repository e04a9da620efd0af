using System.Diagnostics;
using System.Globalization;

namespace Immy.Typed.Benchmarks.Memory;

/// <summary>Writes a table of the memory that streaming takes. Each row is a process of its own, since a peak belongs to a process.</summary>
internal static class MemoryReport
{
    private static readonly int[] Counts = [10_000, 100_000, 300_000];

    public static async Task WriteAsync()
    {
        Console.WriteLine("| consumer | agents | live heap before | live heap, highest sample | peak working set | seconds |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var consumer in (string[])[MemoryRun.Fast, MemoryRun.Slow])
        {
            foreach (var count in Counts)
            {
                using var process = Process.Start(Environment.ProcessPath!, [MemoryRun.Option, count.ToString(CultureInfo.InvariantCulture), consumer]);
                await process.WaitForExitAsync();
                Environment.ExitCode |= process.ExitCode;
            }
        }
    }
}
