using System.Text.Json.Nodes;
using Immy.Typed.Adapters;
using Microsoft.AspNetCore.Mvc;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Parameters and results of blocks as JSON Schema.</summary>
internal static class BlockSchemas
{
    public static bool IsRequired(BlockParameterDescriptor parameter) => !parameter.HasDefault && !parameter.IsNullable;

    public static JsonNode OfParameter(BlockParameterDescriptor parameter)
        => parameter.Type == typeof(HttpContext) || parameter.IsArguments ? new JsonObject() : CapabilityJson.SchemaOf(parameter.Type, parameter.IsNullable);

    /// <summary>The schema of the result, or of each item of a list; null where nothing is owed.</summary>
    public static JsonNode? OfResult(BlockDescriptor block) => block.Shape == ResultShape.Nothing ? null
        : typeof(IActionResult).IsAssignableFrom(block.ResultType) ? new JsonObject()
        : CapabilityJson.SchemaOf(block.ResultType, block.IsResultNullable);
}
