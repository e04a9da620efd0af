using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Immy.Typed.Integrations.DemoApi;

/// <summary>Answers what the API is asked for.</summary>
internal sealed class DemoEndpoints(SentinelOneDemoApi api, DemoFleet fleet)
{
    /// <summary>Gives every endpoint its path.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var root = routes.MapGroup("web/api/v2.1");
        root.MapGet("system/info", () => TypedResults.Ok(new Answer<SentinelOneDemoSystem>(fleet.System)));
        root.MapGet("sites", ListSites);
        root.MapGet("sites/{id}", GetSite);
        root.MapGet("agents", ListAgents);
        routes.MapFallback("{**path}", () => Refuse(StatusCodes.Status404NotFound, "Resource not found"));
    }

    private IResult ListSites(HttpRequest request)
    {
        var name = request.Query["name"].ToString();
        var sites = fleet.Sites.Where(site => Matches(name, site.Name)).ToList();
        return List("sites", request, sites, page =>
            new SitesAnswer(new SiteLicenses(sites.Sum(site => site.ActiveLicenses), sites.Sum(site => site.TotalLicenses)), page));
    }

    private IResult GetSite(string id) => fleet.Sites.FirstOrDefault(site => site.Id == id) is { } site
        ? TypedResults.Ok(new Answer<SentinelOneDemoSite>(site))
        : Refuse(StatusCodes.Status404NotFound, "Resource not found", $"There is no site {id}.");

    private IResult ListAgents(HttpRequest request)
    {
        var siteIds = request.Query["siteIds"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet();
        var computerName = request.Query["computerName"].ToString();
        var agents = fleet.Agents
            .Where(agent => siteIds.Count == 0 || siteIds.Contains(agent.SiteId))
            .Where(agent => Matches(computerName, agent.ComputerName))
            .ToList();
        return List("agents", request, agents, page => page, api.Faults.FailAgentsPageAt);
    }

    private static IResult List<TItem, TData>(
        string list, HttpRequest request, List<TItem> items, Func<IReadOnlyList<TItem>, TData> write, int? failingPage = null)
    {
        var (page, failure) = PageRequest.Parse(list, request.Query);
        if (page is null)
            return TypedResults.BadRequest(failure);

        if (page.Number == failingPage)
            return Refuse(StatusCodes.Status500InternalServerError, "Server Error", $"Demo fault at page {page.Number}.");

        return TypedResults.Ok(new Answer<TData>(write(page.Take(items)), page.Next(items.Count)));
    }

    private static bool Matches(string filter, string value) =>
        filter.Length == 0 || string.Equals(filter, value, StringComparison.OrdinalIgnoreCase);

    private static JsonHttpResult<Failure> Refuse(int status, string title, string? detail = null) =>
        TypedResults.Json(Failure.Of(status, title, detail), statusCode: status);
}
