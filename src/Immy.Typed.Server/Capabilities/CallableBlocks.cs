using Immy.Typed.Adapters;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Which blocks anybody may call over the API.</summary>
internal static class CallableBlocks
{
    /// <summary>Why a block is not called over the API; null when it is.</summary>
    /// <param name="block">The block.</param>
    /// <param name="link">The provider link, or what stands for it.</param>
    public static string? WhyNot(BlockDescriptor block, object link) => block.Parameters switch
    {
        var parameters when parameters.Any(static parameter => parameter.Type == typeof(HttpContext))
            => $"{block} answers web requests, which JSON cannot stand for. Send the request itself to /plugins/api/v1/{link}/.",
        var parameters when parameters.Any(static parameter => parameter.IsArguments)
            => $"{block} runs with the values that the provider link was saved with. Save the link to run it, or try other values with test-connection.",
        _ => null,
    };
}
