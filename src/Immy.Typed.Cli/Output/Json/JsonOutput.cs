using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Immy.Typed.Conversion;
using Immy.Typed.Secrets;

namespace Immy.Typed.Cli.Output.Json;

/// <summary>How results become JSON: camelCase, names for enumerations, text that people can read, secrets masked.</summary>
internal static class JsonOutput
{
    /// <param name="secrets">What must not be shown.</param>
    /// <param name="indented">True for several lines.</param>
    public static JsonSerializerOptions Options(SecretMask? secrets = null, bool indented = false) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(),
            new MaskedTextConverter(secrets),
            new MaskedUriConverter(secrets),
            new PSObjectConverter(),
            new ActionResultConverter(),
        },
    };
}
