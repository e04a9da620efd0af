using System.Diagnostics.CodeAnalysis;

namespace DotNext;

/// <summary>
/// A value or none. Published scripts declare it as the output of <c>NewSupportFormBranding</c>, so the name must resolve;
/// the host itself does not use it.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="ValueOrDefault">The value, or the type's default where there is none.</param>
/// <param name="HasValue">True when there is a value.</param>
[SuppressMessage("Naming", "CA1716", Justification = "Published scripts write this very name.")]
public readonly record struct Optional<T>(T? ValueOrDefault, bool HasValue);
