namespace Immy.Typed.Http;

/// <summary>Passes requests on to connections that outlive the client.</summary>
internal sealed class KeptHandler(HttpMessageHandler kept) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _kept = new(kept, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _kept.SendAsync(request, cancellationToken);
}
