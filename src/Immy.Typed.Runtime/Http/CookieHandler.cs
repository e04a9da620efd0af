using System.Net;

namespace Immy.Typed.Http;

/// <summary>Keeps the cookies of one web session, hop by hop.</summary>
internal sealed class CookieHandler(HttpMessageHandler inner, CookieContainer cookies) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        var given = request.Headers.TryGetValues("Cookie", out var values) ? string.Join("; ", values) : null;
        var kept = cookies.GetCookieHeader(address);
        if (kept.Length > 0)
        {
            request.Headers.Remove("Cookie");
            request.Headers.TryAddWithoutValidation("Cookie", given is null ? kept : $"{given}; {kept}");
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (kept.Length > 0)
        {
            // The next hop has cookies of its own.
            request.Headers.Remove("Cookie");
            if (given is not null)
            {
                request.Headers.TryAddWithoutValidation("Cookie", given);
            }
        }

        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            try
            {
                cookies.SetCookies(address, cookie);
            }
            catch (CookieException)
            {
                // A server's malformed cookie is no reason to lose its answer; browsers ignore it as well.
            }
        }

        return response;
    }
}
