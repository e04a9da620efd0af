namespace Immy.Typed.Sessions.AllowList;

/// <summary>The parameters of allowed commands that reach past the session, each with its reason.</summary>
internal static class RefusedParameters
{
    private const string ReadsFile = "reads a file of the machine that it runs on";
    private const string WritesFile = "writes a file of the machine that it runs on";
    private const string OtherRunspaces = "runs outside of this session, where nothing limits the script";
    private const string HostAccount = "signs in as the account that this host runs as";
    private const string EndsProcess = "makes a member that ends the whole process when it calls itself: the engine does not count how deep";
    private const string Loop = "Use ForEach-Object without it; several blocks run side by side as it is.";
    private const string Credential = "Pass a token in -Headers, or -Credential with a value of the form.";
    private const string OtherWay = "takes another way than the host prescribes";
    private const string LeaveOut = "Leave it out.";
    private const string Text = "Pass the text itself.";

    private static readonly ILookup<string, RefusedParameter> ByCommand = List().ToLookup(static refused => refused.Command, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<RefusedParameter> List() =>
    [
        new("ForEach-Object", "Parallel", OtherRunspaces, Loop),
        new("ForEach-Object", "ThrottleLimit", "belongs to -Parallel, which " + OtherRunspaces, Loop),
        new("ForEach-Object", "TimeoutSeconds", "belongs to -Parallel, which " + OtherRunspaces, Loop),
        new("ForEach-Object", "AsJob", "belongs to -Parallel, which " + OtherRunspaces, Loop),
        new("ForEach-Object", "UseNewRunspace", "belongs to -Parallel, which " + OtherRunspaces, Loop),

        .. Web("Invoke-RestMethod"),
        .. Web("Invoke-WebRequest"),

        new("Add-Member", "MemberType", EndsProcess, "Use NoteProperty for data, and a function for what it does.", "ScriptProperty", "ScriptMethod"),
        new("Add-Member", "MemberType", "binds a .NET method, whatever it reaches", "Use NoteProperty for data, and a function for what it does.", "CodeProperty", "CodeMethod"),

        new("Tee-Object", "FilePath", WritesFile),
        new("Tee-Object", "LiteralPath", WritesFile),
        new("Select-String", "Path", ReadsFile),
        new("Select-String", "LiteralPath", ReadsFile),
        new("Select-Xml", "Path", ReadsFile),
        new("Select-Xml", "LiteralPath", ReadsFile),
        new("Format-Hex", "Path", ReadsFile),
        new("Format-Hex", "LiteralPath", ReadsFile),
        new("Test-Json", "Path", ReadsFile, Text),
        new("Test-Json", "LiteralPath", ReadsFile, Text),
        new("Test-Json", "SchemaFile", ReadsFile, Text),
        new("Get-FileHash", "Path", ReadsFile),
        new("Get-FileHash", "LiteralPath", ReadsFile),
        new("New-Object", "ComObject", "starts a program of the machine that it runs on"),

        new("Get-Help", "Online", "starts a browser on the machine that it runs on", "Read the help here, without it."),
        new("Get-Help", "ShowWindow", "opens a window on the machine that it runs on", "Read the help here, without it."),
        new("Get-Help", "Path", ReadsFile, "Read the help here, without it."),
    ];

    /// <summary>What is refused of a command.</summary>
    public static IEnumerable<RefusedParameter> Of(string command) => ByCommand[command];

    /// <summary>What is refused of a command's parameter and value; null when it is allowed.</summary>
    public static RefusedParameter? Find(string command, string parameter, object? value) => ByCommand[command].FirstOrDefault(refused
        => refused.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase)
            && (refused.Values.Count == 0 || refused.Values.Contains(value?.ToString(), StringComparer.OrdinalIgnoreCase)));

    private static IEnumerable<RefusedParameter> Web(string command) =>
    [
        new(command, "OutFile", WritesFile),
        new(command, "Resume", "belongs to -OutFile, which " + WritesFile),
        new(command, "InFile", ReadsFile),
        new(command, "UnixSocket", "reaches programs of the machine that it runs on"),
        new(command, "PipeName", "reaches programs of the machine that it runs on"),
        new(command, "Certificate", "reads a certificate of the machine that it runs on", Credential),
        new(command, "CertificateThumbprint", "reads a certificate of the machine that it runs on", Credential),
        new(command, "UseDefaultCredentials", HostAccount, Credential),
        new(command, "Proxy", OtherWay, LeaveOut),
        new(command, "ProxyCredential", "belongs to -Proxy, which " + OtherWay, LeaveOut),
        new(command, "ProxyUseDefaultCredentials", HostAccount, Credential),
    ];
}
