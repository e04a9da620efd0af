using System.Collections;
using System.Management.Automation;
using System.Reflection;
using Immy.Typed.Problems;

namespace Immy.Typed.Conversion;

/// <summary>Makes a contract's record out of a hashtable or a [pscustomobject], by the names of its properties in any case.</summary>
internal sealed class RecordShape
{
    private readonly Type _contract;
    private readonly ConstructorInfo _constructor;
    private readonly Dictionary<string, RecordField> _fields;

    private RecordShape(Type contract, ConstructorInfo constructor, IEnumerable<RecordField> fields)
    {
        _contract = contract;
        _constructor = constructor;
        _fields = fields.ToDictionary(static field => field.Name, StringComparer.OrdinalIgnoreCase);
        Names = [.. _fields.Values.Select(static field => field.IsRequired ? field.Name : $"[{field.Name}]")];
    }

    /// <summary>The names of the record's properties, in brackets those that may be left out.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How the type is made; null for one that is no record of a contract.</summary>
    /// <param name="contract">The contract's type. For an interface IName it is the class Name beside it.</param>
    public static RecordShape? Of(Type contract)
    {
        var type = contract.IsInterface ? ImplementationOf(contract) : contract;
        if (type is not { IsAbstract: false, IsGenericTypeDefinition: false, IsPrimitive: false, IsEnum: false, IsArray: false } || IsOfTheFramework(type))
        {
            return null;
        }

        var constructor = type.GetConstructors().Where(candidate => !IsCopy(candidate, type)).OrderBy(static candidate => candidate.GetParameters().Length).FirstOrDefault();
        if (constructor is null)
        {
            return null;
        }

        var parameters = constructor.GetParameters().ToDictionary(static parameter => parameter.Name!, StringComparer.OrdinalIgnoreCase);
        RecordField[] fields =
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Select(property => (Property: property, Parameter: parameters.GetValueOrDefault(property.Name)))
                .Where(static pair => pair.Parameter is not null || pair.Property.SetMethod is { IsPublic: true })
                .Select(static pair => new RecordField(pair.Property, pair.Parameter)),
        ];
        return fields.Length > 0 && fields.Count(static field => field.Parameter is not null) == parameters.Count ? new(contract, constructor, fields) : null;
    }

    /// <summary>The names and values of what can be read as a record; null for anything else.</summary>
    public static IReadOnlyList<KeyValuePair<string, object?>>? Read(object? value) => value switch
    {
        PSObject { BaseObject: IDictionary table } => Read(table),
        IDictionary table => [.. table.Cast<DictionaryEntry>().Select(static entry => KeyValuePair.Create(entry.Key.ToString() ?? "", entry.Value))],
        PSObject { BaseObject: PSCustomObject } record => [.. record.Properties.Where(static property => property.IsGettable).Select(static property => KeyValuePair.Create(property.Name, (object?)property.Value))],
        _ => null,
    };

    /// <summary>
    /// Makes the record, or says why not. An optional field whose value has another type stays empty, with a warning;
    /// where nobody can be warned, inside another record, it makes none.
    /// </summary>
    public object? Make(IReadOnlyList<KeyValuePair<string, object?>> values, Action<ScriptProblem>? warn, out RecordMismatch? mismatch)
    {
        var unknown = new List<string>();
        var wrong = new List<string>();
        var read = new Dictionary<RecordField, object?>();
        foreach (var (name, value) in values)
        {
            if (!_fields.TryGetValue(name, out var field))
            {
                unknown.Add(name);
                continue;
            }

            var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
            if (bare is null)
            {
                // Null says nothing; whether that is enough is for the required ones below.
                if (field.MayBeNull)
                {
                    read[field] = null;
                }
            }
            else if (field.TryConvert(value!, out var converted))
            {
                read[field] = converted;
            }
            else if (field.IsRequired || warn is null)
            {
                wrong.Add($"{field.Name} is {TypeText.Of(value)}, where {TypeText.Of(field.Property.PropertyType)} is due");
            }
            else
            {
                warn?.Invoke(BlockProblems.NotConverted(Label(values), field.Name, bare.ToString() ?? "", TypeText.Of(field.Property.PropertyType)));
            }
        }

        var missing = _fields.Values.Where(field => field.IsRequired && !read.ContainsKey(field) && !wrong.Any(text => text.StartsWith(field.Name + " ", StringComparison.Ordinal))).Select(static field => field.Name).ToList();
        unknown.Sort(StringComparer.OrdinalIgnoreCase);
        mismatch = unknown.Count + wrong.Count + missing.Count == 0 ? null : new(unknown, missing, wrong);
        return mismatch is null ? Build(read) : null;
    }

    private object Build(Dictionary<RecordField, object?> values)
    {
        var byParameter = values.Where(static pair => pair.Key.Parameter is not null).ToDictionary(static pair => pair.Key.Parameter!.Position, static pair => pair.Value);
        var record = _constructor.Invoke([.. _constructor.GetParameters().Select(parameter => byParameter.TryGetValue(parameter.Position, out var value) ? value : parameter.DefaultValue)]);
        foreach (var (field, value) in values.Where(static pair => pair.Key.Parameter is null))
        {
            field.Property.SetValue(record, value);
        }

        return record;
    }

    // A record is named by its first property, which contracts make the id.
    private string Label(IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        var first = values.FirstOrDefault(pair => pair.Key.Equals(_fields.Values.First().Name, StringComparison.OrdinalIgnoreCase)).Value;
        return first is null ? TypeText.Of(_contract) : $"{TypeText.Of(_contract)} {first}";
    }

    private static Type? ImplementationOf(Type contract)
    {
        var name = contract.Name is ['I', var second, ..] && char.IsUpper(second) ? contract.Name[1..] : null;
        var found = name is null ? null : contract.Assembly.GetType(contract.FullName![..^contract.Name.Length] + name);
        return found is not null && contract.IsAssignableFrom(found) ? found : null;
    }

    private static bool IsOfTheFramework(Type type)
        => type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal) || space.StartsWith("Microsoft.", StringComparison.Ordinal));

    private static bool IsCopy(ConstructorInfo constructor, Type type) => constructor.GetParameters() is [{ ParameterType: var only }] && only == type;
}
