using System.Globalization;

namespace Immy.Typed.Benchmarks.Generation.Builds;

/// <summary>Writes a table of whole cold builds. The variants take turns, so that what else the machine does meets all alike.</summary>
internal static class BuildReport
{
    public const string Option = "--builds";

    public static void Write(int rounds)
    {
        var root = Directory.CreateTempSubdirectory("immy-builds-").FullName;
        try
        {
            var generated = CapabilityProject.Generated();
            var folders = BuildVariant.All.Select(variant => (Variant: variant, Folder: BuildFolder.Write(root, variant, generated), Times: new List<BuildTime>())).ToArray();

            // The first build only fills the caches of the disk.
            folders[0].Folder.Build();
            for (var round = 0; round < rounds; round++)
            {
                foreach (var (variant, folder, times) in folders)
                {
                    times.Add(folder.Build());
                    Console.WriteLine($"// round {round + 1}, {variant.Name}: {times[^1]}");
                }
            }

            Console.WriteLine("| project | processor time, median | processor time, lowest | compiler by the clock, median | compiler by the clock, lowest |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
            foreach (var (variant, _, times) in folders)
            {
                Console.WriteLine($"| {variant.Name} | {Columns(times, static time => time.Processor)} | {Columns(times, static time => time.Compiler)} |");
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static string Columns(List<BuildTime> times, Func<BuildTime, TimeSpan> of)
    {
        var ordered = times.Select(time => of(time).TotalMilliseconds).Order().ToArray();
        var median = (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"{median:N0} ms | {ordered[0]:N0} ms");
    }
}
