using BenchmarkDotNet.Running;
using Immy.Typed.Benchmarks.Generation.Builds;
using Immy.Typed.Benchmarks.Harness;
using Immy.Typed.Benchmarks.Memory;

switch (args)
{
    case ["--memory"]:
        await MemoryReport.WriteAsync();
        break;
    case [MemoryRun.Option, var count, var consumer]:
        await MemoryRun.WriteAsync(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), consumer);
        break;
    case [BuildReport.Option, var rounds]:
        BuildReport.Write(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new NoisyMachineConfig());
        break;
}
