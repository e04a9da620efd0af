using Immy.Typed.Calls;
using Immy.Typed.Integrations;
using Immy.Typed.Streams;

namespace Immy.Typed.Http;

/// <summary>Tells the call of each request that goes over the wire.</summary>
internal sealed class ObservingHandler(HttpMessageHandler inner, InstanceState instance, BlockCall? call) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (at, started) = (instance.Time.GetUtcNow(), instance.Time.GetTimestamp());
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
        call?.Sent(new OutboundRequest(
            at,
            request.Method.Method,
            address.Authority,
            instance.Mask.Mask(address.AbsolutePath),
            status,
            instance.Time.GetElapsedTime(started),
            error is null ? null : instance.Mask.Mask(error)));
    }
}
