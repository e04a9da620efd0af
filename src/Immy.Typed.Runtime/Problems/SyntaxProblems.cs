using System.Management.Automation.Language;

namespace Immy.Typed.Problems;

/// <summary>What the parser refuses. Of a class it says only that it may not be, and takes the class's body for mistakes.</summary>
internal static class SyntaxProblems
{
    private const string NoClasses = "ClassesNotAllowedInConstrainedLanguage";

    /// <summary>All that is wrong, or the classes alone when there are any.</summary>
    public static IEnumerable<ScriptProblem> Of(IReadOnlyCollection<ParseError> errors)
        => Classes(errors) is { Count: > 0 } classes ? classes : errors.Select(LoadProblems.DoesNotParse);

    /// <summary>The classes that the script defines.</summary>
    public static IReadOnlyList<ScriptProblem> Classes(IEnumerable<ParseError> errors)
        => [.. errors.Where(static error => error.ErrorId == NoClasses).Select(static error => LoadProblems.ClassRefused(ScriptLocation.Of(error.Extent)))];
}
