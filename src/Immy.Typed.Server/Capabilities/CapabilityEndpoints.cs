using System.Text.Json;
using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Problems;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Security;
using Immy.Typed.Streams;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Immy.Typed.Server.Capabilities;

/// <summary><c>/api/v1/provider-links/{id}/capabilities/{interface}/{block}</c>.</summary>
internal static class CapabilityEndpoints
{
    /// <summary>The header that names the run.</summary>
    public const string RunHeader = "Immy-Run";

    /// <summary>The header that says whether something was left out.</summary>
    public const string OutcomeHeader = "Immy-Outcome";

    private const string Lines = "application/x-ndjson";

    public static void Map(RouteGroupBuilder api)
        => api.MapPost("/provider-links/{id:guid}/capabilities/{interface}/{block}", CallAsync).WithTags("Capabilities").RequireAuthorization(nameof(Role.Operator));

    private static async Task<IResult> CallAsync(
        Guid id, [FromRoute(Name = "interface")] string name, string block, Dictionary<string, JsonElement>? body, CapabilityCatalog catalog, LinkCalls calls, HttpContext context, CancellationToken cancellationToken)
    {
        if (catalog.Find(name) is not { } capability)
        {
            return ApiProblems.NotFound("capability", $"'{name}'", NearestName.Hint(name, [.. catalog.Capabilities.Select(static known => known.Name)]));
        }

        if (capability.FindBlock(block) is not { } descriptor)
        {
            return ApiProblems.NotFound("block", $"'{block}' of {capability.Name}", NearestName.Hint(block, [.. capability.Blocks.Select(static known => known.Name)]));
        }

        if (CallableBlocks.WhyNot(descriptor, id) is { } reason)
        {
            return ApiProblems.Conflict("The block is not called here.", reason);
        }

        if (BlockArguments.Read(descriptor, body ?? []).Wrong is { Count: > 0 } wrong)
        {
            return TypedResults.ValidationProblem(wrong.ToDictionary(static parameter => parameter.Key, static parameter => new[] { parameter.Value }), title: "The arguments are not right.");
        }

        var call = new CallBlock(capability.Name, descriptor.Name, JsonSerializer.Serialize(body ?? []), context.User.Identity!.Name!);
        return descriptor.Shape == ResultShape.List && context.Request.GetTypedHeaders().Accept.Any(static accepted => accepted.MediaType.Equals(Lines, StringComparison.OrdinalIgnoreCase))
            ? await StreamAsync(calls.StreamAsync(id, new StreamBlock(call), cancellationToken), context, cancellationToken)
            : Answer(await calls.AskAsync(id, call, cancellationToken), context);
    }

    private static IResult Answer(BlockAnswer answer, HttpContext context)
    {
        context.Response.Headers[RunHeader] = answer.Run.ToString();
        context.Response.Headers[OutcomeHeader] = answer.Outcome.ToString();
        return answer.Json is null ? TypedResults.NoContent() : TypedResults.Text(answer.Json, "application/json");
    }

    private static async Task<IResult> StreamAsync(IAsyncEnumerable<string> lines, HttpContext context, CancellationToken cancellationToken)
    {
        await using var reading = lines.GetAsyncEnumerator(cancellationToken);

        // What fails before its first record is refused like any other call, with a status that says so.
        var hasLine = await reading.MoveNextAsync();
        context.Response.ContentType = Lines;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            while (hasLine)
            {
                await context.Response.WriteAsync(reading.Current + "\n", cancellationToken);
                await context.Response.Body.FlushAsync(cancellationToken);
                hasLine = await reading.MoveNextAsync();
            }
        }
        catch (LinkCallException exception)
        {
            await context.Response.WriteAsync(Problem(exception.Outcome == RunOutcome.TimedOut ? "The integration took too long." : "The integration failed midway.", exception.Message, exception.Problems), cancellationToken);
        }
        catch (LinkUnavailableException exception) when (exception.Reason == LinkUnavailability.Stopping && context.Response.HasStarted)
        {
            await context.Response.WriteAsync(Problem("The server is stopping.", exception.Message, []), cancellationToken);
        }

        return TypedResults.Empty;
    }

    private static string Problem(string title, string detail, IReadOnlyList<ProblemView> problems)
        => JsonSerializer.Serialize(new { problem = new { title, detail, problems } }, CapabilityJson.Arguments) + "\n";
}
