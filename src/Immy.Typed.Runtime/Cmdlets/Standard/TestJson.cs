using System.Management.Automation;
using System.Text.Json;
using Immy.Typed.Problems;
using Immy.Typed.Sessions.AllowList;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cmdlets.Standard;

/// <summary>Checks JSON, alone or by a schema: PowerShell's own command, for schemas that refer to nothing outside of themselves.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Json", DefaultParameterSetName = "JsonString")]
[OutputType(typeof(bool))]
internal sealed class TestJson : TestJsonCommand
{
    // PowerShell's command reads files and addresses that these name.
    private static readonly string[] References = ["$ref", "$dynamicRef", "$recursiveRef"];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Refusal.ThrowIfAny(this);
        if (Schema is not null && OutsideOf(Schema) is { } reference)
        {
            throw Refusal.Throw(this, HostProblems.Unusable("Test-Json", $"the schema refers to '{reference}', which is outside of it.", "Put the definition under $defs and refer to it with '#/$defs/name'."));
        }

        base.BeginProcessing();
    }

    private static string? OutsideOf(string schema)
    {
        try
        {
            using var document = JsonDocument.Parse(schema);
            return OutsideOf(document.RootElement);
        }
        catch (JsonException)
        {
            // The command itself says what is wrong with the text.
            return null;
        }
    }

    private static string? OutsideOf(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().Select(static entry => Outside(entry) ?? OutsideOf(entry.Value)).FirstOrDefault(static found => found is not null),
        JsonValueKind.Array => node.EnumerateArray().Select(OutsideOf).FirstOrDefault(static found => found is not null),
        _ => null,
    };

    private static string? Outside(JsonProperty entry)
    {
        if (entry.Value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var text = entry.Value.GetString()!;
        return (References.Contains(entry.Name) && !text.StartsWith('#')) || (entry.NameEquals("$schema") && !IsPublishedSchema(text)) ? text : null;
    }

    private static bool IsPublishedSchema(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host == "json-schema.org";
}
