namespace Immy.Typed.ScriptAttributes;

/// <summary><c>[Password()]</c>: marks a parameter of Init as a secret. It is masked in every stream and never sent back.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class PasswordAttribute : Attribute
{
    /// <summary>True (the usual spelling) when the stored value is never sent back to a form.</summary>
    public bool StripValue { get; set; }
}
