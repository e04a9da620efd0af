using Immy.Typed;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Answers web requests, for example the webhooks of the vendor's system. The address to give the vendor is shown on the
/// integration.
/// </summary>
[Capability]
public interface ISupportsHttpRequest
{
    /// <summary>Answers one request to the integration's address, whatever its verb.</summary>
    /// <param name="httpContext">The request, with its method, headers and query, and the response to it.</param>
    /// <param name="body">
    /// What the request brought: an object where it was JSON, a hashtable where it was a form, else text.
    /// Null where it was empty.
    /// </param>
    /// <param name="route">The part of the path after the integration's own address, without a leading slash.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>The answer, for example [ObjectResult]::new('ok') with its StatusCode set.</returns>
    Task<IActionResult> HandleHttpRequest(
        HttpContext httpContext,
        object? body,
        string route,
        CancellationToken cancellationToken);
}
