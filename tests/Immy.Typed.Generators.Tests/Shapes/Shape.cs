using System.Collections.Immutable;
using Immy.Typed.Generators.Tests.Diagnostics;
using Immy.Typed.Generators.Tests.Support;

namespace Immy.Typed.Generators.Tests.Shapes;

/// <summary>Contracts of one shape: nothing is told of them, and what is generated compiles without a warning.</summary>
internal static class Shape
{
    private const string Imports = """
        #pragma warning disable CS1591
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Threading;
        using System.Threading.Tasks;
        using Immy.Typed;


        """;

    private static readonly ImmutableHashSet<string> Advice = ["IMMY011", "IMMY012"];

    public static async Task<EmittedAssembly> EmitAsync(params IEnumerable<string> sources)
    {
        var files = sources.Select(static source => Imports + source).ToArray();
        var told = await Analysis.RunAsync(Sources.Compile(files), Analysis.All);
        Assert.Equal([], told.Where(static diagnostic => !Advice.Contains(diagnostic.Id)).Select(static diagnostic => diagnostic.ToString()));
        var generation = Generation.Of(files);
        Assert.Equal("", generation.Complaints());
        return EmittedAssembly.Of(generation);
    }

    /// <summary>Calls a block on the adapter, as a caller without the type does.</summary>
    public static async Task<object?> CallAsync(EmittedAssembly assembly, string capability, string block, RecordingInvoker invoker, params object?[] arguments)
        => await assembly[capability].FindBlock(block)!.Call(assembly[capability].CreateAdapter(invoker), arguments, TestContext.Current.CancellationToken);
}
