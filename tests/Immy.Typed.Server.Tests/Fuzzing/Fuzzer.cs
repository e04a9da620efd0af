using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>Makes up requests to every operation, sends them, and looks at what comes of them.</summary>
internal sealed class Fuzzer(FuzzWorld world, ApiDescription api, int seed, int requestsOfEach) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience };
    private readonly AnswerRules _rules = new(api, [FuzzScript.Secret, world.Server.Folder, AppContext.BaseDirectory.TrimEnd('/')]);

    /// <summary>What was wrong, each with all that sends it again.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>The operations that no request got through to.</summary>
    public List<string> NotReached { get; } = [];

    public int Sent { get; private set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task RunAsync()
    {
        // What reads comes first, and what deletes last: by then nothing needs it any more, and what is below a thing goes before it.
        var order = api.Operations.OrderBy(static operation => Array.IndexOf(["GET", "POST", "PUT", "DELETE"], operation.Method))
            .ThenByDescending(static operation => operation.Path.Split('/').Length).ThenBy(static operation => operation.Path, StringComparer.Ordinal).ToList();
        foreach (var (index, operation) in order.Index())
        {
            await world.MendAsync();
            await FuzzAsync(operation, new Random(seed + index));
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task FuzzAsync(Operation operation, Random random)
    {
        var (right, path) = (Right(operation), world.PathOf(operation));
        var odd = Odd(operation, right).ToArray();
        random.Shuffle(odd);
        var (isReached, isGone) = (false, operation.Method == "DELETE" && operation.Collections.Count > 0);
        foreach (var request in odd.Take(requestsOfEach).Prepend(right))
        {
            await world.MakeRoomAsync(operation);
            if (isGone)
            {
                await world.RenewAsync(operation);
            }

            var isDone = await SendAsync(request with { Target = request.Target.Replace(path, world.PathOf(operation), StringComparison.Ordinal) }) is >= 200 and < 300;
            isReached |= isDone;
            isGone = isDone && operation is { Method: "DELETE", Collections.Count: > 0 };
        }

        if (isGone)
        {
            await world.RenewAsync(operation);
        }

        if (!isReached)
        {
            NotReached.Add(operation.ToString());
        }
    }

    private FuzzRequest Right(Operation operation) => new(operation, "nothing", world.PathOf(operation) + (operation.Query.Any(static parameter => parameter.Name == "clientId") ? "?clientId=c1" : ""))
    {
        Authorization = $"Bearer {world.Administrator}",
        Body = BodyOf(operation) is { } body ? Encoding.UTF8.GetBytes(body.ToJsonString()) : null,
    };

    private JsonNode? BodyOf(Operation operation)
        => world.Values.Of(operation.ToString()) ?? operation.Example?.DeepClone() ?? (operation.Body is { } schema ? BodyValues.Of(schema, api) : null);

    private IEnumerable<FuzzRequest> Odd(Operation operation, FuzzRequest right) =>
    [
        .. AddressMutations.Of(operation, right),
        .. HeaderMutations.Of(operation, right, world, api),
        .. BodyOf(operation) is { } body ? BodyMutations.Of(right, body) : [],
    ];

    private async Task<int> SendAsync(FuzzRequest request)
    {
        var state = request.SendsState ? await StateAsync(request.Operation) : null;
        if (request.Body is { } body && request.ContentType?.Contains("utf-16", StringComparison.Ordinal) is not true && body.AsSpan().IndexOf("NUMBER"u8) >= 0)
        {
            request = request with { Body = Encoding.Latin1.GetBytes(world.Values.Fresh(Encoding.Latin1.GetString(body))) };
        }

        Sent++;
        try
        {
            using var message = request.Message(world.Server.Client.BaseAddress!, state);
            using var response = await _client.SendAsync(message, Token);
            var text = await response.Content.ReadAsStringAsync(Token);
            var status = (int)response.StatusCode;
            Faults.AddRange(_rules.WhatIsWrong(request, status, response.Content.Headers.ContentType?.MediaType, text).Select(wrong => Fault(request, state, $"{status} {text[..Math.Min(300, text.Length)]}", wrong)));
            return status;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !Token.IsCancellationRequested)
        {
            Faults.Add(Fault(request, state, exception.Message, "there is no answer"));
            return 0;
        }
    }

    // What an edit must be based on: the state of the thing, or of that which its path lies below.
    private async Task<string?> StateAsync(Operation operation)
    {
        if (!operation.IsEdit && operation.ToString() != "PUT /api/v1/module-scripts/{name}")
        {
            return null;
        }

        var path = world.PathOf(operation);
        path = path.Contains("/versions/", StringComparison.Ordinal) ? path[..path.IndexOf("/versions/", StringComparison.Ordinal)] : path;
        using var read = await world.Server.Client.GetAsync(new Uri(world.Server.Client.BaseAddress!, path), Token);
        return read.Headers.ETag?.ToString();
    }

    private string Fault(FuzzRequest request, string? state, string answer, string wrong)
        => string.Create(CultureInfo.InvariantCulture, $"{request.Operation}, {request.Oddity} (seed {seed}): {wrong}.\n    {request.ToCurl(state)}\n    {answer}");
}
