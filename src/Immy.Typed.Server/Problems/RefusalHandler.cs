using System.Text.Json;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Storage;
using Immy.Typed.Streams;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Problems;

/// <summary>Says what is wrong where only an exception tells: a request that cannot be read, and a save that another one came before.</summary>
internal sealed class RefusalHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException && ParameterProblems.Of(exception.Message, httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint) is { } parameter)
        {
            await ApiProblems.Field(parameter.Name, parameter.Message).ExecuteAsync(httpContext);
            return true;
        }

        if (exception is TextTooLongException tooLong)
        {
            await ApiProblems.Field(tooLong.Field, tooLong.Message).ExecuteAsync(httpContext);
            return true;
        }

        var (status, title, detail) = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => (
                StatusCodes.Status400BadRequest, "The request cannot be read.", $"The body is not the JSON that is expected: at {json.Path ?? "$"}, line {json.LineNumber + 1}. Its fields are at /reference."),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, "The body is too large.", StatusAnswers.TooLarge(httpContext)),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => (
                StatusCodes.Status415UnsupportedMediaType, "The body is of another kind.", StatusAnswers.JsonIsExpected),
            BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read.", bad.Message),
            _ when DatabaseTrouble.Of(exception) is { } trouble => (StatusCodes.Status503ServiceUnavailable, "The database does not serve.", trouble),
            DbUpdateConcurrencyException => (
                StatusCodes.Status412PreconditionFailed, "The state is stale.", "It was changed since it was read. Read it again, and save with its new ETag."),
            DbUpdateException => (
                StatusCodes.Status409Conflict, "It cannot be saved.", "Something else was saved in the same moment that contradicts it, such as one of the same name. Read again, and repeat it."),
            LinkUnavailableException { Reason: LinkUnavailability.Gone } gone => (StatusCodes.Status404NotFound, "Not found.", gone.Message),
            LinkUnavailableException { Reason: LinkUnavailability.Stopping } stopping => (StatusCodes.Status503ServiceUnavailable, "The server is stopping.", stopping.Message),
            LinkUnavailableException unavailable => (StatusCodes.Status409Conflict, "The provider link does not serve.", unavailable.Message),
            LinkCallException call => (StatusOf(call.Outcome), "The integration failed.", call.Message),
            _ => (0, "", ""),
        };
        if (status == 0)
        {
            return false;
        }

        // Written whatever the request accepts: whoever asked for lines must still be told.
        var extensions = exception is LinkCallException { Problems: var found } ? new Dictionary<string, object?> { ["problems"] = found } : null;
        await TypedResults.Problem(detail, statusCode: status, title: title, extensions: extensions).ExecuteAsync(httpContext);
        return true;
    }

    // The server is a gateway to a remote system and its script: what fails there is not the request's fault.
    public static int StatusOf(RunOutcome outcome) => outcome switch
    {
        RunOutcome.TimedOut => StatusCodes.Status504GatewayTimeout,
        RunOutcome.Rejected => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status502BadGateway,
    };
}
