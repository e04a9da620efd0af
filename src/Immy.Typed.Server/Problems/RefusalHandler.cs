using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Problems;

/// <summary>Says what is wrong where only an exception tells: a request that cannot be read, and a save that another one came before.</summary>
internal sealed class RefusalHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, title, detail) = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => (
                StatusCodes.Status400BadRequest, "The request cannot be read.", $"The body is not the JSON that is expected: at {json.Path ?? "$"}, line {json.LineNumber + 1}. See docs/server.md for its fields."),
            BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read.", bad.Message),
            DbUpdateConcurrencyException => (
                StatusCodes.Status412PreconditionFailed, "The state is stale.", "It was changed since it was read. Read it again, and save with its new ETag."),
            DbUpdateException => (
                StatusCodes.Status409Conflict, "It cannot be saved.", "Something else was saved in the same moment that contradicts it, such as one of the same name. Read again, and repeat it."),
            _ => (0, "", ""),
        };
        if (status == 0)
        {
            return false;
        }

        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = { Status = status, Title = title, Detail = detail } });
    }
}
