using Immy.Typed.Adapters;
using Immy.Typed.Cli.Output;
using Immy.Typed.Secrets;
using Microsoft.AspNetCore.Mvc;
using Spectre.Console;

namespace Immy.Typed.Cli.Invoke.Results;

/// <summary>A table for people, once everything is there.</summary>
internal sealed class TableResultWriter(CliStreams streams, BlockDescriptor block, SecretMask secrets) : IResultWriter
{
    private readonly List<object?> _values = [];

    public async Task ReceiveAsync(IAsyncEnumerable<object?> records, CancellationToken cancellationToken)
    {
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            _values.Add(record);
        }
    }

    public void Receive(object? value) => _values.Add(value is IActionResult result ? WebAnswer.Of(result) : value);

    public void Complete(bool isWhole)
    {
        var console = streams.CreateOutConsole();
        var table = new RecordTable(new CellText(secrets), console.Profile.Width);
        if (block.Shape == ResultShape.List && (isWhole || _values.Count > 0))
        {
            console.Write(table.List(block.ResultType, _values, first: [], out var leftOut));
            console.WriteLine(Count(_values.Count) + (leftOut.Count == 0 ? "" : $" No room for {string.Join(", ", leftOut)}: --format json has them."));
        }
        else if (_values.Count > 0)
        {
            console.Write(table.One(_values[0]));
        }

        streams.Out.Flush();
    }

    private static string Count(int records) => records == 1 ? "1 record." : $"{records} records.";
}
