using System.Text.Json;
using System.Text.Json.Serialization;
using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Computers;

namespace Immy.Typed.Cli.Invoke;

/// <summary>A made-up computer as a JSON file describes it.</summary>
internal sealed record ComputerFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public string Name { get; init; } = "COMPUTER";

    /// <summary>Windows paths and texts.</summary>
    public Dictionary<string, string> Files { get; init; } = [];

    /// <summary>Windows paths and the PowerShell scripts that run in the programs' place.</summary>
    public Dictionary<string, string> Programs { get; init; } = [];

    /// <summary>Keys such as <c>HKLM:\SOFTWARE\Vendor</c>, each with its values.</summary>
    public Dictionary<string, Dictionary<string, JsonElement>> Registry { get; init; } = [];

    public Dictionary<string, string> Environment { get; init; } = [];

    /// <exception cref="UsageException">The file cannot be read or describes no computer.</exception>
    public static InMemoryComputer Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ComputerFile>(UserFile.Read("computer file", path), Options)!.ToComputer();
        }
        catch (JsonException exception)
        {
            throw new UsageException($"The computer file '{path}' is no description of a computer: {exception.Message}");
        }
    }

    private InMemoryComputer ToComputer() => new(Name)
    {
        Files = Files,
        Programs = Programs,
        Environment = Environment,
        Registry = Registry.ToDictionary(
            static key => key.Key,
            static key => (IReadOnlyDictionary<string, object?>)key.Value.ToDictionary(static value => value.Key, static value => Value(value.Value))),
    };

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        JsonValueKind.Number => value.GetInt64(),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.Array => value.EnumerateArray().Select(static item => item.ToString()).ToArray(),
        _ => value.GetRawText(),
    };
}
