using Immy.Typed.Server.Problems;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>What saving a script would say, without saving it.</summary>
/// <param name="Loads">True when the script loads.</param>
/// <param name="Problems">What is wrong with it, warnings among it.</param>
/// <param name="AffectedLinks">The links whose values its form does not take as the present one does.</param>
internal sealed record ScriptCheck(bool Loads, IReadOnlyList<ProblemView> Problems, IReadOnlyList<AffectedLink> AffectedLinks);
