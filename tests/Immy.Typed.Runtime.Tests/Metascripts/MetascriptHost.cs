using Immy.Typed.Actions;
using Immy.Typed.Metascripts;
using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Runtime.Tests.Metascripts;

/// <summary>Runs metascripts named <c>Install.ps1</c> as a host does.</summary>
internal static class MetascriptHost
{
    public static Metascript Script(string text, ModuleLibrary? modules = null) => new() { Name = "Install", Script = text, Modules = modules ?? ModuleLibrary.Empty };

    public static IMetascriptRunner Runner(this TestHost host) => host.Services.GetRequiredService<IMetascriptRunner>();

    /// <summary>What the script writes, as one text.</summary>
    public static Task<string> RunAsync(this TestHost host, string text, ActionContext? action = null) => host.RunAsync(Script(text), action);

    public static async Task<string> RunAsync(this TestHost host, Metascript script, ActionContext? action = null)
    {
        var written = new List<object?>();
        await foreach (var item in host.Runner().RunAsync(script, action ?? new ActionContext(), host.Observer, TestContext.Current.CancellationToken))
        {
            written.Add(item);
        }

        return string.Join('|', written);
    }

    /// <summary>The problems of a run that must fail, one a line, after its outcome.</summary>
    public static async Task<string> FailureAsync(this TestHost host, string text, ActionContext? action = null)
    {
        var exception = await Assert.ThrowsAsync<BlockException>(() => host.RunAsync(text, action));
        return $"{exception.Run.Outcome}: {exception.Message.ReplaceLineEndings("\n")}";
    }

    public static IEnumerable<string> Streams(this BlockRun run) => run.Records.Select(static record => $"{record.Kind} {record.Message}");
}
