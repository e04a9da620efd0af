using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Streams;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Runs blocks where their link lives, each as a run of its own.</summary>
internal sealed class BlockCalls(CapabilityCatalog catalog, RunLog runs)
{
    /// <summary>Runs a block to its end.</summary>
    public Task<BlockAnswer> CallAsync(LiveLink link, CallBlock call, CancellationToken cancellationToken)
    {
        var block = Find(link, call);
        return runs.DoAsync(RunKind.Capability, block.ToString(), link.Id, call.CausedBy, run => CallAsync(link, block, call, run, cancellationToken), isWhole: true);
    }

    /// <summary>Runs a block that lists. Where records were left out, the last line says so.</summary>
    public async IAsyncEnumerable<string> StreamAsync(LiveLink link, CallBlock call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var block = Find(link, call);
        using var run = runs.Begin(RunKind.Capability, block.ToString(), link.Id, call.CausedBy, isWhole: true);
        var options = CapabilityJson.Results(link.Integration.Mask);
        await using var records = await TryAsync(run, async () => ((IAsyncEnumerable<object?>)(await block.Call(link.Integration, Arguments(block, call), cancellationToken))!).GetAsyncEnumerator(cancellationToken));
        try
        {
            while (await TryAsync(run, async () => await records.MoveNextAsync()))
            {
                yield return JsonSerializer.Serialize(records.Current, block.ResultType, options);
            }

            run.Succeed();
        }
        finally
        {
            run.Abandon();
        }

        if (Judge(run) is { } message)
        {
            yield return new JsonObject { ["problem"] = new JsonObject { ["title"] = "Something was left out.", ["detail"] = message } }.ToJsonString(CapabilityJson.Arguments);
        }
    }

    private BlockDescriptor Find(LiveLink link, CallBlock call)
    {
        var capability = catalog.Find(call.Capability)!;
        if (!link.Integration.Capabilities.Contains(capability))
        {
            throw new LinkUnavailableException(LinkUnavailability.LacksCapability, link.Integration.ExcludedCapabilities.Contains(capability)
                ? $"{capability.Name} is excluded for the provider link '{link.Name}'. An administrator can give it back: take it out of excludedCapabilities."
                : $"The provider link '{link.Name}' does not have {capability.Name}: its script does not add it. It has: {string.Join(", ", link.Integration.Capabilities)}.");
        }

        return capability.FindBlock(call.Block)!;
    }

    private static async Task<BlockAnswer> CallAsync(LiveLink link, BlockDescriptor block, CallBlock call, RunScope run, CancellationToken cancellationToken)
    {
        var result = await block.Call(link.Integration, Arguments(block, call), cancellationToken);
        var options = CapabilityJson.Results(link.Integration.Mask);
        var json = block.Shape switch
        {
            ResultShape.Nothing => null,
            ResultShape.Scalar => JsonSerializer.Serialize(result, block.ResultType, options),
            _ => await ListAsync((IAsyncEnumerable<object?>)result!, block, options, cancellationToken),
        };
        return new(json, Judge(run) is null ? RunOutcome.Ok : RunOutcome.Partial, run.Id);
    }

    private static object?[] Arguments(BlockDescriptor block, CallBlock call)
        => BlockArguments.Read(block, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(call.Arguments)!).Values;

    private static async Task<string> ListAsync(IAsyncEnumerable<object?> records, BlockDescriptor block, JsonSerializerOptions options, CancellationToken cancellationToken)
    {
        using var written = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(written, new JsonWriterOptions { Encoder = options.Encoder }))
        {
            writer.WriteStartArray();
            await foreach (var record in records.WithCancellation(cancellationToken))
            {
                JsonSerializer.Serialize(writer, record, block.ResultType, options);
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(written.ToArray());
    }

    private static async Task<T> TryAsync<T>(RunScope run, Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception exception)
        {
            run.Fail(exception);
            throw;
        }
    }

    // The problems of a run that gave something, but not all; null when all is right.
    private static string? Judge(RunScope run)
    {
        run.Count(run.Blocks.Sum(static block => block.Count));
        if (run.Blocks.All(static block => block.Outcome == RunOutcome.Ok))
        {
            return null;
        }

        var message = string.Join(Environment.NewLine, run.Blocks.SelectMany(static block => block.Problems).Where(static problem => problem.Severity == ProblemSeverity.Error));
        run.Partial(message);
        return message;
    }
}
