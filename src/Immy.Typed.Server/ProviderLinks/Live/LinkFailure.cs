using Immy.Typed.Problems;
using Immy.Typed.Server.Problems;
using Immy.Typed.Streams;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>A failed call of a script block, as it travels between machines: exceptions of the runtime do not.</summary>
/// <param name="Message">Every problem, a line each.</param>
/// <param name="Outcome">How the call ended.</param>
/// <param name="Problems">What is wrong.</param>
[GenerateSerializer, Immutable]
internal sealed record LinkFailure([property: Id(0)] string Message, [property: Id(1)] RunOutcome Outcome, [property: Id(2)] IReadOnlyList<ProblemView> Problems)
{
    public static LinkFailure Of(IntegrationException exception) => new(
        exception.Message,
        exception is BlockException { Run.Outcome: var outcome } ? outcome : RunOutcome.Failed,
        [.. exception.Problems.Select(ProblemView.Of)]);
}
