using Immy.Typed.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Immy.Typed.Server.Problems;

/// <summary>Refusals as problem+json, each naming the field and the mend.</summary>
internal static class ApiProblems
{
    /// <summary>A field of the request is wrong.</summary>
    public static IResult Field(string field, string message)
        => TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [message] }, detail: message, title: "The request is not right.");

    /// <summary>The body is of another kind.</summary>
    public static IResult Unsupported(string message)
        => TypedResults.Problem(message, statusCode: StatusCodes.Status415UnsupportedMediaType, title: "The body is of another kind.");

    /// <summary>There is no such thing.</summary>
    /// <param name="what">What was asked for.</param>
    /// <param name="id">Which one.</param>
    /// <param name="hint">What exists instead, as a sentence; empty when nothing is near.</param>
    public static IResult NotFound(string what, string id, string hint = "")
        => TypedResults.Problem($"There is no {what} {id}. {hint}".TrimEnd(), statusCode: StatusCodes.Status404NotFound, title: "Not found.");

    public static IResult Taken(string field, string what, string name) => TypedResults.Problem(
        $"The name '{name}' belongs to another {what}. Choose another name.",
        statusCode: StatusCodes.Status409Conflict,
        title: "The name is taken.",
        extensions: new Dictionary<string, object?> { ["field"] = field });

    /// <summary>The state of things does not allow it.</summary>
    public static IResult Conflict(string title, string message) => TypedResults.Problem(message, statusCode: StatusCodes.Status409Conflict, title: title);

    /// <summary>Somebody else saved in between.</summary>
    public static IResult Stale(string what) => TypedResults.Problem(
        $"The {what} was changed since it was read. Read it again, and save with its new ETag.",
        statusCode: StatusCodes.Status412PreconditionFailed,
        title: "The state is stale.");

    /// <summary>A script does not load; every problem with file, line and column.</summary>
    public static IResult Script(IEnumerable<ScriptProblem> problems) => TypedResults.Problem(
        "The script does not load. Nothing was saved.",
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "The script has errors.",
        extensions: new Dictionary<string, object?> { ["problems"] = problems.Select(ProblemView.Of).ToList() });

    /// <summary>Work that was recorded came to nothing.</summary>
    /// <param name="status">The status.</param>
    /// <param name="title">What came to nothing.</param>
    /// <param name="message">Why.</param>
    /// <param name="run">The run that tells more.</param>
    /// <param name="problems">What was wrong in the script; null where nothing was.</param>
    public static ProblemHttpResult OfRun(int status, string title, string message, Guid run, IReadOnlyList<ProblemView>? problems = null)
    {
        var extensions = new Dictionary<string, object?> { ["run"] = run };
        if (problems is not null)
        {
            extensions["problems"] = problems;
        }

        return TypedResults.Problem(message, statusCode: status, title: title, extensions: extensions);
    }
}
