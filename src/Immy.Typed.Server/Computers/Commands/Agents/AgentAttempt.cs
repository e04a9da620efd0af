using Immy.Typed.Computers;

namespace Immy.Typed.Server.Computers;

/// <summary>What came of running a script by way of an agent: a result, or why no agent could.</summary>
/// <param name="Result">What the script wrote; null when it was not sent to any agent.</param>
/// <param name="WhyNot">Why it was not, and what to do.</param>
/// <param name="HasAgent">True when the computer has an agent that runs scripts, which is only out of reach.</param>
internal sealed record AgentAttempt(ComputerResult? Result, string? WhyNot, bool HasAgent);
