namespace Immy.Typed.Server.Tests.Harness;

/// <summary>One server for the tests of a class.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private int _names;

    internal TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Saves a script under a name that no other test has; gives the type's path.</summary>
    internal async Task<string> TypeAsync(string script)
    {
        var (status, type) = await Server.PostAsync("integration-types", new { name = NextName(), script });
        Assert.True(status == 201, type.ToString());
        return $"integration-types/{type.GetProperty("id").GetString()}";
    }

    /// <summary>Makes a link with values that must be right; gives its path.</summary>
    internal async Task<string> LinkAsync(string typePath, object values)
    {
        var (status, link) = await Server.PostAsync("provider-links", new { integrationTypeId = typePath.Split('/')[1], name = NextName(), values });
        Assert.True(status == 201, link.ToString());
        return $"provider-links/{link.GetProperty("id").GetString()}";
    }

    internal string NextName() => $"Acme {Interlocked.Increment(ref _names)}";
}
