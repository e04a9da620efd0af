using System.Diagnostics;
using System.Globalization;

namespace Immy.Typed.Benchmarks.Soak;

/// <summary>What the process holds at one moment.</summary>
/// <param name="Heap">The live heap in bytes, after a full collection.</param>
/// <param name="Threads">Its threads besides those of the thread pool, which come and go by themselves.</param>
/// <param name="Handles">Its open handles.</param>
internal sealed record SoakSample(long Heap, int Threads, int Handles)
{
    private const double Mebibyte = 1024 * 1024;

    public static SoakSample Take()
    {
        // What finalizers let go of is gone after the second collection only.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var handles = OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : process.HandleCount;
        return new(GC.GetTotalMemory(forceFullCollection: false), process.Threads.Count - ThreadPool.ThreadCount, handles);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Heap / Mebibyte:N1} MiB | {Threads} | {Handles}");
}
