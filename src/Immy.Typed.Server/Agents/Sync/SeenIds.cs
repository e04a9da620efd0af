using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Immy.Typed.Server.Agents;

/// <summary>The ids that were listed, as 16 bytes each, whatever their length.</summary>
internal sealed class SeenIds
{
    private readonly HashSet<UInt128> _hashes = [];

    public int Count => _hashes.Count;

    /// <summary>False when the id was there already.</summary>
    public bool Add(string id) => _hashes.Add(Of(id));

    public bool Contains(string id) => _hashes.Contains(Of(id));

    // Half of a SHA-256: no two ids of any fleet share it.
    private static UInt128 Of(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
