using System.Collections;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using Immy.Typed.Problems;
using Immy.Typed.Secrets;

namespace Immy.Typed.Integrations;

/// <summary>
/// <c>$IntegrationContext</c>, and every hashtable inside it: one table for all sessions of an instance, safe for threads.
/// A hashtable that a script puts in stays the same table; whoever gets it out of the context gets it behind this door.
/// What belongs to one session is refused, and what is named like a secret is masked from then on.
/// </summary>
internal sealed class IntegrationContextTable : Hashtable, IEnumerable
{
    private readonly SecretMask _mask;
    private readonly Hashtable _table;
    private readonly ConditionalWeakTable<Hashtable, IntegrationContextTable> _doors;

    public IntegrationContextTable(SecretMask mask)
        : this(mask, new Hashtable(StringComparer.OrdinalIgnoreCase), [])
    {
    }

    private IntegrationContextTable(SecretMask mask, Hashtable table, ConditionalWeakTable<Hashtable, IntegrationContextTable> doors)
    {
        _mask = mask;
        _table = table;
        _doors = doors;
    }

    public override bool IsSynchronized => true;

    public override object SyncRoot => _table.SyncRoot;

    public override ICollection Keys
    {
        get
        {
            lock (SyncRoot)
            {
                return new ArrayList(_table.Keys);
            }
        }
    }

    public override ICollection Values
    {
        get
        {
            lock (SyncRoot)
            {
                return new ArrayList(_table.Values.Cast<object?>().Select(Out).ToArray());
            }
        }
    }

    public override int Count
    {
        get
        {
            lock (SyncRoot)
            {
                return _table.Count;
            }
        }
    }

    public override object? this[object key]
    {
        get
        {
            lock (SyncRoot)
            {
                return Out(_table[key]);
            }
        }

        set
        {
            Check(key, value);
            lock (SyncRoot)
            {
                _table[key] = In(value);
            }
        }
    }

    public override void Add(object key, object? value)
    {
        Check(key, value);
        lock (SyncRoot)
        {
            _table.Add(key, In(value));
        }
    }

    public override void Remove(object key)
    {
        lock (SyncRoot)
        {
            _table.Remove(key);
        }
    }

    public override void Clear()
    {
        lock (SyncRoot)
        {
            _table.Clear();
        }
    }

    public override bool Contains(object key) => ContainsKey(key);

    public override bool ContainsKey(object key)
    {
        lock (SyncRoot)
        {
            return _table.ContainsKey(key);
        }
    }

    public override bool ContainsValue(object? value)
    {
        lock (SyncRoot)
        {
            return _table.ContainsValue(In(value));
        }
    }

    public override object Clone()
    {
        lock (SyncRoot)
        {
            var copy = (Hashtable)_table.Clone();
            foreach (var key in Keys)
            {
                copy[key] = Out(copy[key]);
            }

            return copy;
        }
    }

    // A copy is enumerated, so that another session may write meanwhile.
    public override IDictionaryEnumerator GetEnumerator() => ((Hashtable)Clone()).GetEnumerator();

    // Hashtable's own reads its storage, which is not the table.
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override void CopyTo(Array array, int arrayIndex) => ((Hashtable)Clone()).CopyTo(array, arrayIndex);

    // A table has one door, so that it equals itself however often it is taken out.
    private object? Out(object? value) => value switch
    {
        IntegrationContextTable => value,
        Hashtable table => _doors.GetValue(table, inner => new IntegrationContextTable(_mask, inner, _doors)),
        _ => value,
    };

    private static object? In(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        IntegrationContextTable door => door._table,
        Hashtable table => table,
        _ => value,
    };

    private void Check(object key, object? value)
    {
        var name = key?.ToString() ?? "";
        if (ContextValues.FindSessionBound(value) is { } bound)
        {
            throw new ProblemException(FormProblems.ContextRefuses(name, TypeText.Of(bound)));
        }

        ContextValues.MaskSecrets(name, value, _mask);
    }
}
