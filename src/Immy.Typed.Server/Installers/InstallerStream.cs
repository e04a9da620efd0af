namespace Immy.Typed.Server.Installers;

/// <summary>An installer while it comes in, a piece at a time.</summary>
internal sealed class InstallerStream(HttpClient client, HttpResponseMessage response, Stream content, TimeSpan stall) : IDisposable
{
    /// <summary>How many bytes there are; null when its host does not say.</summary>
    public long? Length => response.Content.Headers.ContentLength;

    private string Host => response.RequestMessage!.RequestUri!.Authority;

    /// <summary>Reads the next piece; 0 at the end.</summary>
    /// <exception cref="DownloadException">It was cut, or nothing comes any more.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(stall);
        try
        {
            return await content.ReadAsync(buffer, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DownloadException($"{Host} sent nothing more for {stall.TotalSeconds:0.#} seconds. Try again, or give it longer: Server:InstallerStall.");
        }
        catch (IOException exception)
        {
            throw new DownloadException($"{Host} cut the download: {exception.Message} Try again.");
        }
    }

    public void Dispose()
    {
        content.Dispose();
        response.Dispose();
        client.Dispose();
    }
}
