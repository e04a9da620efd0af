using System.Text.Json.Serialization;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.Capabilities;
using Immy.Typed.Server.Clients;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Modules;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Hosting;

/// <summary>Puts the server together.</summary>
internal static class ServerApplication
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var options = builder.Configuration.GetSection("Server").Get<ServerOptions>() ?? new ServerOptions();
        Directory.CreateDirectory(options.DataFolder);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<DataFolder>();
        builder.Services.AddDbContext<ImmyDbContext>(database => database.UseSqlite($"Data Source={options.DatabaseFile}").AddInterceptors(new StampInterceptor()));
        builder.Services.AddDataProtection().SetApplicationName("Immy.Typed").PersistKeysToFileSystem(new DirectoryInfo(options.KeyFolder));
        builder.Services.AddImmyTyped(immy => builder.Configuration.GetSection("ImmyTyped").Bind(immy)).AddContributors(options);
        builder.Services.AddHealthChecks().AddImmyTyped();
        builder.Services.AddScoped<ApiKeys>();
        builder.Services.AddScoped<LinkReloads>();
        builder.Services.AddSingleton<ModuleScripts>();
        builder.Services.AddSingleton<ScriptValidator>();
        builder.Services.AddScoped<FormChanges>();
        builder.Services.AddScoped<NextVersion>();
        builder.Services.AddSingleton<TypeForms>();
        builder.Services.AddSingleton<LinkForms>();
        builder.Services.AddSingleton<ConnectionTests>();
        builder.Services.AddSingleton<BlockCalls>();
        builder.Services.AddSingleton<LinkSecrets>();
        builder.Services.AddSingleton<LinkStore>();
        builder.Services.AddSingleton<LinkOpener>();
        builder.Services.AddSingleton<LinkCalls>();
        builder.Services.AddRuns();
        builder.Services.AddAgents();
        builder.Services.AddSingleton<IEndpointCommandRunner, PwshRunner>();
        builder.Services.AddSingleton<ClientSync>();
        builder.Services.AddHostedService<LinkKeeper>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<RefusalHandler>();
        builder.Services.Configure<RouteHandlerOptions>(static routes => routes.ThrowOnBadRequest = true);
        builder.UseOrleans(LocalCluster.Use);
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddAuthentication(ApiKeyHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        var authorization = builder.Services.AddAuthorizationBuilder();
        foreach (var role in Enum.GetNames<Role>())
        {
            authorization.AddPolicy(role, policy => policy.RequireRole(role));
        }

        var application = builder.Build();
        application.UseExceptionHandler();
        application.UseStatusCodePages();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapHealthChecks("/health/live").AllowAnonymous();
        var api = application.MapGroup("/api/v1");
        IntegrationTypeEndpoints.Map(api);
        VersionEndpoints.Map(api);
        ModuleEndpoints.Map(api);
        FormEndpoints.Map(api);
        ConnectionEndpoints.Map(api);
        CapabilityEndpoints.Map(api);
        LinkCapabilityEndpoints.Map(api);
        ProviderLinkEndpoints.Map(api);
        ClientEndpoints.Map(api);
        TenantEndpoints.Map(api);
        RunEndpoints.Map(api);
        AgentEndpoints.Map(api);
        ComputerEndpoints.Map(api);
        return application;
    }
}
