namespace Immy.Typed.Sessions.AllowList;

/// <summary>A type that scripts may use in ConstrainedLanguage beyond the engine's own core types.</summary>
/// <param name="Type">The type.</param>
/// <param name="Reason">Why scripts need it, and why it is harmless.</param>
/// <param name="ShortName">The name without its namespace under which it resolves, or null.</param>
/// <param name="NameOnly">True when the name must resolve, but members stay out of reach.</param>
internal sealed record AllowedType(Type Type, string Reason, string? ShortName = null, bool NameOnly = false);
