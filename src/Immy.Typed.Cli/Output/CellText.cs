using System.Collections;
using System.Globalization;
using System.Text.Json;
using Immy.Typed.Cli.Output.Json;
using Immy.Typed.Secrets;

namespace Immy.Typed.Cli.Output;

/// <summary>A value as one line of text for people.</summary>
internal sealed class CellText(SecretMask? secrets)
{
    private readonly JsonSerializerOptions _json = JsonOutput.Options(secrets);

    public string Of(object? value) => value switch
    {
        null => "",
        string text => OneLine(secrets?.Mask(text) ?? text),
        bool flag => flag ? "yes" : "no",
        IEnumerable<string> texts => Of(string.Join(", ", texts)),
        IDictionary or IEnumerable => JsonSerializer.Serialize(value, value.GetType(), _json),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ when value.GetType().IsValueType || value is Uri or Version => Of(value.ToString()),
        _ => JsonSerializer.Serialize(value, value.GetType(), _json),
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
