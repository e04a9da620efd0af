using System.Net;

namespace Immy.Typed.Http;

/// <summary>Follows redirects as .NET's own handler does, but above the policy, so that each hop is checked and observed.</summary>
internal sealed class RedirectHandler(HttpMessageHandler inner, int most, IReadOnlyCollection<string> own) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        for (var hop = 0; hop < most && NextOf(request.RequestUri!, response) is { } next; hop++)
        {
            var status = response.StatusCode;
            response.Dispose();

            Forget(request, next);
            request.RequestUri = next;
            if (BecomesGet(status, request.Method))
            {
                request.Method = HttpMethod.Get;
                request.Content = null;
                request.Headers.TransferEncodingChunked = false;
            }

            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    // They are for the first address; wherever it leads may be somebody else's.
    private void Forget(HttpRequestMessage request, Uri next)
    {
        if (own.Count == 0)
        {
            request.Headers.Authorization = null;
            return;
        }

        var address = request.RequestUri!;
        if ((next.Scheme, next.IdnHost, next.Port) != (address.Scheme, address.IdnHost, address.Port))
        {
            foreach (var name in own)
            {
                request.Headers.Remove(name);
            }
        }
    }

    private static Uri? NextOf(Uri address, HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.MultipleChoices or HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            || response.Headers.Location is not { } location)
        {
            return null;
        }

        var next = location.IsAbsoluteUri ? location : new Uri(address, location);
        if (address.Fragment.Length > 0 && next.Fragment.Length == 0)
        {
            next = new UriBuilder(next) { Fragment = address.Fragment }.Uri;
        }

        var isHttp = next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps);
        return isHttp ? next : null;
    }

    private static bool BecomesGet(HttpStatusCode status, HttpMethod method) => status switch
    {
        HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.MultipleChoices => method == HttpMethod.Post,
        HttpStatusCode.SeeOther => method != HttpMethod.Get && method != HttpMethod.Head,
        _ => false,
    };
}
