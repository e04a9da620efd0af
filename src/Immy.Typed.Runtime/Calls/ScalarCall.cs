using System.Management.Automation;
using System.Management.Automation.Language;
using Immy.Typed.Conversion;
using Immy.Typed.Problems;
using Immy.Typed.Sessions;

namespace Immy.Typed.Calls;

/// <summary>A call that owes one object, by the rules of results in the capability contracts.</summary>
/// <typeparam name="T">The contract's result type.</typeparam>
internal sealed class ScalarCall<T>(CallRequest request, CancellationToken cancellationToken) : BlockCall(request, cancellationToken)
{
    private readonly List<Item> _written = [];

    /// <summary>The result, when the call did not fail.</summary>
    public T? Result { get; private set; }

    // A value such as a token can't be told from a forgotten one of the same kind, so it must stand alone.
    private static bool MustStandAlone => ResultConverter<T>.IsPlain;

    protected override void Take(object? value, ScriptSession session)
    {
        if (MayTakeOne(session))
        {
            _written.Add(new(value, StatementAt(session)));
        }
    }

    protected override ScriptBlock? TakeScriptBlock()
    {
        if (_written is not [{ Value: var value }] || (value as PSObject)?.BaseObject is not ScriptBlock inner)
        {
            return null;
        }

        _written.Clear();
        return inner;
    }

    protected override void Conclude(ScriptLocation? location)
    {
        if (_written.Count == 0)
        {
            ConcludeFromNothing(location);
        }
        else if (MustStandAlone)
        {
            ConcludeFromPlain();
        }
        else
        {
            ConcludeFromObjects();
        }

        Run.Count = HasFailed || Result is null ? 0 : 1;
    }

    private void ConcludeFromNothing(ScriptLocation? location)
    {
        // An error that was written says more than the missing result, and must not be taken for health.
        if (Run.HasErrors)
        {
            HasFailed = true;
        }
        else if (Block.Lenient?.FromNothing() is T meaning)
        {
            Result = meaning;
            if (!Block.Lenient.NothingIsUsual)
            {
                Add(BlockProblems.TakenAs(Block, "nothing", meaning.ToString()!));
            }
        }
        else if (!Block.IsResultNullable)
        {
            Fail(BlockProblems.WroteNothing(Block, location));
        }
    }

    private void ConcludeFromPlain()
    {
        if (_written.Count > 1)
        {
            Fail(BlockProblems.SeveralObjects(Block, [.. _written.Select(static written => (Describe(written.Value), written.Location))]));
        }
        else if (_written[0] is { Value: null } && Block.IsResultNullable)
        {
            Result = default;
        }
        else if (ResultConverter<T>.TryConvert(_written[0].Value, out var result))
        {
            Result = result;
        }
        else
        {
            Fail(BlockProblems.WrongResult(Block, TypeText.Of(_written[0].Value), _written[0].Location));
        }
    }

    private void ConcludeFromObjects()
    {
        var right = new List<(T Value, Item Written)>();
        var others = new List<Item>();
        ScriptProblem? noRecord = null;
        foreach (var written in _written)
        {
            if (ResultConverter<T>.TryConvert(written.Value, out var value))
            {
                right.Add((value!, written));
            }
            else if (ResultConverter<T>.Record is { } shape && RecordShape.Read(written.Value) is { } values && Block.Lenient is null)
            {
                if (shape.Make(values, problem => Add(problem with { Capability = Block.Capability, Block = Block.Name, Location = written.Location }), out var mismatch) is T made)
                {
                    right.Add((made, written));
                }
                else
                {
                    noRecord = BlockProblems.NoRecord(Block, null, TypeText.Of(written.Value), mismatch!, shape.Names, written.Location);
                    others.Add(written);
                }
            }
            else
            {
                others.Add(written);
            }
        }

        if (right.Count > 1)
        {
            Fail(BlockProblems.SeveralObjects(Block, [.. right.Select(static pair => (TypeText.Of(pair.Written.Value), pair.Written.Location))]));
            return;
        }

        if (right.Count == 1)
        {
            Result = right[0].Value;
        }
        else if (others is [{ Value: null }] && Block.IsResultNullable)
        {
            return;
        }
        else if (others is [{ Value: { } only }] && Block.Lenient?.FromOther(only is PSObject wrapped ? wrapped.BaseObject : only) is T meaning)
        {
            Result = meaning;
            Add(BlockProblems.TakenAs(Block, Describe(only), meaning.ToString()!));
            return;
        }
        else
        {
            Fail(noRecord ?? BlockProblems.WrongResult(Block, string.Join(", ", others.Select(static other => TypeText.Of(other.Value))), others[^1].Location));
            return;
        }

        foreach (var other in others)
        {
            Add(BlockProblems.ExtraObject(Block, TypeText.Of(other.Value), other.Location));
        }
    }

    private static string Describe(object? value) => value is PSObject { BaseObject: string or bool } or string or bool
        ? $"'{value}'"
        : TypeText.Of(value);

    private void Fail(ScriptProblem problem)
    {
        HasFailed = true;
        Add(problem);
    }

    private readonly record struct Item(object? Value, IScriptExtent? Statement)
    {
        public ScriptLocation? Location => ScriptLocation.Of(Statement);
    }
}
