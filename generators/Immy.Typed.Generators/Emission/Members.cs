using Immy.Typed.Generators.Model;

namespace Immy.Typed.Generators.Emission;

/// <summary>The C# of one member: how it is declared, how it runs its block, how it is called.</summary>
internal static class Members
{
    private const string Results = "global::Immy.Typed.Adapters.Results";

    /// <summary>The member as an explicit implementation declares it.</summary>
    public static string Signature(BlockModel block) => block.IsProperty
        ? $"{block.Result.Returned} {block.Owner}.{block.Member}"
        : $"{block.Result.Returned} {block.Owner}.{block.Member}({string.Join(", ", block.Parameters.Select(static parameter => $"{parameter.Type} {parameter.Name}"))})";

    /// <summary>Whether the adapter awaits: only where a stream is collected into a task.</summary>
    public static bool NeedsAsync(ResultModel result) => result is { Shape: Shape.List, Carrier: Carrier.Task or Carrier.ValueTask };

    /// <summary>The member's body in the adapter.</summary>
    public static string Invocation(BlockModel block, string descriptor)
    {
        var token = Token(block);
        var arguments = $"{descriptor}.{block.Identifier}, [{string.Join(", ", Passed(block).Select(static parameter => parameter.Name))}], {token}";
        var result = block.Result;
        return (result.Shape, result.Carrier) switch
        {
            (Shape.Nothing, Carrier.Task) => $"_invoker.InvokeAsync({arguments})",
            (Shape.Nothing, Carrier.ValueTask) => $"new(_invoker.InvokeAsync({arguments}))",
            (Shape.Nothing, _) => $"_invoker.InvokeAsync({arguments}).GetAwaiter().GetResult()",
            (Shape.Scalar, Carrier.Task) => $"_invoker.InvokeAsync<{result.Type}>({arguments})",
            (Shape.Scalar, Carrier.ValueTask) => $"new(_invoker.InvokeAsync<{result.Type}>({arguments}))",
            (Shape.Scalar, _) => $"_invoker.InvokeAsync<{result.Type}>({arguments}).GetAwaiter().GetResult()",
            (_, Carrier.Stream) => $"_invoker.StreamAsync<{result.Type}>({arguments})",
            (_, Carrier.None) => $"{Results}.Collect(_invoker.StreamAsync<{result.Type}>({arguments}), {token}).GetAwaiter().GetResult()",
            _ => $"await {Results}.Collect(_invoker.StreamAsync<{result.Type}>({arguments}), {token}).ConfigureAwait(false)",
        };
    }

    /// <summary>The call of a default implementation, which only an object that does not override it can reach.</summary>
    public static string DefaultCall(BlockModel block)
    {
        var call = Access(block, $"(({block.Owner})new {Without(block)}(this))");
        return NeedsAsync(block.Result) ? $"await {call}.ConfigureAwait(false)" : call;
    }

    /// <summary>The class in the adapter that implements everything but an optional member.</summary>
    public static string Without(BlockModel block) => "Without" + block.Name;

    /// <summary>The member's use on a target with the member's own parameters.</summary>
    public static string Access(BlockModel block, string target) => block.IsProperty
        ? $"{target}.{block.Member}"
        : $"{target}.{block.Member}({string.Join(", ", block.Parameters.Select(static parameter => parameter.Name))})";

    /// <summary>The body of the lambda that calls the member for callers that don't know the interface.</summary>
    public static string UntypedCall(BlockModel block)
    {
        var position = 0;
        var arguments = string.Join(", ", block.Parameters.Select(parameter => parameter.IsCancellation
            ? "cancellationToken"
            : $"({parameter.Type})arguments[{position++}]{(parameter.Type.EndsWith("?", StringComparison.Ordinal) ? "" : "!")}"));
        var target = $"(({block.Owner})capability).{block.Member}";
        var call = block.IsProperty ? target : $"{target}({arguments})";
        return (block.Result.Shape, block.Result.Carrier) switch
        {
            (Shape.Nothing, Carrier.None) => $"static (capability, arguments, cancellationToken) => {{ {call}; return default; }}",
            (Shape.Nothing, _) => $"static async (capability, arguments, cancellationToken) => {{ await {call}.ConfigureAwait(false); return null; }}",
            (Shape.Scalar, Carrier.None) => $"static (capability, arguments, cancellationToken) => new({call})",
            (Shape.Scalar, _) => $"static async (capability, arguments, cancellationToken) => await {call}.ConfigureAwait(false)",
            (_, Carrier.Stream) => $"static (capability, arguments, cancellationToken) => new({Results}.Untyped({call}, cancellationToken))",
            (_, Carrier.None) => $"static (capability, arguments, cancellationToken) => new({Results}.Untyped({call}))",
            _ => $"static async (capability, arguments, cancellationToken) => {Results}.Untyped(await {call}.ConfigureAwait(false))",
        };
    }

    private static IEnumerable<ParameterModel> Passed(BlockModel block) => block.Parameters.Where(static parameter => !parameter.IsCancellation);

    private static string Token(BlockModel block)
        => block.Parameters.FirstOrDefault(static parameter => parameter.IsCancellation)?.Name ?? "global::System.Threading.CancellationToken.None";
}
