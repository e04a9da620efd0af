using Immy.Typed.Server.Problems;
using Immy.Typed.Streams;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>A script block of a provider link was called and gave no result. The message holds every problem, a line each.</summary>
internal sealed class LinkCallException(LinkFailure failure) : Exception(failure.Message)
{
    /// <summary>How the call ended.</summary>
    public RunOutcome Outcome => failure.Outcome;

    /// <summary>What is wrong, with file, line and column.</summary>
    public IReadOnlyList<ProblemView> Problems => failure.Problems;
}
