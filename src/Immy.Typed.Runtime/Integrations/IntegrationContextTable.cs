using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Immy.Typed.Problems;
using Immy.Typed.Secrets;

namespace Immy.Typed.Integrations;

/// <summary>
/// <c>$IntegrationContext</c>: one table for all sessions of an instance, safe for threads. What belongs to one
/// session is refused, and what is named like a secret is masked from then on.
/// </summary>
/// <param name="mask">The instance's mask.</param>
internal sealed class IntegrationContextTable(SecretMask mask) : Hashtable(StringComparer.OrdinalIgnoreCase)
{
    // Headers lie a level or two deep; a table may also hold itself.
    private const int DeepestSecret = 8;

    private readonly Lock _gate = new();

    public override object? this[object key]
    {
        get
        {
            lock (_gate)
            {
                return base[key];
            }
        }

        set
        {
            Check(key, value);
            lock (_gate)
            {
                base[key] = value;
            }
        }
    }

    public override ICollection Keys
    {
        get
        {
            lock (_gate)
            {
                return new ArrayList(base.Keys);
            }
        }
    }

    public override ICollection Values
    {
        get
        {
            lock (_gate)
            {
                return new ArrayList(base.Values);
            }
        }
    }

    public override int Count
    {
        get
        {
            lock (_gate)
            {
                return base.Count;
            }
        }
    }

    public override void Add(object key, object? value)
    {
        Check(key, value);
        lock (_gate)
        {
            base.Add(key, value);
        }
    }

    public override void Remove(object key)
    {
        lock (_gate)
        {
            base.Remove(key);
        }
    }

    public override void Clear()
    {
        lock (_gate)
        {
            base.Clear();
        }
    }

    public override bool Contains(object key) => ContainsKey(key);

    public override bool ContainsKey(object key)
    {
        lock (_gate)
        {
            return base.ContainsKey(key);
        }
    }

    public override object Clone()
    {
        lock (_gate)
        {
            return base.Clone();
        }
    }

    // A copy is enumerated, so that another session may write meanwhile.
    public override IDictionaryEnumerator GetEnumerator() => ((Hashtable)Clone()).GetEnumerator();

    public override void CopyTo(Array array, int arrayIndex)
    {
        lock (_gate)
        {
            base.CopyTo(array, arrayIndex);
        }
    }

    private void Check(object key, object? value)
    {
        var name = key?.ToString() ?? "";
        var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (bare is ScriptBlock or Runspace or PSModuleInfo or CommandInfo or PowerShell)
        {
            throw new ProblemException(FormProblems.ContextRefuses(name, TypeText.Of(value)));
        }

        SecretsOf(name, bare, isSecret: false, depth: 0);
    }

    // A header table named AuthHeader holds secrets under names that do not tell.
    private void SecretsOf(string name, object? value, bool isSecret, int depth)
    {
        isSecret |= SecretNames.IsSecret(name);
        if (isSecret && value is string text)
        {
            mask.Add(text);
            var scheme = text.IndexOf(' ', StringComparison.Ordinal);
            if (scheme > 0)
            {
                mask.Add(text[(scheme + 1)..].Trim());
            }
        }
        else if (depth < DeepestSecret && value is IDictionary table and not IntegrationContextTable)
        {
            foreach (DictionaryEntry entry in table)
            {
                SecretsOf(entry.Key.ToString() ?? "", entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value, isSecret, depth + 1);
            }
        }
    }
}
