using Immy.Typed.Problems;
using Immy.Typed.Server.Problems;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>Refusals of values that do not fit a form, by field.</summary>
internal static class FormRefusals
{
    private const string Title = "The form is not right.";

    /// <summary>Wrong values.</summary>
    /// <param name="wrong">The messages by field.</param>
    public static IResult Of(IReadOnlyDictionary<string, string> wrong)
        => TypedResults.ValidationProblem(wrong.ToDictionary(static field => $"values.{field.Key}", static field => new[] { field.Value }), title: Title);

    /// <summary>The form could not be asked for: a value is wrong, or <c>dynamicparam</c> fails.</summary>
    public static IResult Of(BlockException exception)
    {
        var fields = exception.Problems.Where(static problem => problem.Parameter is not null).ToLookup(static problem => problem.Parameter!, static problem => $"{problem.Message} {problem.Mend}".TrimEnd());
        return fields.Count > 0
            ? Of(fields.ToDictionary(static field => field.Key, static field => string.Join(' ', field)))
            : TypedResults.Problem(
                "The script cannot say which fields its form has: dynamicparam of Init fails.",
                statusCode: StatusCodes.Status422UnprocessableEntity,
                title: "The script has errors.",
                extensions: new Dictionary<string, object?> { ["problems"] = exception.Problems.Select(ProblemView.Of).ToList() });
    }
}
