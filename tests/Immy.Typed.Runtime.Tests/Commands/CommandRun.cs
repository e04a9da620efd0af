using Immy.Typed.Actions;
using Immy.Typed.Computers;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Commands;

/// <summary>Runs lines of script in a block of a real session; what they write is one text.</summary>
internal static class CommandRun
{
    public static Task<DynamicIntegration> LoadAsync(TestHost host, string body)
        => host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", body));

    public static async Task<string> TextAsync(string body, IComputer? computer = null)
    {
        await using var host = new TestHost();
        return await TextAsync(host, body, computer);
    }

    public static async Task<string> TextAsync(TestHost host, string body, IComputer? computer = null)
    {
        var integration = await LoadAsync(host, body);
        using var scope = ActionScope.Begin(new ActionContext { Computer = computer });
        return await integration.TokenAsync();
    }

    /// <summary>The message of a call that must fail.</summary>
    public static async Task<string> FailureAsync(string body, IComputer? computer = null)
    {
        await using var host = new TestHost();
        var exception = await Assert.ThrowsAsync<BlockException>(() => TextAsync(host, body, computer));
        return exception.Message.ReplaceLineEndings("\n");
    }

    public static IEnumerable<string> Warnings(this TestHost host)
        => host.Observer.Last.Records.Where(static record => record.Kind == Streams.StreamKind.Warning).Select(static record => record.Message);

    public static IEnumerable<string> HostLines(this TestHost host)
        => host.Observer.Last.Records.Where(static record => record.Kind == Streams.StreamKind.Host).Select(static record => record.Message);
}
