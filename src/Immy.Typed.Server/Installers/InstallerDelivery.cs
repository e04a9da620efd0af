using System.Buffers;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Immy.Typed.Server.Installers;

/// <summary>Passes an installer on from its host to whoever asks for it, a piece at a time, as a run.</summary>
internal sealed class InstallerDelivery(InstallerDownloads downloads, RunLog runs)
{
    private const int Piece = 81_920;

    /// <summary>Delivers it; the result is what is still to be answered.</summary>
    /// <param name="name">What the run is called.</param>
    /// <param name="link">The provider link that says where it is.</param>
    /// <param name="find">Asks the link.</param>
    /// <param name="context">The request.</param>
    public async Task<IResult> DeliverAsync(string name, Guid link, Func<RunScope, Task<InstallerOffer>> find, HttpContext context)
    {
        using var run = runs.Begin(RunKind.Installer, name, link, context.User.Identity!.Name!);
        try
        {
            var offer = await find(run);
            run.Note(RunEventKind.Note, $"Downloads {offer.SafeName} from {offer.Shown}.");
            using var installer = await downloads.OpenAsync(offer, run, context.RequestAborted);
            Describe(context.Response, offer, installer);
            var length = await CopyAsync(installer, context.Response.Body, context.RequestAborted);
            run.Count(1);
            run.Succeed();
            run.Note(RunEventKind.Note, FormattableString.Invariant($"{length:N0} bytes were delivered."));
            return TypedResults.Empty;
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested)
        {
            run.Tell(RunState.Cancelled, $"Whoever asked for it went away before it was there. {(exception is DownloadException ? exception.Message : "")}".TrimEnd());
            return TypedResults.Empty;
        }
        catch (DownloadException exception)
        {
            run.Fail(exception.Message);
            return Refuse(context, exception.Status, "The installer cannot be downloaded.", exception.Message, run.Id);
        }
        catch (LinkCallException exception)
        {
            run.Fail(exception.Message);
            return Refuse(context, RefusalHandler.StatusOf(exception.Outcome), "The integration failed.", exception.Message, run.Id, exception.Problems);
        }
        catch (LinkUnavailableException exception)
        {
            run.Fail(exception.Message);
            throw;
        }
    }

    private static void Describe(HttpResponse response, InstallerOffer offer, InstallerStream installer)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(offer.SafeName);
        response.Headers.ContentDisposition = disposition.ToString();

        // Whatever its host calls it: it is to be saved, never shown.
        response.ContentType = "application/octet-stream";
        response.ContentLength = installer.Length;
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private static async Task<long> CopyAsync(InstallerStream installer, Stream target, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var length = 0L;
            while (await installer.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                length += read;
            }

            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static IResult Refuse(HttpContext context, int status, string title, string detail, Guid run, IReadOnlyList<ProblemView>? problems = null)
    {
        if (context.Response.HasStarted)
        {
            // The only way left to say that what arrived is not the whole file.
            context.Abort();
            return TypedResults.Empty;
        }

        context.Response.Clear();
        return ApiProblems.OfRun(status, title, detail, run, problems);
    }
}
