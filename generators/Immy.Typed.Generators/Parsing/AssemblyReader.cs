using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>
/// Reads the capabilities of a compilation, and remembers them for the next one that declares the same, as after most edits.
/// <c>ForAttributeWithMetadataName</c> would bind every marked interface after every edit. It keeps values, and no compilation alive.
/// </summary>
internal sealed class AssemblyReader
{
    private Memory? _memory;

    public AssemblyModel Read(Compilation compilation, CancellationToken cancellation)
    {
        var memory = _memory;
        var model = memory is not null && memory.Compilation.TryGetTarget(out var last) && Declarations.AreSame(last, compilation)
            ? memory.Model
            : new(DeclaredCapabilities.Parse(compilation, cancellation), ReferencedCapabilities.Parse(compilation, cancellation));

        // The compiler keeps the last compilation alive itself, and the next edit is compared with that one.
        _memory = new(new(compilation), model);
        return model;
    }

    private sealed record Memory(WeakReference<Compilation> Compilation, AssemblyModel Model);
}
