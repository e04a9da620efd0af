using System.Security.Claims;
using Immy.Typed.Secrets;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.SupportTickets;

/// <summary><c>/api/v1/support-tickets</c>: support requests go to the one integration that takes them.</summary>
internal static class SupportTicketEndpoints
{
    // Said wherever the outcome is not known: nothing here is done twice.
    private const string MayExist = "The ticket may exist all the same: look in the remote system before you send the request again.";

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/support-tickets").WithTags("Support tickets");
        group.MapPost("/", SendAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapGet("/form", FormAsync).RequireAuthorization(nameof(Role.Reader));
    }

    private static async Task<IResult> SendAsync(SendSupportTicket send, ImmyDbContext database, LinkCalls calls, RunLog runs, HttpContext context, CancellationToken cancellationToken)
    {
        var who = context.User.Identity!.Name!;
        var (request, refusal) = TicketRequest.Read(send, who);
        if (request is null)
        {
            return refusal!;
        }

        if (await TakerAsync(database, cancellationToken) is not { } taker)
        {
            return ApiProblems.Conflict(
                "No integration takes support requests.",
                $"No provider link that is switched on has {TicketCapability.Name}. Switch one on whose script adds it: PUT /api/v1/provider-links/{{id}} with isEnabled true.");
        }

        using var run = runs.Begin(RunKind.SupportTicket, $"Support ticket: {request.Subject}", taker.Id, who);
        var create = new CreateTicket(
            request.RequesterEmail, request.Subject, request.Notes, request.BlobUrls, request.SessionUrl, context.User.FindFirstValue(ClaimTypes.NameIdentifier)!, who, run.Id);
        try
        {
            var answer = await calls.AskAsync(taker.Id, create, CancellationToken.None);
            if (!answer.Exists)
            {
                return Failed(run, StatusCodes.Status502BadGateway, answer.Message ?? "The script says that there is no ticket, and not why.");
            }

            run.Count(1);
            run.Succeed();
            return TypedResults.Ok(new SupportTicketView(answer.Message, taker.Id, taker.Name, run.Id));
        }
        catch (LinkCallException exception)
        {
            return Failed(run, RefusalHandler.StatusOf(exception.Outcome), $"{exception.Message} {MayExist}", exception.Problems);
        }
        catch (Exception exception)
        {
            run.Fail(exception.Message);
            throw;
        }
    }

    private static async Task<IResult> FormAsync(ImmyDbContext database, LinkCalls calls, HttpContext context, CancellationToken cancellationToken)
    {
        var usual = SupportFormTexts.Of(new ProviderSupportFormBranding(), new SecretMask());
        if (await TakerAsync(database, cancellationToken) is not { } taker)
        {
            return TypedResults.Ok(new SupportFormView(IsAvailable: false, null, null, null, usual));
        }

        try
        {
            var texts = await calls.AskAsync(taker.Id, new GetSupportForm(context.User.Identity!.Name!), cancellationToken);
            return TypedResults.Ok(new SupportFormView(IsAvailable: true, taker.Id, taker.Name, null, texts));
        }
        catch (Exception exception) when (exception is LinkCallException or LinkUnavailableException)
        {
            // Whoever needs support must not be kept from asking by a form without branding.
            return TypedResults.Ok(new SupportFormView(exception is LinkCallException, taker.Id, taker.Name, exception.Message, usual));
        }
    }

    private static ProblemHttpResult Failed(RunScope run, int status, string message, IReadOnlyList<ProblemView>? problems = null)
    {
        run.Fail(message);
        return ApiProblems.OfRun(status, "The ticket was not created.", message, run.Id, problems);
    }

    private static Task<Taker?> TakerAsync(ImmyDbContext database, CancellationToken cancellationToken)
        => database.Set<TicketTaker>().Select(static taker => new Taker(taker.ProviderLinkId, taker.ProviderLink!.Name)).SingleOrDefaultAsync(cancellationToken);

    private sealed record Taker(Guid Id, string Name);
}
