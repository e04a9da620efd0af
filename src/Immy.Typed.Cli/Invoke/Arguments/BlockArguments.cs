using Immy.Typed.Adapters;
using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Problems;
using Microsoft.AspNetCore.Http;

namespace Immy.Typed.Cli.Invoke.Arguments;

/// <summary>Turns <c>--arg NAME=JSON</c> into the arguments of a block, in the order of its parameters.</summary>
internal static class BlockArguments
{
    /// <exception cref="UsageException">A name is unknown or comes twice, JSON does not fit, or an argument is missing.</exception>
    public static object?[] Read(BlockDescriptor block, IEnumerable<string> arguments, FormValues form)
    {
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var argument in arguments)
        {
            var (name, json) = NameValue.Parse(InvokeOptions.ArgumentName, argument, "NAME=JSON", isSecret: false);
            MustBeKnown(block, name);
            if (!given.TryAdd(name, json))
            {
                throw new UsageException($"The argument '{name}' is given twice. Keep one of the two.");
            }
        }

        var values = block.Parameters.Select(parameter => parameter.IsArguments ? form.Values : Value(block, parameter, given)).ToArray();
        TakeBodyFromRequest(block, values, given);
        return values;
    }

    private static void MustBeKnown(BlockDescriptor block, string name)
    {
        var known = block.Parameters.Where(static parameter => !parameter.IsArguments).Select(static parameter => parameter.Name).ToList();
        if (known.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var hint = known.Count > 0
            ? NearestName.Hint(name, known)
            : block.Parameters.Count > 0 ? $"Its values are the form's: give them with {InvokeOptions.ParameterName} or {InvokeOptions.SecretName}." : "It takes none.";
        throw new UsageException($"{block} has no argument '{name}'. {hint}");
    }

    private static object? Value(BlockDescriptor block, BlockParameterDescriptor parameter, Dictionary<string, string> given)
    {
        if (given.TryGetValue(parameter.Name, out var json))
        {
            return ArgumentJson.Read(parameter, json);
        }

        return parameter.HasDefault || parameter.IsNullable
            ? parameter.DefaultValue
            : throw new UsageException($"{block} needs the argument {InvokeOptions.ArgumentName} {parameter.Name}=JSON ({TypeText(parameter)}). {parameter.Summary}");
    }

    // What a server does with a request that has a body.
    private static void TakeBodyFromRequest(BlockDescriptor block, object?[] values, Dictionary<string, string> given)
    {
        var body = block.Parameters.Index().FirstOrDefault(static parameter => parameter.Item.Type == typeof(object)).Item;
        if (body is not null && !given.ContainsKey(body.Name) && values.OfType<HttpContext>().FirstOrDefault() is { } context)
        {
            values[block.Parameters.Index().First(parameter => parameter.Item == body).Index] = Webhooks.RequestBody.Read(context.Request);
        }
    }

    private static string TypeText(BlockParameterDescriptor parameter) => Output.TypeNames.Of(parameter.Type);
}
