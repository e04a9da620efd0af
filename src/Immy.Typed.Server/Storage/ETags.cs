using Immy.Typed.Server.Problems;

namespace Immy.Typed.Server.Storage;

/// <summary>Stamps as ETags: an edit must say what it read.</summary>
internal static class ETags
{
    public static void Write(HttpContext context, IStamped thing) => context.Response.Headers.ETag = Of(thing);

    /// <summary>Why an edit is refused; null when it is based on the present state.</summary>
    public static IResult? WhyNot(HttpContext context, IStamped thing, string what)
    {
        var given = context.Request.Headers.IfMatch.ToString();
        if (given.Length == 0)
        {
            return TypedResults.Problem(
                $"Say which state of the {what} you edit: send the ETag that you read as If-Match.", statusCode: StatusCodes.Status428PreconditionRequired, title: "If-Match is missing.");
        }

        return given == Of(thing) ? null : ApiProblems.Stale(what);
    }

    private static string Of(IStamped thing) => $"\"{thing.Stamp}\"";
}
