using System.Collections.Immutable;
using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>
/// An interface's model for the generator, its problems for the analyzer: each takes its half, so that a problem's
/// location never reaches the cached pipeline.
/// </summary>
/// <param name="Model">The model; null when a problem makes code impossible.</param>
/// <param name="Problems">What is wrong, at the token that is wrong.</param>
internal sealed record ParseResult(CapabilityModel? Model, ImmutableArray<Diagnostic> Problems);
