using System.Text.Json;
using Immy.Typed.Forms;
using Immy.Typed.Problems;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>The values of a form as they arrive, are kept, and go to Init.</summary>
internal static class LinkValues
{
    /// <summary>What Init takes for a JSON value.</summary>
    public static object? ToScript(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(ToScript).ToArray(),
        _ => value.EnumerateObject().ToDictionary(static member => member.Name, static member => ToScript(member.Value)),
    };

    /// <summary>What Init takes for JSON values.</summary>
    public static IReadOnlyDictionary<string, object?> ToScript(IReadOnlyDictionary<string, JsonElement> values)
        => values.ToDictionary(static pair => pair.Key, static pair => ToScript(pair.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>Values by name in any case; of two names that differ in case only, the last counts.</summary>
    public static Dictionary<string, JsonElement> ByName(IEnumerable<KeyValuePair<string, JsonElement>>? values)
    {
        var byName = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in values ?? [])
        {
            byName[name] = value;
        }

        return byName;
    }

    /// <summary>What is wrong with values for a form, by field; empty when Init may have them.</summary>
    public static IReadOnlyDictionary<string, string> WhatIsWrong(InitForm form, IReadOnlyDictionary<string, JsonElement> values)
        => form.Check(ToScript(values)).GroupBy(static problem => problem.Parameter!).ToDictionary(static field => field.Key, field => string.Join(' ', field.Select(problem => Message(form, problem))));

    private static string Message(InitForm form, ScriptProblem problem) => (problem.Id, form.Find(problem.Parameter!)) switch
    {
        ("IMMY301", { } field) => $"{field.Label} is mandatory.",
        ("IMMY304", null) => $"The form has no field '{problem.Parameter}'. It has: {string.Join(", ", form.Fields.Where(static field => field.Kind != FormFieldKind.HelpText).Select(static field => field.Name))}.",
        _ => $"{problem.Message} {problem.Mend}".TrimEnd(),
    };
}
