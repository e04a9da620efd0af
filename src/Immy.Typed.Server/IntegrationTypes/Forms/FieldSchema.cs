using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Text.Json;
using System.Text.Json.Nodes;
using Immy.Typed.Forms;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>One field of a form as JSON Schema.</summary>
internal static class FieldSchema
{
    public static JsonObject Of(FormField field, int order)
    {
        var schema = field.Kind == FormFieldKind.HelpText ? new JsonObject { ["not"] = new JsonObject() } : ValueOf(field);
        schema["title"] = field.Label;
        if (field.Help is not null)
        {
            schema["description"] = field.Help;
        }

        if (!field.IsSecret && field.DefaultValue is { } value && Json(field, value) is { } json)
        {
            schema["default"] = json;
        }

        schema["x-immy-order"] = order;
        schema["x-immy-kind"] = field.Kind.ToString();
        Flag(schema, "writeOnly", field.IsSecret);
        Flag(schema, "x-immy-secret", field.IsSecret);
        Flag(schema, "x-immy-hidden", field.IsHidden);
        Flag(schema, "x-immy-dependent", field.IsDynamic);
        if (field.Consent is { } consent)
        {
            schema["x-immy-consent"] = ConsentOf(consent);
        }

        return schema;
    }

    private static JsonObject ValueOf(FormField field)
    {
        if (!field.Type.IsArray || field.Type.GetElementType() is not { } element)
        {
            return SingleOf(field, field.Type);
        }

        var list = new JsonObject { ["type"] = "array", ["items"] = SingleOf(field, element) };
        Number(list, "minItems", Math.Max(field.Rules.MinimumCount ?? 0, field.IsMandatory ? 1 : 0) is > 0 and var least ? least : null);
        Number(list, "maxItems", field.Rules.MaximumCount);
        return list;
    }

    private static JsonObject SingleOf(FormField field, Type type)
    {
        var schema = TypeOf(type);
        var rules = field.Rules;
        var isText = schema["type"]?.GetValue<string>() == "string";
        if (field.Choices.Count > 0)
        {
            schema[rules.IsLimitedToChoices ? "enum" : "examples"] = new JsonArray([.. field.Choices.Select(choice => Json(field, choice) ?? choice)]);
        }

        if (rules.Range is { } range)
        {
            Number(schema, range.IsExclusive ? "exclusiveMinimum" : "minimum", Stricter(schema["minimum"], range.Minimum, isLeast: true));
            Number(schema, range.IsExclusive ? "exclusiveMaximum" : "maximum", Stricter(schema["maximum"], range.Maximum, isLeast: false));
        }

        if (isText)
        {
            // Init takes an empty text for none.
            Number(schema, "minLength", Math.Max(rules.MinimumLength ?? 0, field is { IsMandatory: true, Type.IsArray: false } ? 1 : 0) is > 0 and var least ? least : null);
            Number(schema, "maxLength", rules.MaximumLength);
        }

        if (rules.Pattern is { } pattern)
        {
            schema["x-immy-pattern"] = pattern;
            if (isText && schema["pattern"] is null && EcmaPattern.Of(pattern, rules.PatternIgnoresCase) is { } translated)
            {
                schema["pattern"] = translated;
            }
        }

        return schema;
    }

    private static JsonObject TypeOf(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare switch
        {
            _ when bare == typeof(bool) || bare == typeof(SwitchParameter) => new() { ["type"] = "boolean" },
            _ when bare == typeof(int) => new() { ["type"] = "integer", ["minimum"] = int.MinValue, ["maximum"] = int.MaxValue },
            _ when bare == typeof(uint) || bare == typeof(ulong) => new() { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = bare == typeof(uint) ? uint.MaxValue : ulong.MaxValue },
            _ when bare == typeof(short) => new() { ["type"] = "integer", ["minimum"] = short.MinValue, ["maximum"] = short.MaxValue },
            _ when bare == typeof(byte) => new() { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = byte.MaxValue },
            _ when bare == typeof(long) => new() { ["type"] = "integer", ["minimum"] = long.MinValue, ["maximum"] = long.MaxValue },
            _ when bare == typeof(double) || bare == typeof(float) || bare == typeof(decimal) => new() { ["type"] = "number" },
            _ when bare == typeof(Uri) => new() { ["type"] = "string", ["format"] = "uri-reference" },
            _ when bare == typeof(Guid) => new() { ["type"] = "string", ["format"] = "uuid" },
            _ when bare == typeof(DateTime) || bare == typeof(DateTimeOffset) => new() { ["type"] = "string", ["format"] = "date-time" },
            _ when bare == typeof(TimeSpan) => new() { ["type"] = "string", ["pattern"] = @"^-?(\d{1,7}\.)?([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,7})?$" },
            _ when bare == typeof(Version) => new() { ["type"] = "string", ["pattern"] = @"^\d{1,9}(\.\d{1,9}){1,3}$" },
            _ when bare == typeof(string) || bare == typeof(SecureString) => new() { ["type"] = "string" },
            _ when bare.IsEnum => new() { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetNames(bare).Select(static name => JsonValue.Create(name))]) },
            _ when typeof(IDictionary).IsAssignableFrom(bare) => new() { ["type"] = "object" },
            _ => [],
        };
    }

    // Null for what is no plain JSON value, such as a default that makes an object.
    private static JsonNode? Json(FormField field, object value)
    {
        var element = field.Type.IsArray && value is not IList ? field.Type.GetElementType()! : field.Type;
        return LanguagePrimitives.TryConvertTo(value, element, CultureInfo.InvariantCulture, out var typed) ? Plain(typed) : null;
    }

    private static JsonNode? Plain(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        string or bool or int or long or double or decimal or uint or ulong or short or byte or float => JsonSerializer.SerializeToNode(value),
        SwitchParameter given => given.IsPresent,
        Uri address => address.OriginalString,
        Guid or Version or TimeSpan or Enum => $"{value}",
        DateTime or DateTimeOffset => JsonSerializer.SerializeToNode(value),
        IDictionary table => new JsonObject(table.Keys.Cast<object>().Select(key => KeyValuePair.Create($"{key}", Plain(table[key])))),
        IList several => new JsonArray([.. several.Cast<object?>().Select(Plain)]),
        _ => null,
    };

    private static JsonObject ConsentOf(OAuthConsentSettings consent)
    {
        var extra = consent.ExtraQueryParameters.Select(static pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value));
        return new()
        {
            ["authorizationEndpoint"] = consent.AuthorizationEndpoint.OriginalString,
            ["tokenEndpoint"] = consent.TokenEndpoint?.OriginalString,
            ["responseType"] = consent.ResponseType,
            ["clientId"] = consent.ClientId,
            ["scope"] = consent.Scope,
            ["resource"] = consent.Resource,
            ["extraQueryParameters"] = new JsonObject(extra),
        };
    }

    private static decimal? Stricter(JsonNode? known, decimal? limit, bool isLeast)
    {
        var own = known is null ? null : (decimal?)decimal.Parse(known.ToJsonString(), CultureInfo.InvariantCulture);
        return own is null || limit is null ? limit ?? own : isLeast ? Math.Max(own.Value, limit.Value) : Math.Min(own.Value, limit.Value);
    }

    private static void Number(JsonObject schema, string name, decimal? value)
    {
        if (value is not null)
        {
            schema[name] = value;
        }
    }

    private static void Flag(JsonObject schema, string name, bool isSet)
    {
        if (isSet)
        {
            schema[name] = true;
        }
    }
}
