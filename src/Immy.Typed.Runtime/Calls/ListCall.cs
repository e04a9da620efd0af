using System.Collections;
using System.Management.Automation;
using System.Threading.Channels;
using Immy.Typed.Conversion;
using Immy.Typed.Problems;
using Immy.Typed.Sessions;

namespace Immy.Typed.Calls;

/// <summary>A call that owes a list: each object is checked and handed on as it is written; a wrong one is reported and left out.</summary>
/// <typeparam name="T">The type of each object.</typeparam>
internal sealed class ListCall<T>(CallRequest request, ChannelWriter<T> writer, CancellationToken cancellationToken) : BlockCall(request, cancellationToken)
{
    public override bool MayEndSoon => false;

    protected override void Take(object? value, ScriptSession session)
    {
        if (ResultConverter<T>.TryConvert(value, out var item))
        {
            if (MayTakeOne(session))
            {
                Write(item!);
            }
        }
        else if ((value is PSObject wrapped ? wrapped.BaseObject : value) is IList several)
        {
            // A list that was written as one object is taken apart, once: a list inside it is no record.
            foreach (var one in several)
            {
                TakeOne(one, session);
            }
        }
        else
        {
            TakeOne(value, session);
        }
    }

    // An empty list means that nothing is left over there; after an error it means nothing.
    protected override void Conclude(ScriptLocation? location) => HasFailed = Run.HasErrors && Run.Count == 0;

    protected override void EndResults() => writer.TryComplete();

    private void TakeOne(object? value, ScriptSession session)
    {
        if (!MayTakeOne(session))
        {
            return;
        }

        if (ResultConverter<T>.TryConvert(value, out var item) || (Block.IsResultNullable && IsNull(value)))
        {
            Write(item!);
        }
        else if (ResultConverter<T>.Record is { } shape && RecordShape.Read(value) is { } values)
        {
            if (shape.Make(values, Warn(session), out var mismatch) is T made)
            {
                Write(made);
            }
            else
            {
                Add(BlockProblems.NoRecord(Block, Written, TypeText.Of(value), mismatch!, shape.Names, WrittenAt(session)));
            }
        }
        else
        {
            Add(BlockProblems.WrongObject(Block, Written, TypeText.Of(value), WrittenAt(session)));
        }
    }

    private Action<ScriptProblem> Warn(ScriptSession session) => problem => Add(problem with { Capability = Block.Capability, Block = Block.Name, Location = WrittenAt(session) });

    private static bool IsNull(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) is null;

    private void Write(T item)
    {
        if (!writer.TryWrite(item))
        {
            WithoutTimeLimit(stopped =>
            {
                while (writer.WaitToWriteAsync(stopped).AsTask().GetAwaiter().GetResult() && !writer.TryWrite(item))
                {
                }
            });
        }

        Run.Count++;
    }
}
