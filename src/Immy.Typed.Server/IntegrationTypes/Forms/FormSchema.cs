using System.Text.Json.Nodes;
using Immy.Typed.Forms;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>A form as JSON Schema 2020-12, with hints for whoever draws it.</summary>
internal static class FormSchema
{
    /// <summary>The schema of a form.</summary>
    /// <param name="name">The integration type's name.</param>
    /// <param name="form">The form, for the values given so far.</param>
    /// <param name="isForValues">True when the fields are those of given values; false when other values may bring other fields.</param>
    public static JsonObject Of(string name, InitForm form, bool isForValues) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = name,
        ["type"] = "object",
        ["properties"] = new JsonObject(form.Fields.Select(static (field, order) => KeyValuePair.Create<string, JsonNode?>(field.Name, FieldSchema.Of(field, order)))),
        ["required"] = new JsonArray([.. form.Fields.Where(static field => field.IsMandatory && field.Kind != FormFieldKind.HelpText).Select(static field => JsonValue.Create(field.Name))]),
        ["additionalProperties"] = form.HasDynamicFields && !isForValues,
        ["x-immy-has-dependent-fields"] = form.HasDynamicFields,
    };
}
