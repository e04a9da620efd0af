using System.Management.Automation;
using Immy.Typed.Capabilities;

namespace Immy.Typed.Help;

/// <summary>
/// Every block of every interface as one set of parameters. It stands in where no interface is named, which is what help and
/// completion ask; a script that names none is still refused, since the interface is mandatory.
/// </summary>
internal static class BlockUnion
{
    public static RuntimeDefinedParameterDictionary Of(CapabilityCatalog catalog)
    {
        var parameters = new RuntimeDefinedParameterDictionary();
        foreach (var block in catalog.Capabilities.Where(static capability => !capability.IsRoot).SelectMany(static capability => capability.Blocks))
        {
            parameters[block.Name] = new(block.Name, typeof(ScriptBlock), [block.Summary.Length == 0 ? new ParameterAttribute() : new ParameterAttribute { HelpMessage = block.Summary }]);
        }

        return parameters;
    }
}
