using System.Text.Json;
using Immy.Typed.Forms;

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

    /// <summary>What is wrong with values for a form, by field; empty when Init may have them.</summary>
    public static IReadOnlyDictionary<string, string> WhatIsWrong(InitForm form, IReadOnlyDictionary<string, JsonElement> values)
    {
        var wrong = new Dictionary<string, string>();
        foreach (var name in values.Keys.Where(name => form.Find(name) is null && !form.HasDynamicFields))
        {
            wrong[name] = $"The form has no field '{name}'. It has: {string.Join(", ", form.Fields.Select(static field => field.Name))}.";
        }

        foreach (var field in form.Fields.Where(field => field.IsMandatory && !values.Keys.Contains(field.Name, StringComparer.OrdinalIgnoreCase)))
        {
            wrong[field.Name] = $"{field.Label} is mandatory.";
        }

        return wrong;
    }
}
