using System.Text.Json;
using System.Text.Json.Serialization;
using Immy.Typed.Adapters;
using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Cli.Output;
using Immy.Typed.Cli.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Immy.Typed.Cli.Invoke.Arguments;

/// <summary>Reads one argument of a block from JSON.</summary>
internal static class ArgumentJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(), new NumberAsTextConverter() },
    };

    /// <exception cref="UsageException">The text is no JSON, or does not fit the parameter.</exception>
    public static object? Read(BlockParameterDescriptor parameter, string text)
    {
        var json = text.Trim();
        if (json == "null")
        {
            return parameter.IsNullable ? null : throw new UsageException($"The argument {parameter.Name} cannot be null. For the text write it in quotes: \"null\".");
        }

        try
        {
            return Read(parameter.Type, json, text);
        }
        catch (JsonException exception)
        {
            throw new UsageException($"The argument {parameter.Name} is not JSON that fits {TypeNames.Of(parameter.Type)}: {Reason(exception)}");
        }
    }

    private static object? Read(Type type, string json, string text)
    {
        if (type == typeof(string))
        {
            return json.StartsWith('"') ? JsonSerializer.Deserialize<string>(json, Options) : text;
        }

        if (type == typeof(object))
        {
            return IsJson(json) ? RequestBody.ParseJson(json) : text;
        }

        if (type == typeof(HttpContext))
        {
            return JsonSerializer.Deserialize<RequestDescription>(json, Options)!.ToContext();
        }

        // These are texts in JSON, so that a bare word can only mean one thing.
        var isWrittenAsText = (type.IsEnum || type == typeof(TimeSpan)) && !json.StartsWith('"');
        return JsonSerializer.Deserialize(isWrittenAsText ? JsonSerializer.Serialize(json) : json, type, Options);
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // What follows is about bytes and paths of the parser's own.
    private static string Reason(JsonException exception) => exception.Message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0];
}
