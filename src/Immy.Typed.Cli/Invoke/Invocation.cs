using System.Runtime.CompilerServices;
using System.Text.Json;
using Immy.Typed.Actions;
using Immy.Typed.Adapters;
using Immy.Typed.Cli.Invoke.Results;
using Immy.Typed.Cli.Output;
using Immy.Typed.Cli.Scripts;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Cli.Invoke;

/// <summary>Loads the script, runs its Init and calls the block.</summary>
internal sealed class Invocation
{
    private readonly InvokeRequest _request;
    private readonly Messages _messages;
    private readonly CallProgress _progress;
    private readonly CallMonitor _monitor;
    private readonly IResultWriter _writer;

    public Invocation(InvokeRequest request, CliStreams streams)
    {
        _request = request;
        var console = streams.CreateErrorConsole();
        _messages = new(streams, console, request.Form.Mask);
        _progress = CallProgress.For(streams, console, request.Format);
        _monitor = new(_messages, _progress, streams.IsErrorTerminal);
        _writer = ResultWriters.Create(request.Format, streams, request.Block.Descriptor, request.Form.Mask);
    }

    /// <summary>Runs it.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var exitCode = ExitCodes.Failed;
        try
        {
            await _progress.RunAsync(_request.Block.Descriptor.ToString(), async () => exitCode = await LoadAndCallAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            _writer.Complete(exitCode != ExitCodes.Failed);
            return exitCode;
        }
        catch (Exception exception) when (exception is not IOException)
        {
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                _writer.Complete(isWhole: false);
                throw;
            }

            Explain(exception);
            if (!IsUnwritable(exception))
            {
                _writer.Complete(isWhole: false);
            }

            return ExitCodes.Failed;
        }
    }

    private async Task<int> LoadAndCallAsync(CancellationToken cancellationToken)
    {
        await using var host = new ScriptHost(_request.Catalog);
        await using var integration = await host.Loader.LoadAsync(_request.Source, _monitor, cancellationToken).ConfigureAwait(false);
        foreach (var warning in integration.Warnings)
        {
            _messages.Problem(warning);
        }

        foreach (var name in _request.Form.Protect(integration.Form, integration.Mask))
        {
            _messages.Warning($"The secret {name} is too short to be masked.");
        }

        var capability = _request.Block.Capability;
        if (!integration.Capabilities.Contains(capability))
        {
            _messages.Error($"{_request.Source.FileName} does not have {capability}. It has: {string.Join(", ", integration.Capabilities)}.");
            return ExitCodes.Failed;
        }

        using (ActionScope.Begin(new() { Computer = _request.Computer, Integration = integration }))
        {
            return capability.IsRoot && _request.Block.Descriptor.Parameters.Any(static parameter => parameter.IsArguments)
                ? Judge(await CallAsync(integration, cancellationToken).ConfigureAwait(false))
                : await InitAndCallAsync(integration, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int> InitAndCallAsync(DynamicIntegration integration, CancellationToken cancellationToken)
    {
        var start = await integration.Provider.Init(_request.Form.Values, cancellationToken).ConfigureAwait(false);
        if (!start.IsSuccess)
        {
            _messages.Error($"IProvider.Init of {_request.Source.FileName} did not succeed: {integration.Mask.Mask(start.Message ?? "it gives no reason.")}");
            return ExitCodes.Failed;
        }

        await CallAsync(integration, cancellationToken).ConfigureAwait(false);
        return Judge(result: null);
    }

    private async Task<object?> CallAsync(DynamicIntegration integration, CancellationToken cancellationToken)
    {
        var block = _request.Block.Descriptor;
        var result = await block.Call(integration, _request.Arguments, cancellationToken).ConfigureAwait(false);
        if (block.Shape == ResultShape.List)
        {
            await _writer.ReceiveAsync(Counted((IAsyncEnumerable<object?>)result!, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        else if (block.Shape == ResultShape.Scalar)
        {
            _writer.Receive(result);
        }

        return result;
    }

    private async IAsyncEnumerable<object?> Counted(IAsyncEnumerable<object?> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            _progress.Count(++count);
            yield return record;
        }
    }

    private int Judge(object? result) => result is OpResult { IsSuccess: false }
        ? ExitCodes.Failed
        : _monitor.IsPartial ? ExitCodes.Partial : ExitCodes.Right;

    private static bool IsUnwritable(Exception exception) => exception is JsonException or NotSupportedException;

    private void Explain(Exception exception)
    {
        switch (exception)
        {
            case BlockException:
                // Its problems were shown as they came.
                break;
            case IntegrationException refused:
                foreach (var problem in refused.Problems)
                {
                    _messages.Problem(problem);
                }

                break;
            case var _ when IsUnwritable(exception):
                _messages.Error($"The result of {_request.Block.Descriptor} cannot be written: {exception.Message.Split(" Path:", 2)[0]}");
                break;
            default:
                _messages.Error($"{exception.GetType().Name}: {exception.Message}");
                break;
        }
    }
}
