using Immy.Typed.Computers;
using Immy.Typed.Server.Hosting;

namespace Immy.Typed.Server.Computers;

/// <summary>Runs scripts on computers by the first way that there is, in the order of <c>Server:Endpoint:Ways</c>.</summary>
internal sealed class ComputerWays(AgentRunner agents, PwshRunner local, ServerOptions options) : IEndpointCommandRunner
{
    public async Task<ComputerResult> InvokeAsync(Computer computer, ComputerCommand command, CancellationToken cancellationToken)
    {
        AgentAttempt? attempt = null;
        foreach (var way in options.Endpoint.Ways is { Count: > 0 } ways ? ways : [EndpointWay.Agent])
        {
            if (way == EndpointWay.Local)
            {
                return With(await local.InvokeAsync(computer, command, cancellationToken), attempt);
            }

            attempt = await agents.TryAsync(computer, command, cancellationToken);
            if (attempt.Result is { } result)
            {
                return result;
            }
        }

        return new ComputerResult([], attempt!.WhyNot);
    }

    public async Task<object?> GetRegistryValueAsync(Computer computer, string path, string name, CancellationToken cancellationToken)
    {
        // What could not be read must not pass for what is not there.
        var result = await InvokeAsync(computer, RegistryRead.Of(path, name), cancellationToken);
        return result.Error is null ? result.Output is [var value, ..] ? value : null : throw new InvalidOperationException($"The registry of {computer.Name} could not be read: {result.Error}");
    }

    // Whoever has an agent on the computer does not expect the script elsewhere.
    private static ComputerResult With(ComputerResult result, AgentAttempt? attempt) => attempt is { HasAgent: true }
        ? result with { Warnings = [$"the script ran on the server's own machine: {attempt.WhyNot}", .. result.Warnings ?? []] }
        : result;
}
