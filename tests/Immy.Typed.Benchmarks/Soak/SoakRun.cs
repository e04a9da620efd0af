using System.Diagnostics;
using System.Globalization;
using Immy.Typed.Integrations;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Benchmarks.Soak;

/// <summary>
/// Many callers on several instances whose sessions are recycled all the time. The process ends with 1 when an answer
/// was lost, doubled or another's, or when it holds more in the end than after its first calls.
/// </summary>
internal static class SoakRun
{
    public const string Option = "--soak";

    private const int Instances = 4;
    private const int Callers = 16;
    private const int Parts = 20;
    private const int ThreadsToSpare = 2;
    private const int HandlesToSpare = 16;
    private const long HeapToSpare = 4 << 20;

    public static async Task WriteAsync(int calls)
    {
        var tally = new SoakTally();
        var clock = Stopwatch.StartNew();
        SoakSample first;
        SoakSample last;
        await using (var services = Services())
        {
            var loader = services.GetRequiredService<IIntegrationLoader>();
            Console.WriteLine("| calls | seconds | live heap | threads besides the pool's | handles |");
            Console.WriteLine("| ---: | ---: | ---: | ---: | ---: |");

            // Instances come and go as well, so that each part ends with none.
            first = last = await PartAsync(loader, tally, 0, calls / Parts, clock);
            for (var part = 1; part < Parts; part++)
            {
                last = await PartAsync(loader, tally, part * (calls / Parts), calls / Parts, clock);
            }
        }

        tally.CheckRuns(calls / Parts * Parts);
        Console.WriteLine(tally);
        foreach (var wrong in tally.Wrong.Take(20))
        {
            Console.WriteLine($"WRONG {wrong}");
        }

        var hasGrown = last.Threads > first.Threads + ThreadsToSpare || last.Handles > first.Handles + HandlesToSpare || last.Heap > first.Heap + HeapToSpare;
        Console.WriteLine(hasGrown ? "WRONG the process holds more than after the first part." : "The process holds no more than after the first part.");
        Environment.ExitCode = hasGrown || tally.Wrong.Count > 0 ? 1 : 0;
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddImmyTyped(static options =>
        {
            options.SessionsPerIntegration = 2;
            options.Sessions.Calls = 50;
        });
        return services.BuildServiceProvider();
    }

    private static async Task<SoakSample> PartAsync(IIntegrationLoader loader, SoakTally tally, int begin, int count, Stopwatch clock)
    {
        var instances = new List<DynamicIntegration>();
        for (var number = 0; number < Instances; number++)
        {
            instances.Add(await loader.LoadAsync(new IntegrationSource { Name = $"Soak{number}", Script = SoakScript.Text }, tally));
        }

        var calls = new SoakCalls(tally);
        var next = begin - 1;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < begin + count)
            {
                await calls.CallAsync(instances[number / 7 % Instances], number);
            }
        })));

        foreach (var instance in instances)
        {
            if (instance.Sessions is not { Running: 0, Waiting: 0, Hung: 0, Abandoned: 0 })
            {
                tally.Fail("sessions", $"after all calls: {instance.Sessions}");
            }

            await instance.DisposeAsync();
        }

        // The threads of closed sessions end by themselves.
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        var sample = SoakSample.Take();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {tally.Calls:N0} | {clock.Elapsed.TotalSeconds:N1} | {sample} |"));
        return sample;
    }
}
