namespace Immy.Typed.Generators;

/// <summary>Metadata names of the types that the generator recognises.</summary>
internal static class KnownNames
{
    public const string CapabilityAttribute = "Immy.Typed.CapabilityAttribute";
    public const string GenerateCapabilityAttribute = "Immy.Typed.GenerateCapabilityAttribute";
    public const string BlockArgumentsAttribute = "Immy.Typed.BlockArgumentsAttribute";
    public const string RunsScriptBlockResultAttribute = "Immy.Typed.RunsScriptBlockResultAttribute";
    public const string MadeByAttribute = "Immy.Typed.MadeByAttribute";
    public const string CapabilityListAttribute = "Immy.Typed.Adapters.CapabilityListAttribute";
    public const string LenientResult = "Immy.Typed.ILenientResult<TSelf>";
    public const string CancellationToken = "System.Threading.CancellationToken";
}
