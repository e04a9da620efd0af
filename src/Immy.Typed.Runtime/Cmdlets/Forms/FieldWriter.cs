using System.Management.Automation;
using Immy.Typed.Problems;
using Immy.Typed.Sessions.Engine;

namespace Immy.Typed.Cmdlets;

/// <summary>Writes fields of the form so that a dynamicparam block ends with one collection, however many fields it wrote.</summary>
internal static class FieldWriter
{
    /// <summary>Writes what was made, or adds it to the collection that the dynamicparam block has written already.</summary>
    public static void Write(SessionCommand command, RuntimeDefinedParameter field) => Write(command, [field], asIs: field);

    /// <summary>Writes a collection, or adds its fields to the one that the dynamicparam block has written already.</summary>
    public static void Write(SessionCommand command, RuntimeDefinedParameterDictionary fields) => Write(command, fields.Values, asIs: fields);

    /// <summary>Adds a field; two of one name are an error.</summary>
    public static void Add(SessionCommand command, RuntimeDefinedParameterDictionary fields, RuntimeDefinedParameter field)
    {
        if (!fields.TryAdd(field.Name, field))
        {
            throw command.Raise(HostProblems.FieldTwice(field.Name));
        }
    }

    private static void Write(SessionCommand command, IEnumerable<RuntimeDefinedParameter> fields, object asIs)
    {
        if (DynamicParameterPipe.WrittenBefore(command) is not { } before)
        {
            command.WriteObject(asIs, enumerateCollection: false);
            return;
        }

        var known = before.Select(static item => item is PSObject wrapped ? wrapped.BaseObject : item).OfType<RuntimeDefinedParameterDictionary>().FirstOrDefault();
        var collection = known ?? new RuntimeDefinedParameterDictionary();
        foreach (var field in fields)
        {
            Add(command, collection, field);
        }

        if (known is null)
        {
            command.WriteObject(collection, enumerateCollection: false);
        }
    }
}
