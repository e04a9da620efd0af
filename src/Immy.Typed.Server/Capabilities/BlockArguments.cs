using System.Text.Json;
using Immy.Typed.Adapters;
using Immy.Typed.Problems;
using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Turns a JSON object into the arguments of a block.</summary>
internal static class BlockArguments
{
    /// <summary>The arguments in the order of the block's parameters, and what is wrong by parameter.</summary>
    public static (object?[] Values, IReadOnlyDictionary<string, string> Wrong) Read(BlockDescriptor block, IReadOnlyDictionary<string, JsonElement> given)
    {
        var byName = LinkValues.ByName(given);
        var wrong = new Dictionary<string, string>();
        var names = block.Parameters.Select(static parameter => parameter.Name).ToList();
        foreach (var name in byName.Keys.Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            wrong[name] = $"{block} has no parameter '{name}'. {(names.Count == 0 ? "It takes none: send {}." : NearestName.Hint(name, names))}";
        }

        return ([.. block.Parameters.Select(parameter => Read(block, parameter, byName, wrong))], wrong);
    }

    private static object? Read(BlockDescriptor block, BlockParameterDescriptor parameter, Dictionary<string, JsonElement> given, Dictionary<string, string> wrong)
    {
        if (!given.TryGetValue(parameter.Name, out var json))
        {
            if (!parameter.HasDefault && !parameter.IsNullable)
            {
                wrong[parameter.Name] = $"{block} needs {parameter.Name}, {TypeWords.Of(parameter.Type)}. {parameter.Summary}".TrimEnd();
            }

            return parameter.DefaultValue;
        }

        if (json.ValueKind == JsonValueKind.Null)
        {
            if (!parameter.IsNullable)
            {
                wrong[parameter.Name] = $"{parameter.Name} cannot be null. Send {TypeWords.Of(parameter.Type)}.";
            }

            return null;
        }

        try
        {
            return parameter.Type == typeof(object) ? LinkValues.ToScript(json) : json.Deserialize(parameter.Type, CapabilityJson.Arguments);
        }
        catch (JsonException exception)
        {
            var place = exception.Path is { Length: > 2 } path ? $"{parameter.Name}{path[1..]}" : parameter.Name;
            var reason = exception.Message.StartsWith("JSON deserialization", StringComparison.Ordinal) ? $" {Reason(exception)}" : "";
            wrong[parameter.Name] = $"{place} is not what is expected: {parameter.Name} is {TypeWords.Of(parameter.Type)}.{reason}";
            return null;
        }
    }

    // What follows is about bytes and paths of the parser's own.
    private static string Reason(JsonException exception) => exception.Message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0];
}
