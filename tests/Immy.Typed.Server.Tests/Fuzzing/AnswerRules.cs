using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>What every answer must be, whatever was asked.</summary>
internal sealed partial class AnswerRules(ApiDescription api, IReadOnlyList<string> unspeakable)
{
    /// <summary>What is wrong with an answer; empty when nothing is.</summary>
    public IEnumerable<string> WhatIsWrong(FuzzRequest request, int status, string? contentType, string text)
    {
        if (request.Expected is { } expected && status != expected)
        {
            yield return $"{expected} was expected";
        }

        if (status >= 500 && !MayFail(request.Operation, status))
        {
            yield return "it is the request that is wrong, not the server";
        }

        if (unspeakable.FirstOrDefault(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)) is { } told)
        {
            yield return $"it tells {told}";
        }

        if (Insides.Match(text) is { Success: true } insides)
        {
            yield return $"it tells '{insides.Value}'";
        }

        var wrong = status >= 400 ? Refusal(request, status, contentType, text) : status >= 300 ? "it leads elsewhere" : request.Method == request.Operation.Method ? Success(request.Operation, status, contentType, text) : null;
        if (wrong is not null)
        {
            yield return wrong;
        }
    }

    // A stack trace, or the name of an exception.
    [GeneratedRegex(@"   at [A-Z]\w+\.|\b(System|Microsoft|Npgsql)(\.\w+)*\.\w*Exception\b|SqlState|SQLite Error")]
    private static partial Regex Insides { get; }

    // Blocks go out to a remote system by a script: what fails there, waits or is late is told as such.
    private static bool MayFail(Operation operation, int status) => operation.IsBlock && status is 502 or 503 or 504;

    private static string? Refusal(FuzzRequest request, int status, string? contentType, string text)
    {
        // The web server itself refuses such a path, before anything of this server could speak.
        if (status == 400 && text.Length == 0 && request.Target.Split('?')[0].Contains("%00", StringComparison.Ordinal))
        {
            return null;
        }

        if (contentType != "application/problem+json")
        {
            return $"a refusal must be application/problem+json, and this is {contentType ?? "nothing"}";
        }

        var problem = JsonNode.Parse(text)!;
        return problem["title"]?.GetValue<string>() is not { Length: > 0 } ? "it has no title"
            : problem["detail"]?.GetValue<string>() is not { Length: > 0 } && problem["errors"] is not JsonObject { Count: > 0 } ? "it does not say why"
            : problem["status"]?.GetValue<int>() != status ? "it tells another status"
            : null;
    }

    private string? Success(Operation operation, int status, string? contentType, string text)
    {
        if (operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is not { } response)
        {
            return $"the document does not tell of {status}, but of {string.Join(", ", operation.Responses.Select(static known => known.Key))}";
        }

        if (response["content"] is not JsonObject { Count: > 0 } content)
        {
            return text.Length == 0 ? null : "the document tells of no body";
        }

        if (contentType is null || content[contentType] is not { } kind)
        {
            return $"the document tells of {string.Join(", ", content.Select(static known => known.Key))}, and this is {contentType ?? "nothing"}";
        }

        if (!contentType.Contains("json", StringComparison.Ordinal) || kind["schema"] is not JsonObject schema)
        {
            return null;
        }

        var lines = contentType == "application/x-ndjson" ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [text];
        return lines.Select(line => api.WhyNot(schema, JsonElement.Parse(line))).FirstOrDefault(static why => why is not null) is { } why ? $"it is not what the document tells: {why}" : null;
    }
}
