using Immy.Typed.Problems;
using Immy.Typed.Sessions;

namespace Immy.Typed.Calls;

/// <summary>A call that owes nothing: what it writes is warned about, and an error is all that tells of its failure.</summary>
internal sealed class VoidCall(CallRequest request, CancellationToken cancellationToken) : BlockCall(request, cancellationToken)
{
    public override void Accept(object? value, ScriptSession session)
        => Add(BlockProblems.NothingIsDue(Block, TypeText.Of(value), session.Tools.Here()));

    protected override void Conclude(ScriptLocation? location) => HasFailed = Run.HasErrors;
}
