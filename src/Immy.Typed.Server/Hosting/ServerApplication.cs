using System.Text.Json.Serialization;
using Immy.Typed.Providers;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Capabilities;
using Immy.Typed.Server.Clients;
using Immy.Typed.Server.Cluster;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Deployments;
using Immy.Typed.Server.Health;
using Immy.Typed.Server.Hosting.Configuration;
using Immy.Typed.Server.Installers;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Maintenance;
using Immy.Typed.Server.Modules;
using Immy.Typed.Server.OpenApi;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Providers;
using Immy.Typed.Server.Requests;
using Immy.Typed.Server.Retention;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Security.Headers;
using Immy.Typed.Server.Software;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.SupportTickets;
using Immy.Typed.Server.Telemetry;
using Immy.Typed.Server.Tenants;
using Immy.Typed.Server.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace Immy.Typed.Server.Hosting;

/// <summary>Puts the server together.</summary>
internal static class ServerApplication
{
    /// <summary>Builds it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Services in place of the usual ones.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);

        // What comes along holds wherever the server is started; the settings of the folder in which it is started go before it.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource { Path = "appsettings.json", Optional = true, FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory) });
        var options = ConfigurationCheck.Read(builder.Configuration);

        // Why the server does not start is told by whoever starts it, in a line; the log would add a page of stack traces.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<ServerRunning>();
        builder.Services.AddSingleton<ServerStopping>();
        builder.Services.AddStorage(options);
        builder.Services.AddDataProtection().SetApplicationName("Immy.Typed").PersistKeysToFileSystem(new DirectoryInfo(options.Keys));
        builder.Services.AddImmyTyped(immy => builder.Configuration.GetSection("ImmyTyped").Bind(immy)).AddContributors(options);
        builder.Services.AddHealth();
        builder.Services.AddSecurity();
        builder.Services.AddAudit();
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddScoped<LinkReloads>();
        builder.Services.AddSingleton<ModuleScripts>();
        builder.Services.AddScoped<BrokenScripts>();
        builder.Services.AddScoped<NextModuleVersion>();
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
        builder.Services.AddSingleton<LinksHere>();
        builder.Services.AddSingleton<LinkCalls>();
        builder.Services.AddRuns();
        builder.Services.AddAgents();
        builder.Services.AddWebhooks();
        builder.Services.AddComputers();
        builder.Services.AddClients();
        builder.Services.AddMaintenance();
        builder.Services.AddInstallers();
        builder.Services.AddSupportTickets();
        builder.Services.AddSingleton<IProviderDirectory, ProviderDirectory>();
        builder.Services.AddHostedService<LinkKeeper>();
        builder.Services.AddHostedService<Retirement>();
        builder.Services.AddProblemDetails();
        builder.Services.AddApiDocument();
        builder.Services.AddExceptionHandler<RefusalHandler>();
        builder.Services.Configure<RouteHandlerOptions>(static routes => routes.ThrowOnBadRequest = true);
        builder.AddCluster(options);
        builder.Services.AddHostedService<Drain>();
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false)));

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = (options.ShutdownDelay ?? TimeSpan.Zero) + options.ShutdownTimeout + Drain.Grace);
        builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, options.RequestBodyBytes));
        configure?.Invoke(builder.Services);
        var application = builder.Build();
        ConfigurationCheck.Check(application.Services);
        application.UseHsts();
        application.UseMiddleware<StrictHeaders>();
        application.UseExceptionHandler();

        // Webhooks end here: what a script answers, or does not, is nobody else's to write.
        application.UseRouting();
        application.UseStatusCodePages(StatusAnswers.WriteAsync);
        application.UseSecurity();
        application.UseMiddleware<RequestGuard>();
        application.MapHealth();
        application.MapApiDocument();
        var api = application.MapGroup("/api/v1");
        ApiOperations.Describe(api);
        IntegrationTypeEndpoints.Map(api);
        VersionEndpoints.Map(api);
        ModuleEndpoints.Map(api);
        FormEndpoints.Map(api);
        ConnectionEndpoints.Map(api);
        CapabilityEndpoints.Map(api);
        LinkCapabilityEndpoints.Map(api);
        ProviderLinkEndpoints.Map(api);
        ClientFeature.Map(api);
        TenantEndpoints.Map(api);
        RunEndpoints.Map(api);
        AgentEndpoints.Map(api);
        ComputerEndpoints.Map(api);
        SecurityFeature.Map(api);
        AuditEndpoints.Map(api);
        SoftwareEndpoints.Map(api);
        SoftwareOfferEndpoints.Map(api);
        InstallerEndpoints.Map(api);
        SupportTicketEndpoints.Map(api);
        DeploymentEndpoints.Map(api);
        MaintenanceEndpoints.Map(api);
        WebhookFeature.Map(application, api);
        return application;
    }
}
