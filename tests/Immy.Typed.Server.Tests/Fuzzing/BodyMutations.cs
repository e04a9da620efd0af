using System.Text;
using System.Text.Json.Nodes;

namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>Odd bodies: one thing at a time is not as the schema has it.</summary>
internal static class BodyMutations
{
    // Where a value stands that is put in afterwards, since it need be no JSON.
    private const string Place = "here-it-is-put-in";

    public static IEnumerable<FuzzRequest> Of(FuzzRequest right, JsonNode body)
    {
        var text = body.ToJsonString();
        foreach (var path in Paths(body))
        {
            yield return With(right, $"{string.Join('.', path)} is missing", Without(body, path));
            foreach (var (name, token) in OddValues.Tokens)
            {
                yield return With(right, $"{string.Join('.', path)} is {name}", Put(body, path, token));
            }
        }

        foreach (var (name, token) in OddValues.Tokens)
        {
            yield return With(right, $"the body is {name}", token);
        }

        if (body is JsonObject { Count: > 0 } thing)
        {
            var first = thing.First();
            yield return With(right, "a property that does not exist", $"{text[..^1]},\"nobody\":\"\\u0000\"}}");
            yield return With(right, "a property comes twice", $"{text[..^1]},\"{first.Key}\":{first.Value?.ToJsonString() ?? "null"}}}");
            yield return With(right, "other letters of a property", text.Replace($"\"{first.Key}\"", $"\"{first.Key.ToUpperInvariant()}\"", StringComparison.Ordinal));
            yield return With(right, "a comma at the end", text[..^1] + ",}");
            yield return With(right, "a remark", "/* x */" + text);
        }

        yield return With(right, "no JSON", "not json");
        yield return With(right, "nothing", "");
        yield return With(right, "the end is missing", text[..(text.Length / 2)]);
        yield return With(right, "two documents", text + text);
        yield return right with { Oddity = "a byte order mark before the body", Body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] };
        yield return right with { Oddity = "bytes that are no text", Body = [.. Encoding.UTF8.GetBytes(text[..1]), 0xFF, 0xFE, 0x00] };
        yield return right with { Oddity = "UTF-16", Body = Encoding.Unicode.GetBytes(text), ContentType = "application/json; charset=utf-16" };
        yield return right with { Oddity = "UTF-16 that is not told", Body = Encoding.Unicode.GetBytes(text) };
        yield return right with { Oddity = "a charset that does not exist", ContentType = "application/json; charset=nobody" };
        yield return right with { Oddity = "an odd charset", ContentType = "application/json; charset=utf-7" };
        yield return right with { Oddity = "text/plain", ContentType = "text/plain" };
        yield return right with { Oddity = "a form", ContentType = "application/x-www-form-urlencoded" };
        yield return right with { Oddity = "no content type", ContentType = null };
        yield return right with { Oddity = "a content type that is none", ContentType = "json;;" };
        yield return right with { Oddity = "no body", Body = null };
        yield return right with { Oddity = "5 MB", Body = [.. Encoding.UTF8.GetBytes(text), .. Enumerable.Repeat((byte)' ', 5 << 20)] };
        yield return right with { Oddity = "a body that says it is gzip", Headers = [("Content-Encoding", "gzip")] };
    }

    private static FuzzRequest With(FuzzRequest right, string oddity, string body) => right with { Oddity = oddity, Body = Encoding.UTF8.GetBytes(body) };

    private static IEnumerable<IReadOnlyList<string>> Paths(JsonNode? node) => node switch
    {
        JsonObject thing => thing.SelectMany(static member => Paths(member.Value).Select(path => (IReadOnlyList<string>)[member.Key, .. path]).Prepend([member.Key])),
        JsonArray { Count: > 0 } list => Paths(list[0]).Select(static path => (IReadOnlyList<string>)["0", .. path]).Prepend(["0"]),
        _ => [],
    };

    private static string Without(JsonNode body, IReadOnlyList<string> path)
    {
        var copy = body.DeepClone();
        switch (Parent(copy, path))
        {
            case JsonObject thing:
                thing.Remove(path[^1]);
                break;
            case JsonArray list:
                list.RemoveAt(0);
                break;
        }

        return copy.ToJsonString();
    }

    private static string Put(JsonNode body, IReadOnlyList<string> path, string token)
    {
        var copy = body.DeepClone();
        if (Parent(copy, path) is JsonArray list)
        {
            list[0] = Place;
        }
        else
        {
            Parent(copy, path)[path[^1]] = Place;
        }

        return copy.ToJsonString().Replace($"\"{Place}\"", token, StringComparison.Ordinal);
    }

    private static JsonNode Parent(JsonNode body, IReadOnlyList<string> path)
        => path.SkipLast(1).Aggregate(body, static (node, name) => node is JsonArray list ? list[0]! : node[name]!);
}
