using Immy.Typed.Generators.Emission;
using Immy.Typed.Generators.Model;
using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators;

/// <summary>
/// Turns every interface marked <c>[Capability]</c> into its cmdlet parameters, adapter, castable shim and descriptor,
/// and writes one list of them per assembly.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CapabilityGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var reader = new AssemblyReader();
        var model = context.CompilationProvider
            .Select((compilation, cancellation) => reader.Read(compilation, cancellation))
            .WithTrackingName(StepNames.Model);

        var declared = model
            .SelectMany(static (assembly, _) => assembly.Declared)
            .Select(static (capability, _) => capability.Model)
            .WhereNotNull()
            .WithTrackingName(StepNames.Declared);

        var referenced = model
            .SelectMany(static (assembly, _) => assembly.Referenced)
            .Collect()
            .Combine(declared.Collect())
            .SelectMany(static (both, _) => ReferencedCapabilities.Distinct(both.Left, both.Right))
            .WithTrackingName(StepNames.Referenced);

        // Those with an error have names too, and a name clash is told at both.
        var clashes = model
            .SelectMany(static (assembly, _) => assembly.Declared)
            .Select(static (capability, _) => capability.Name)
            .Collect()
            .Combine(referenced.Collect())
            .Select(static (both, _) => Clashes.Among(both.Left, both.Right))
            .WithTrackingName(StepNames.Clashes);

        declared = declared.Combine(clashes).SelectMany(static (both, _) => both.Right.Without(both.Left));
        referenced = referenced.Combine(clashes).SelectMany(static (both, _) => both.Right.Without(both.Left));

        var assembly = context.CompilationProvider
            .Select(static (compilation, _) => compilation.AssemblyName ?? "Assembly")
            .WithTrackingName(StepNames.Assembly);

        var list = declared.Collect()
            .Combine(referenced.Collect())
            .Combine(assembly)
            .Select(static (parts, _) => ListModel.Of(parts.Right, parts.Left.Left, parts.Left.Right))
            .WithTrackingName(StepNames.List);

        context.RegisterSourceOutput(declared, static (output, capability) => CapabilityEmitter.Emit(output, capability));
        context.RegisterSourceOutput(referenced, static (output, capability) => CapabilityEmitter.Emit(output, capability));
        context.RegisterSourceOutput(list, static (output, capabilities) => ListEmitter.Emit(output, capabilities));
    }
}
