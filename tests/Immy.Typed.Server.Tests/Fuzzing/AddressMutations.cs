namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>Odd paths and odd parameters of an address.</summary>
internal static class AddressMutations
{
    public static IEnumerable<FuzzRequest> Of(Operation operation, FuzzRequest right)
    {
        foreach (var collection in operation.Collections.Distinct())
        {
            foreach (var (name, text) in OddValues.Addressed.Where(static odd => odd.Text.Length > 0))
            {
                yield return right with { Oddity = $"the id in {collection} is {name}", Target = Replace(right.Target, collection, text) };
            }
        }

        foreach (var parameter in operation.Query)
        {
            foreach (var (name, text) in OddValues.Addressed)
            {
                yield return right with { Oddity = $"{parameter.Name} is {name}", Target = With(right.Target, parameter.Name, text) };
            }

            yield return right with { Oddity = $"{parameter.Name} comes twice", Target = With(right.Target, parameter.Name, $"1&{parameter.Name}=2") };
            yield return right with { Oddity = $"{parameter.Name} has no value", Target = $"{right.Target.Split('?')[0]}?{parameter.Name}" };
        }

        yield return right with { Oddity = "a parameter that does not exist", Target = With(right.Target, "nobody", "%00") };
        yield return right with { Oddity = "signs only after the question mark", Target = $"{right.Target.Split('?')[0]}?&&=&%00=%FF" };
        yield return right with { Oddity = "a slash at the end", Target = right.Target.Split('?')[0] + "/" };
        yield return right with { Oddity = "two slashes", Target = right.Target.Replace("/v1/", "/v1//", StringComparison.Ordinal) };
        yield return right with { Oddity = "a path that does not exist", Target = right.Target.Split('?')[0] + "/nothing/here" };
        yield return right with { Oddity = "other letters of the path", Target = right.Target.Replace("/api/v1", "/API/V1", StringComparison.Ordinal) };
    }

    // In the place of the same parameter, or after the others.
    private static string With(string target, string name, string value)
        => target.Contains($"?{name}=", StringComparison.Ordinal) || !target.Contains('?', StringComparison.Ordinal) ? $"{target.Split('?')[0]}?{name}={value}" : $"{target}&{name}={value}";

    private static string Replace(string path, string collection, string value)
    {
        var parts = path.Split('/');
        parts[Array.IndexOf(parts, collection) + 1] = value;
        return string.Join('/', parts);
    }
}
