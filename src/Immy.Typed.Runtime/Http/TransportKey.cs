using System.Security.Authentication;

namespace Immy.Typed.Http;

/// <summary>What connections that are kept for all commands have in common.</summary>
internal readonly record struct TransportKey(bool NoProxy, bool SkipsCertificateCheck, SslProtocols Protocols);
