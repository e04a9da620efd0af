namespace Immy.Typed.Problems;

/// <summary>A script could not be loaded as an integration.</summary>
/// <param name="integration">The integration's name.</param>
/// <param name="problems">What is wrong; at least one.</param>
public sealed class IntegrationLoadException(string integration, IReadOnlyList<ScriptProblem> problems)
    : IntegrationException(integration, problems);
