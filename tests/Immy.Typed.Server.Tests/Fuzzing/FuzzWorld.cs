using System.Net.Http.Json;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>A server with one of everything, and what stands in its place when a request destroyed it.</summary>
internal sealed class FuzzWorld : IAsyncDisposable
{
    /// <summary>The one user's password.</summary>
    public const string Password = "four unrelated words 17";

    private readonly Dictionary<string, string> _ids = [];
    private readonly Queue<string> _agents = [];
    private string _link = "";

    private FuzzWorld(TestServer server, RemoteSystem remote) => (Server, Remote, Values) = (server, remote, new BodyValues(this));

    public TestServer Server { get; }

    /// <summary>What the link's script talks to.</summary>
    public RemoteSystem Remote { get; }

    public BodyValues Values { get; }

    public string Administrator { get; private set; } = "";

    /// <summary>The one user's name.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>A key of a role.</summary>
    public Dictionary<Role, string> Keys { get; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<FuzzWorld> StartAsync(params string[] arguments)
    {
        var world = new FuzzWorld(await TestServer.StartAsync(null, arguments), await RemoteSystem.StartAsync());
        await world.PrepareAsync();
        return world;
    }

    /// <summary>The id of the thing in a collection.</summary>
    public string this[string collection] => _ids[collection];

    /// <summary>The path of an operation with the ids of what there is.</summary>
    public string PathOf(Operation operation) => operation.Collections.Aggregate(operation.Path, (path, collection) => ReplaceFirst(path, IdOf(operation, collection)));

    /// <summary>Takes away what would only let an operation say that there is one already, or that there are too many.</summary>
    public async Task MakeRoomAsync(Operation operation)
    {
        if (operation is { Method: "POST", Collections: [.., "provider-links"] } && operation.Path.EndsWith("/keys", StringComparison.Ordinal))
        {
            var webhook = $"provider-links/{_ids["provider-links"]}/webhook";
            foreach (var key in (await Server.GetAsync(webhook)).GetProperty("keys").EnumerateArray())
            {
                using var revoked = await Server.Client.DeleteAsync($"{webhook}/keys/{key.GetProperty("id").GetString()}", Token);
                Assert.Equal(204, (int)revoked.StatusCode);
            }
        }
        else if (operation is { Method: "POST", Path: "/api/v1/deployments" })
        {
            await DeleteDeploymentsAsync();
        }
    }

    /// <summary>Puts another thing in the place of what an operation is about to delete, so that nothing else depends on it.</summary>
    public async Task RenewAsync(Operation operation)
    {
        if (operation.Collections is [.., "agents"])
        {
            await NextAgentAsync();
        }
        else if (operation.Collections is [.., "module-scripts"])
        {
            _ids["module-scripts"] = $"Spare{Guid.NewGuid():N}";
            using var put = await Server.Client.PutAsJsonAsync($"module-scripts/{_ids["module-scripts"]}", new { script = "function Get-Spare { 1 }" }, Token);
            Assert.Equal(201, (int)put.StatusCode);
        }
        else if (operation.Collections is [.., var collection])
        {
            await (collection == "deployments" ? DeleteDeploymentsAsync() : Task.CompletedTask);
            var parent = operation.Path[..operation.Path.LastIndexOf('/')];
            foreach (var outer in operation.Collections.SkipLast(1))
            {
                parent = ReplaceFirst(parent, _ids[outer]);
            }

            _ids[collection] = await CreatedAsync(parent["/api/v1/".Length..], Values.NewOf($"POST {operation.Path[..operation.Path.LastIndexOf('/')]}"));
        }
    }

    /// <summary>Switches the link on again, with all that it can, where a request changed that, and makes a deployment where room was made for others.</summary>
    public async Task MendAsync()
    {
        _ids["deployments"] = await Server.ItemsAsync("deployments") is [var deployment, ..]
            ? deployment.GetProperty("id").GetString()!
            : await CreatedAsync("deployments", Values.NewOf("POST /api/v1/deployments"));
        var path = $"provider-links/{_link}";
        var link = await Server.GetAsync(path);
        if (!link.GetProperty("isEnabled").GetBoolean() || link.GetProperty("excludedCapabilities").GetArrayLength() > 0)
        {
            var (status, answer) = await Server.EditAsync(HttpMethod.Put, path, Values.NewOf("PUT /api/v1/provider-links/{id}"));
            Assert.True(status == 200, answer.ToString());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Remote.DisposeAsync();
    }

    private async Task PrepareAsync()
    {
        Administrator = (await Server.PostAsync("api-keys", new { name = "Fuzz", role = nameof(Role.Administrator) })).Answer.GetProperty("key").GetString()!;
        foreach (var role in Enum.GetValues<Role>())
        {
            Keys[role] = (await Server.PostAsync("api-keys", new { name = $"Fuzz {role}", role = role.ToString() })).Answer.GetProperty("key").GetString()!;
        }

        foreach (var path in new[] { "integration-types", "provider-links", "tenants", "computers", "software", "users", "api-keys", "deployments" })
        {
            _ids[path] = await CreatedAsync(path, Values.NewOf($"POST /api/v1/{path}"));
        }

        UserName = (await Server.GetAsync($"users/{_ids["users"]}")).GetProperty("userName").GetString()!;
        (_ids["versions"], _ids["diff"], _ids["module-scripts"]) = ("1", "2", "Fuzz");
        foreach (var script in new[] { "function Get-One { 1 }", "function Get-Two { 2 }" })
        {
            using var read = await Server.Client.GetAsync("module-scripts/Fuzz", Token);
            using var save = new HttpRequestMessage(HttpMethod.Put, "module-scripts/Fuzz") { Content = JsonContent.Create(new { script }) };
            save.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag?.ToString());
            using var saved = await Server.Client.SendAsync(save, Token);
            Assert.True(saved.IsSuccessStatusCode);
        }

        await Server.EditAsync(HttpMethod.Put, $"integration-types/{_ids["integration-types"]}", Values.NewOf("PUT /api/v1/integration-types/{id}"));
        _link = _ids["provider-links"];
        await PrepareFleetAsync($"provider-links/{_link}");
    }

    private async Task PrepareFleetAsync(string link)
    {
        await Server.EditAsync(HttpMethod.Put, $"{link}/webhook", Values.NewOf("PUT /api/v1/provider-links/{link}/webhook"));
        _ids["keys"] = await CreatedAsync($"{link}/webhook/keys", new { name = "Fuzz" });
        await Server.PostAsync($"{link}/clients/sync", new { });
        _ids["clients"] = (await Server.ItemsAsync($"{link}/clients"))[0].GetProperty("id").GetString()!;
        _ids["client-groups"] = (await Server.ItemsAsync($"{link}/client-groups"))[0].GetProperty("id").GetString()!;
        using var mapped = await Server.Client.PutAsJsonAsync($"{link}/clients/{_ids["clients"]}/tenant", new { tenantId = _ids["tenants"] }, Token);
        Assert.Equal(204, (int)mapped.StatusCode);
        await NextAgentAsync();
        var (begun, session) = await Server.PostAsync($"computers/{_ids["computers"]}/maintenance-sessions", new { });
        Assert.True(begun == 202, session.ToString());
        _ids["maintenance-sessions"] = session.GetProperty("sessionId").GetString()!;
        await Waiting.ForAsync(() => Server.GetAsync($"maintenance-sessions/{_ids["maintenance-sessions"]}"), static ended => ended.GetProperty("state").GetString() is not ("Pending" or "Running"));
    }

    // Software has one deployment for a computer.
    private async Task DeleteDeploymentsAsync()
    {
        foreach (var deployment in await Server.ItemsAsync("deployments"))
        {
            Assert.Equal(204, (await Server.EditAsync(HttpMethod.Delete, $"deployments/{deployment.GetProperty("id").GetString()}")).Status);
        }
    }

    // Agents are not made, they are listed: one that was deleted is there again after a sync.
    private async Task NextAgentAsync()
    {
        if (_agents.Count == 0)
        {
            var (_, sync) = await Server.PostAsync($"provider-links/{_ids["provider-links"]}/agents/sync", new { });
            _ids["runs"] = sync.GetProperty("runId").GetString()!;
            await Waiting.ForAsync(() => Server.GetAsync($"runs/{_ids["runs"]}"), static run => run.GetProperty("state").GetString() == "Ok");
            foreach (var agent in await Server.ItemsAsync($"agents?providerLinkId={_ids["provider-links"]}"))
            {
                _agents.Enqueue(agent.GetProperty("id").GetString()!);
            }
        }

        _ids["agents"] = _agents.Dequeue();
    }

    private async Task<string> CreatedAsync(string path, object body)
    {
        var (status, answer) = await Server.PostAsync(path, body);
        Assert.True(status == 201, $"{path}: {answer}");
        return answer.GetProperty("id").GetString()!;
    }

    // Scripts have versions by number, software those that the vendor gives it.
    private string IdOf(Operation operation, string collection) => collection == "versions" && operation.Path.StartsWith("/api/v1/software", StringComparison.Ordinal) ? "2.1" : _ids[collection];

    private static string ReplaceFirst(string path, string value) => path[..path.IndexOf('{', StringComparison.Ordinal)] + value + path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..];
}
