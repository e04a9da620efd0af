using System.Globalization;
using BenchmarkDotNet.Running;
using Immy.Typed.Benchmarks.Agents;
using Immy.Typed.Benchmarks.Calls;
using Immy.Typed.Benchmarks.Generation.Builds;
using Immy.Typed.Benchmarks.Harness;
using Immy.Typed.Benchmarks.Memory;
using Immy.Typed.Benchmarks.Opening;
using Immy.Typed.Benchmarks.Soak;
using Immy.Typed.Benchmarks.Start;
using Immy.Typed.Benchmarks.Webhooks;

switch (args)
{
    case ["--memory"]:
        await MemoryReport.WriteAsync();
        break;
    case [MemoryRun.Option, var count, var consumer]:
        await MemoryRun.WriteAsync(Number(count), consumer);
        break;
    case [AgentSyncRatios.Option, var agents]:
        await AgentSyncRatios.WriteAsync(Number(agents));
        break;
    case [CallRatios.Option, var rounds]:
        await CallRatios.WriteAsync(Number(rounds));
        break;
    case [OpeningRatios.Option, var rounds]:
        await OpeningRatios.WriteAsync(Number(rounds));
        break;
    case [InstancesRun.Option, var count]:
        await InstancesRun.WriteAsync(Number(count));
        break;
    case [StartRatios.Option, var immy, var rounds]:
        await StartRatios.WriteAsync(immy, Number(rounds));
        break;
    case [SoakRun.Option, var calls]:
        await SoakRun.WriteAsync(Number(calls));
        break;
    case [WebhookRatios.Option, var seconds]:
        await WebhookRatios.WriteAsync(Number(seconds));
        break;
    case [BuildReport.Option, var rounds]:
        BuildReport.Write(Number(rounds));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(NoisyMachineConfig).Assembly).Run(args, new NoisyMachineConfig());
        break;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
