using Immy.Typed.Server.Security;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests;

/// <summary>Who may do what, and that no route forgets to ask.</summary>
public sealed class SecurityTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_has_a_policy()
    {
        await using var server = await TestServer.StartAsync();
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        Assert.NotEmpty(routes);
        Assert.All(routes, static route => Assert.True(
            route.Metadata.GetMetadata<IAllowAnonymous>() is not null || route.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(static data => Enum.TryParse<Role>(data.Policy, out _)),
            $"{route.RoutePattern.RawText} asks nobody for a role."));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("immy_0123456789ab_wrong")]
    [InlineData("something else")]
    public async Task Without_a_key_that_is_known_nobody_comes_in(string? key)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.ClientWith(key);

        using var response = await client.GetAsync("tenants", Token);

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Contains("Send an API key that is known and has not expired: Authorization: Bearer immy_...", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_may_do_what_its_role_may()
    {
        await using var server = await TestServer.StartAsync();
        using var reader = await server.ClientOfAsync(Role.Reader);

        Assert.Equal(200, (int)(await reader.GetAsync("tenants", Token)).StatusCode);
        using var refused = await reader.PostAsync("tenants", new StringContent("{\"name\":\"x\"}", System.Text.Encoding.UTF8, "application/json"), Token);
        Assert.Equal(403, (int)refused.StatusCode);
        Assert.Contains("The API key 'Reader' has the role Reader, and this needs Administrator. Use a key or a user of that role.", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_has_expired_is_none()
    {
        await using var server = await TestServer.StartAsync();
        using var late = await server.ClientOfAsync(Role.Reader, TimeSpan.FromSeconds(-1));

        Assert.Equal(401, (int)(await late.GetAsync("tenants", Token)).StatusCode);
    }
}
