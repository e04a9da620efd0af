using System.Text.Json;
using Immy.Typed.Adapters;
using Immy.Typed.Cli.Output.Json;
using Immy.Typed.Secrets;

namespace Immy.Typed.Cli.Invoke.Results;

/// <summary>One JSON document; a list is an array that grows as its records arrive, a line each.</summary>
internal sealed class JsonResultWriter(TextWriter output, BlockDescriptor block, SecretMask secrets) : IResultWriter
{
    private readonly JsonSerializerOptions _json = JsonOutput.Options(secrets, indented: block.Shape != ResultShape.List);
    private bool _isOpen;

    public async Task ReceiveAsync(IAsyncEnumerable<object?> records, CancellationToken cancellationToken)
    {
        await foreach (var record in ResultWriters.FlushWhileWaiting(records, output, cancellationToken).ConfigureAwait(false))
        {
            var json = Json(record);
            output.Write(_isOpen ? ",\n  " : "[\n  ");
            output.Write(json);
            _isOpen = true;
        }
    }

    public void Receive(object? value)
    {
        output.Write(Json(value));
        output.Write('\n');
    }

    public void Complete(bool isWhole)
    {
        if (_isOpen)
        {
            output.Write("\n]\n");
        }
        else if (isWhole && block.Shape == ResultShape.List)
        {
            output.Write("[]\n");
        }

        output.Flush();
    }

    private string Json(object? value) => JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), _json);
}
