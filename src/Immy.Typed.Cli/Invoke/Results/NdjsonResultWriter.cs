using System.Text.Json;
using Immy.Typed.Cli.Output.Json;
using Immy.Typed.Secrets;

namespace Immy.Typed.Cli.Invoke.Results;

/// <summary>One JSON document a line, each as soon as it is there.</summary>
internal sealed class NdjsonResultWriter(TextWriter output, SecretMask secrets) : IResultWriter
{
    private readonly JsonSerializerOptions _json = JsonOutput.Options(secrets);

    public async Task ReceiveAsync(IAsyncEnumerable<object?> records, CancellationToken cancellationToken)
    {
        await foreach (var record in ResultWriters.FlushWhileWaiting(records, output, cancellationToken).ConfigureAwait(false))
        {
            Receive(record);
        }
    }

    public void Receive(object? value)
    {
        output.Write(JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), _json));
        output.Write('\n');
    }

    public void Complete(bool isWhole) => output.Flush();
}
