using System.Globalization;

namespace Immy.Typed.Benchmarks.Harness;

/// <summary>
/// Compares ways that take turns, so that what else the machine does meets all alike. What counts is the median of the
/// ratios within each round; how far apart its quartiles are tells how noisy the machine was.
/// </summary>
internal static class RatioTable
{
    public static async Task WriteAsync(int warmUp, int rounds, params IReadOnlyList<Way> ways)
    {
        for (var round = 0; round < warmUp; round++)
        {
            await RoundAsync(ways);
        }

        var times = new List<double[]>();
        for (var round = 0; round < rounds; round++)
        {
            times.Add(await RoundAsync(ways));
        }

        Console.WriteLine("| way | median | lowest | ratio to the first, median (quartiles) | ratio of the lowest |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        for (var index = 0; index < ways.Count; index++)
        {
            var own = times.Select(round => round[index]).Order().ToArray();
            var ratios = times.Select(round => round[index] / round[0]).Order().ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {ways[index].Name} | {own[own.Length / 2]:N2} us | {own[0]:N2} us | {ratios[ratios.Length / 2]:N2} ({ratios[ratios.Length / 4]:N2} to {ratios[ratios.Length * 3 / 4]:N2}) | {own[0] / times.Min(static round => round[0]):N2} |"));
        }
    }

    private static async Task<double[]> RoundAsync(IReadOnlyList<Way> ways)
    {
        var times = new double[ways.Count];
        for (var index = 0; index < times.Length; index++)
        {
            times[index] = await ways[index].RunAsync().ConfigureAwait(false);
        }

        return times;
    }
}
