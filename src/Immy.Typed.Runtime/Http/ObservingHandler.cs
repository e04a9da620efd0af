using Immy.Typed.Secrets;
using Immy.Typed.Streams;

namespace Immy.Typed.Http;

/// <summary>Tells of each request that goes over the wire.</summary>
internal sealed class ObservingHandler(HttpMessageHandler inner, TimeProvider time, SecretMask mask, Action<OutboundRequest>? sent) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (at, started) = (time.GetUtcNow(), time.GetTimestamp());
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Tell(request, at, started, (int)response.StatusCode, null);
            return response;
        }
        catch (Exception exception)
        {
            Tell(request, at, started, null, exception is OperationCanceledException ? "stopped before there was an answer" : exception.Message);
            throw;
        }
    }

    private void Tell(HttpRequestMessage request, DateTimeOffset at, long started, int? status, string? error)
    {
        var address = request.RequestUri!;
        sent?.Invoke(new OutboundRequest(
            at,
            request.Method.Method,
            address.Authority,
            mask.Mask(address.AbsolutePath),
            status,
            time.GetElapsedTime(started),
            error is null ? null : mask.Mask(error)));
    }
}
