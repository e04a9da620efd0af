using System.Net;
using Immy.Typed.Hosting;
using Immy.Typed.Http;
using Immy.Typed.Problems;
using Immy.Typed.Secrets;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Runs;
using Microsoft.Extensions.Options;

namespace Immy.Typed.Server.Installers;

/// <summary>Fetches installers the way that scripts call the network: the same hosts and addresses are allowed.</summary>
internal sealed class InstallerDownloads(IOptions<ImmyTypedOptions> limits, ServerOptions options, TimeProvider time) : IDisposable
{
    private const int MostRedirects = 10;

    private readonly OutboundHttp _http = new(limits.Value.Http, time, new SecretMask());

    /// <summary>Asks for an installer; its content is still to be read.</summary>
    /// <exception cref="DownloadException">It is not to be had.</exception>
    public async Task<InstallerStream> OpenAsync(InstallerOffer offer, RunScope run, CancellationToken cancellationToken)
    {
        var mask = MaskOf(offer);
        using var request = RequestOf(offer);
        var settings = new OutboundSettings { MaximumRedirects = MostRedirects, OwnHeaders = [.. offer.Headers.Keys], Timeout = options.InstallerStall };

        // A redirect's path may hold a login of its own, so no path is written down.
        var client = _http.Client(settings, sent => run.Note(
            RunEventKind.Request, $"{sent.Method} {sent.Host}: {(sent.Error is null ? $"{sent.Status}" : mask.Mask(sent.Error))} ({sent.Duration.TotalMilliseconds:0} ms)"));
        HttpResponseMessage? response = null;
        try
        {
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK
                ? new InstallerStream(client, response, await response.Content.ReadAsStreamAsync(cancellationToken), options.InstallerStall)
                : throw new DownloadException(WhyNot(response));
        }
        catch (Exception exception)
        {
            response?.Dispose();
            client.Dispose();
            throw exception switch
            {
                HttpRequestException when RefusalOf(exception) is { } refused => new DownloadException($"{refused.Problem.Id}: {refused.Message}"),
                HttpRequestException => new DownloadException(mask.Mask($"{request.RequestUri!.Authority} cannot be asked for it: {exception.Message}")),
                TaskCanceledException when !cancellationToken.IsCancellationRequested => new DownloadException(
                    $"{request.RequestUri!.Authority} did not answer for {options.InstallerStall.TotalSeconds:0.#} seconds. Try again, or give it longer: Server:InstallerStall."),
                _ => exception,
            };
        }
    }

    public void Dispose() => _http.Dispose();

    // A connection that the policy refuses arrives wrapped.
    private static ProblemException? RefusalOf(Exception? exception) => exception is null or ProblemException ? exception as ProblemException : RefusalOf(exception.InnerException);

    private static string WhyNot(HttpResponseMessage response)
        => $"{response.RequestMessage!.RequestUri!.Authority} answered {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd() + ", where 200 with the file was expected. "
            + (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                ? "Check the headers that the script gives for the download."
                : "Check the address that the script gives.");

    private static HttpRequestMessage RequestOf(InstallerOffer offer)
    {
        if (offer.Address is not { } address)
        {
            throw new DownloadException(offer.Url.Length == 0
                ? "The script gives no address. Let it set Url to the full address of the installer."
                : $"The script gives '{offer.Shown}' as the address, which is no full http or https address. Let it set Url to one, such as https://acme.example/agent.msi.");
        }

        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", "Immy.Typed");
        foreach (var (name, value) in offer.Headers)
        {
            request.Headers.Remove(name.Length == 0 ? "-" : name);
            if (value.Any(char.IsControl) || !request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Dispose();
                throw new DownloadException($"The script gives a header '{name}' for the download that HTTP does not take: its name or its value is not one of a request's header.");
            }
        }

        return request;
    }

    private static SecretMask MaskOf(InstallerOffer offer)
    {
        var mask = new SecretMask();
        foreach (var value in offer.Headers.Values)
        {
            mask.Add(value);
            mask.Add(value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        }

        return mask;
    }
}
