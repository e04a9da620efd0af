namespace Immy.Typed.Generators.Model;

/// <summary>The capabilities that an assembly declares and those that it asks for.</summary>
/// <param name="Declared">Its own interfaces, also those with an error.</param>
/// <param name="Referenced">Interfaces of other assemblies, without an error.</param>
internal sealed record AssemblyModel(EquatableArray<ParsedCapability> Declared, EquatableArray<CapabilityModel> Referenced);
