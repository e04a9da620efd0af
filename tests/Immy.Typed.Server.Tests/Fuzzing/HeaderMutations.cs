using Immy.Typed.Server.Security;

namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>Odd headers, keys that are not enough, and verbs that a path does not take.</summary>
internal static class HeaderMutations
{
    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "NOBODY"];

    public static IEnumerable<FuzzRequest> Of(Operation operation, FuzzRequest right, FuzzWorld world, ApiDescription api)
    {
        foreach (var verb in Verbs.Except(api.Operations.Where(other => other.Path == operation.Path).Select(static other => other.Method)))
        {
            yield return right with { Oddity = $"the verb {verb}", Method = verb, Expected = 405 };
        }

        foreach (var (name, value) in new[]
        {
            ("Accept", "nonsense"), ("Accept", "application/xml"), ("Accept", "*/*;q=0"), ("Accept", "application/x-ndjson"), ("Accept", "text/event-stream, ;;"), ("Accept-Encoding", "nobody"), ("Accept-Language", new string('x', 2000)), ("Range", "bytes=5-1"), ("Last-Event-ID", "-9x"),
            ("Last-Event-ID", "99999999999999999999"), ("Cookie", "immy=x; ;=;"), ("Origin", "https://elsewhere.example"), ("X-Forwarded-For", "x, y"), ("X-HTTP-Method-Override", "DELETE"), ("If-None-Match", "*"), ("If-Modified-Since", "yesterday"), ("traceparent", "x"), ("Host", "elsewhere.example"),
        })
        {
            yield return right with { Oddity = $"{name}: {value[..Math.Min(30, value.Length)]}", Headers = [(name, value)] };
        }

        foreach (var request in States(operation, right))
        {
            yield return request;
        }

        if (operation.Role is { } role)
        {
            yield return right with { Oddity = "no key", Authorization = null, Expected = 401 };
            foreach (var text in new[] { "Bearer", "Bearer immy_x_y", "Bearer immy__", "Basic YTpi", "Bearer a b c", $"Bearer immy_{new string('a', 3000)}_b", "\"" })
            {
                yield return right with { Oddity = "a key that is none", Authorization = text, Expected = 401 };
            }

            foreach (var lesser in Enum.GetValues<Role>().Where(lesser => lesser < role))
            {
                yield return right with { Oddity = $"a key of the role {lesser}", Authorization = $"Bearer {world.Keys[lesser]}", Expected = 403 };
            }
        }
    }

    private static IEnumerable<FuzzRequest> States(Operation operation, FuzzRequest right)
    {
        if (!operation.IsEdit)
        {
            yield break;
        }

        yield return right with { Oddity = "no If-Match", SendsState = false, Expected = 428 };
        foreach (var state in new[] { "x", "\"x\"", "*", "W/\"x\"", "\"a\", \"b\"", new string('"', 300) })
        {
            yield return right with { Oddity = $"If-Match: {state[..Math.Min(10, state.Length)]}", SendsState = false, Headers = [("If-Match", state)], Expected = 412 };
        }
    }
}
