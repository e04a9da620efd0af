namespace Immy.Typed.Generators.Model;

/// <summary>The names of a capability and of what is generated for it, whether or not it can be generated.</summary>
/// <param name="Name">The interface's simple name.</param>
/// <param name="FullName">The interface's name with namespace and containing types, without <c>global::</c>.</param>
/// <param name="Namespace">The namespace of what is generated.</param>
/// <param name="Stem">The start of every generated type's name.</param>
internal sealed record CapabilityName(string Name, string FullName, string Namespace, string Stem)
{
    public static CapabilityName Of(CapabilityModel capability) => new(capability.Name, capability.FullName, capability.Namespace, capability.Stem);

    /// <summary>Whether scripts could not tell both apart, since they name an interface by its simple name and in any case.</summary>
    public bool IsNamedLike(CapabilityName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Why both cannot live in one assembly, or null where they can.</summary>
    public string? WhyNotBeside(CapabilityName other)
    {
        if (FullName == other.FullName)
        {
            return null;
        }

        if (IsNamedLike(other))
        {
            return $"scripts name both '{Name}'";
        }

        return Namespace == other.Namespace && Stem == other.Stem ? $"what is generated for both is named '{Stem}'" : null;
    }
}
