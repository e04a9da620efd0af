using System.Text.RegularExpressions;
using Immy.Typed.Server.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Immy.Typed.Server.OpenApi;

/// <summary>Puts what the document says of the operations beside their routes.</summary>
internal static partial class ApiOperations
{
    private const string Problem = "application/problem+json";

    /// <summary>All operations by verb and path below <c>/api/v1</c>.</summary>
    public static IReadOnlyDictionary<string, ApiOperation> All { get; } = new[] { IntegrationOperations.All, FleetOperations.All, PeopleOperations.All }.SelectMany(static part => part).ToDictionary(StringComparer.Ordinal);

    /// <summary>Verb and path of a route below <c>/api/v1</c>, as the table has it.</summary>
    public static string KeyOf(string method, string route) => $"{method} {Constraint.Replace(route.Replace("/api/v1", "", StringComparison.Ordinal), "").TrimEnd('/')}";

    /// <summary>Describes every route of the API.</summary>
    public static void Describe(RouteGroupBuilder api) => ((IEndpointConventionBuilder)api).Finally(static builder =>
    {
        if (builder is not RouteEndpointBuilder route || builder.Metadata.OfType<HttpMethodMetadata>().FirstOrDefault() is not { HttpMethods: [var method, ..] })
        {
            return;
        }

        if (All.GetValueOrDefault(KeyOf(method, route.RoutePattern.RawText ?? "")) is { } operation)
        {
            builder.Metadata.Add(new EndpointSummaryAttribute(operation.Summary));
            if (builder.Metadata.OfType<IAuthorizeData>().Select(static data => data.Policy).LastOrDefault(static policy => Enum.TryParse<Role>(policy, out _)) is { } role)
            {
                builder.Metadata.Add(new EndpointDescriptionAttribute($"Needs the role {role}, or a higher one."));
            }

            builder.Metadata.Add(new ProducesResponseTypeMetadata(operation.Status, operation.Answer ?? typeof(void), operation.Answer is null ? [] : [operation.ContentType]));
            if (operation.MayCreate)
            {
                builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, operation.Answer, [operation.ContentType]));
            }

            foreach (var status in Refusals(method, route.RoutePattern.RawText ?? "", operation))
            {
                builder.Metadata.Add(new ProducesResponseTypeMetadata(status, status == StatusCodes.Status400BadRequest ? typeof(HttpValidationProblemDetails) : typeof(ProblemDetails), [Problem]));
            }
        }
    });

    private static IEnumerable<int> Refusals(string method, string route, ApiOperation operation)
    {
        yield return StatusCodes.Status400BadRequest;
        yield return StatusCodes.Status401Unauthorized;
        yield return StatusCodes.Status403Forbidden;
        if (route.Contains('{', StringComparison.Ordinal))
        {
            yield return StatusCodes.Status404NotFound;
        }

        if (method != HttpMethods.Get)
        {
            yield return StatusCodes.Status409Conflict;
        }

        if (operation.IsEdit)
        {
            yield return StatusCodes.Status412PreconditionFailed;
            yield return StatusCodes.Status428PreconditionRequired;
        }
    }

    [GeneratedRegex(":[a-z]+(?=})")]
    private static partial Regex Constraint { get; }
}
