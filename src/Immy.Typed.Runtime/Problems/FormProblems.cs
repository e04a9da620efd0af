using System.Globalization;
using Immy.Typed.Secrets;

namespace Immy.Typed.Problems;

/// <summary>What can be wrong with the values of the configuration form: IMMY301 and on.</summary>
internal static class FormProblems
{
    public static ScriptProblem Missing(string field, string? label, string type) => Error(
        "IMMY301", field, $"The form field '{field}'{(label is null ? "" : $" ({label})")} is mandatory and has no value.", $"Give it a value ({type}).");

    public static ScriptProblem WrongType(string field, string type, string actual) => Error(
        "IMMY302", field, $"The form field '{field}' takes a value of type {type}, and {actual} is none.", "Correct the value.");

    public static ScriptProblem Refused(string field, string message) => Error(
        "IMMY303", field, $"The form field '{field}' refuses its value: {MessageText.Sentence(message)}", "Correct the value.");

    public static ScriptProblem Unknown(string field, IReadOnlyCollection<string> known) => Error(
        "IMMY304", field, $"The form has no field '{field}'.", known.Count == 0 ? "It has none at all." : NearestName.Hint(field, known));

    public static ScriptProblem SecretTooShort(string field) => Error(
        "IMMY305",
        field,
        string.Create(CultureInfo.InvariantCulture, $"The secret in the form field '{field}' is shorter than {SecretMask.ShortestSecret} characters, so it cannot be masked in messages."),
        "Use a longer secret.") with
    { Severity = ProblemSeverity.Warning };

    public static ScriptProblem ContextRefuses(string key, string actual) => Error(
        "IMMY306",
        key,
        $"$IntegrationContext.{key} cannot hold {actual}: it belongs to one session, and the context is shared by all of them.",
        "Keep the data in it, and the code at the top level of the script or in a module.");

    private static ScriptProblem Error(string id, string field, string message, string mend) => new()
    {
        Id = id,
        Severity = ProblemSeverity.Error,
        Message = message,
        Mend = mend,
        Parameter = field,
    };
}
