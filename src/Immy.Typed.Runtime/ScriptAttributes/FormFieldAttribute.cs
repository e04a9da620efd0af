namespace Immy.Typed.ScriptAttributes;

/// <summary>Carries on a parameter of <c>dynamicparam</c> what the form needs to show it.</summary>
/// <param name="kind">How the form shows it.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class FormFieldAttribute(FormFieldKind kind) : Attribute
{
    /// <summary>How the form shows it.</summary>
    public FormFieldKind Kind { get; } = kind;

    /// <summary>The label; null for the parameter's name.</summary>
    public string? Label { get; init; }

    /// <summary>The choices of a drop-down, in order.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The value that the field starts with.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>True for a field that is not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>True for a secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Where consent is fetched, for a field that fetches it.</summary>
    public OAuthConsentSettings? Consent { get; init; }
}
