using Immy.Typed.Problems;
using Immy.Typed.Sessions;

namespace Immy.Typed.Calls;

/// <summary>A call that owes nothing: what it writes is warned about, and an error is all that tells of its failure.</summary>
internal sealed class VoidCall(CallRequest request, CancellationToken cancellationToken) : BlockCall(request, cancellationToken)
{
    protected override void Take(object? value, ScriptSession session)
    {
        if (MayTakeOne(session))
        {
            Add(BlockProblems.NothingIsDue(Block, TypeText.Of(value), WrittenAt(session)));
        }
    }

    protected override void Conclude(ScriptLocation? location) => HasFailed = Run.HasErrors;
}
