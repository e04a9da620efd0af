using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Immy.Typed.Server.Agents;

/// <summary>
/// Keeps what a remote system lists in a file until it has listed all: the database is not locked while a script waits
/// for its API, and memory stays flat. The file is gone when this is disposed, or when the process ends.
/// </summary>
internal sealed class AgentSpool : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly Utf8JsonWriter _writer;

    public AgentSpool(string folder)
    {
        Directory.CreateDirectory(folder);
        _file = new FileStream(
            Path.Combine(folder, $"agents-{Guid.NewGuid():N}.json"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        _writer = new Utf8JsonWriter(_file);
        _writer.WriteStartArray();
    }

    public int Count { get; private set; }

    public async ValueTask AddAsync(AgentListing agent, CancellationToken cancellationToken)
    {
        JsonSerializer.Serialize(_writer, agent);
        Count++;
        if (_writer.BytesPending > 1 << 15)
        {
            await _writer.FlushAsync(cancellationToken);
        }
    }

    /// <summary>All that was added, in batches; nothing can be added any more.</summary>
    public async IAsyncEnumerable<AgentListing[]> ReadAsync(int batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _writer.WriteEndArray();
        await _writer.FlushAsync(cancellationToken);
        _file.Position = 0;
        await foreach (var agents in JsonSerializer.DeserializeAsyncEnumerable<AgentListing>(_file, cancellationToken: cancellationToken).Chunk(batch).WithCancellation(cancellationToken))
        {
            yield return agents!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _file.DisposeAsync();
    }
}
