namespace Immy.Typed.Http;

/// <summary>Refuses requests to hosts that the host does not allow. Addresses are checked when the connection is made.</summary>
internal sealed class PolicyHandler(HttpMessageHandler inner, AddressGuard guard) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await guard.CheckAsync(request.RequestUri!, cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
