using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>The corpus as blocks of integrations.</summary>
internal static class SessionSide
{
    public static async Task<IReadOnlyDictionary<string, string[]>> RunAsync(IEnumerable<DifferentialCase> cases)
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1, static builder => builder.AddCapabilities(typeof(ISupportsTestCases).Assembly));
        var loader = host.Services.GetRequiredService<IIntegrationLoader>();
        var all = new Dictionary<string, string[]>();
        foreach (var known in cases)
        {
            foreach (var way in DifferentialCase.Ways)
            {
                all[$"{known.Name} ({way})"] = await RunAsync(loader, known.Usings + Scripts.WithBlock(nameof(ISupportsTestCases), nameof(ISupportsTestCases.RunCase), known.Block(way)));
            }
        }

        return all;
    }

    private static async Task<string[]> RunAsync(IIntegrationLoader loader, string script)
    {
        var observer = new OrderObserver();
        var objects = new List<string>();
        try
        {
            await using var integration = await loader.LoadAsync(new IntegrationSource { Name = "Case", Script = script }, observer, CancellationToken.None);
            var arguments = DifferentialCase.Arguments;
            await foreach (var written in integration.As<ISupportsTestCases>().RunCase((string)arguments["text"], (int)arguments["number"], (string[])arguments["names"], CancellationToken.None))
            {
                objects.Add($"Output {ValueText.Of(written)}");
            }
        }
        catch (IntegrationLoadException refused)
        {
            return ["refused", .. refused.Problems.Select(static problem => problem.ToString())];
        }
        catch (BlockException)
        {
            // How it ended stands in the run.
        }

        return [.. observer.Merge(objects), End(observer.Run!.Problems)];
    }

    private static string End(IEnumerable<ScriptProblem> problems) => problems.FirstOrDefault(static problem => problem.Id is "IMMY201" or "IMMY211") switch
    {
        null => "ended",
        { Id: "IMMY201" } thrown => $"threw {thrown.Message}",
        var left => left.Message,
    };
}
