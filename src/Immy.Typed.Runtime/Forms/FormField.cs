using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Forms;

/// <summary>One field of the configuration form: a parameter of Init.</summary>
public sealed record FormField
{
    /// <summary>The parameter's name.</summary>
    public required string Name { get; init; }

    /// <summary>The label: what <c>[DisplayName]</c> says, else the name.</summary>
    public required string Label { get; init; }

    /// <summary>The type of the value; <see cref="object"/> where the parameter has none.</summary>
    public required Type Type { get; init; }

    /// <summary>How the form shows it.</summary>
    public FormFieldKind Kind { get; init; }

    /// <summary>Where consent is fetched; null for a field that fetches none.</summary>
    public OAuthConsentSettings? Consent { get; init; }

    /// <summary>True when Init does not run without it.</summary>
    public bool IsMandatory { get; init; }

    /// <summary>True for a <c>[Password]</c>, <c>[OAuthConsent]</c> or SecureString field: masked everywhere, never sent back.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The help text, Markdown.</summary>
    public string? Help { get; init; }

    /// <summary>The allowed values of <c>[ValidateSet]</c>, or the texts that <c>[Dropdown]</c> offers; empty where anything goes.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What the value must be besides its type.</summary>
    public FieldRules Rules { get; init; } = FieldRules.None;

    /// <summary>The default value as the script writes it, or null.</summary>
    public string? Default { get; init; }

    /// <summary>The default value where it is a constant, else null.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>True for a field that the form does not show.</summary>
    public bool IsHidden { get; init; }

    /// <summary>True for a field that <c>dynamicparam</c> adds for the values given so far.</summary>
    public bool IsDynamic { get; init; }
}
