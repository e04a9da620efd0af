using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Forms;
using Immy.Typed.Secrets;

namespace Immy.Typed.Cli.Invoke;

/// <summary>The values for Init's form, and what of them must not be shown.</summary>
internal sealed class FormValues
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _secretNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All values by the name of their field.</summary>
    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>Masks the secrets in what this process writes by itself.</summary>
    public SecretMask Mask { get; } = new();

    /// <exception cref="UsageException">A value is not of the right form, its source is missing, or a name comes twice.</exception>
    public static FormValues Read(IEnumerable<string> parameters, IEnumerable<string> secrets)
    {
        var form = new FormValues();
        foreach (var parameter in parameters)
        {
            form.Add(NameValue.Parse(InvokeOptions.ParameterName, parameter, "NAME=VALUE", isSecret: false));
        }

        foreach (var secret in secrets)
        {
            var (name, source) = NameValue.Parse(InvokeOptions.SecretName, secret, "NAME=VALUE, NAME=@FILE or NAME=env:VAR", isSecret: true);
            var value = SecretSource.Resolve(name, source);
            form.Add(new(name, value));
            form._secretNames.Add(name);
            form.Mask.Add(value);
        }

        return form;
    }

    /// <summary>Masks what the script's form declares as secret too, and what was given as one for another field.</summary>
    /// <param name="form">The script's form.</param>
    /// <param name="sessions">The mask of the sessions.</param>
    /// <returns>The secrets that are too short to be masked and that nobody else warns about.</returns>
    public IReadOnlyList<string> Protect(InitForm form, SecretMask sessions)
    {
        var tooShort = new List<string>();
        foreach (var (name, value) in _values)
        {
            var isField = form.Find(name) is { IsSecret: true };
            if (isField || _secretNames.Contains(name))
            {
                Mask.Add((string?)value);
                if (!sessions.Add((string?)value) && !isField)
                {
                    tooShort.Add(name);
                }
            }
        }

        return tooShort;
    }

    private void Add(NameValue pair)
    {
        if (!_values.TryAdd(pair.Name, pair.Value))
        {
            throw new UsageException($"The form's value '{pair.Name}' is given twice. Keep one of the two.");
        }
    }
}
