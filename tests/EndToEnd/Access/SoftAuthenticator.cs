using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace WhatsAppBots.EndToEnd.Tests.Access;

/// <summary>An authenticator with one passkey, as a telephone or a USB key is one.</summary>
public sealed class SoftAuthenticator : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private byte[] _user = [];

    /// <summary>How often it has signed.</summary>
    public uint Count { get; set; } = 1;

    /// <summary>Whether it verified its person, by a finger or a number.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>Makes the passkey.</summary>
    public JsonObject Make(JsonNode options, string origin)
    {
        _user = Base64Url.DecodeFromChars(options["user"]!["id"]!.ToString());
        var data = new List<byte>(Head(options["rp"]!["id"]!.ToString(), 0x40));
        data.AddRange(new byte[16]);
        data.AddRange([0, (byte)_id.Length, .. _id, .. PublicKey()]);
        var cbor = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cbor.WriteStartMap(3);
        cbor.WriteTextString("fmt");
        cbor.WriteTextString("none");
        cbor.WriteTextString("attStmt");
        cbor.WriteStartMap(0);
        cbor.WriteEndMap();
        cbor.WriteTextString("authData");
        cbor.WriteByteString([.. data]);
        cbor.WriteEndMap();
        return Response(new JsonObject
        {
            ["attestationObject"] = Base64Url.EncodeToString(cbor.Encode()),
            ["clientDataJSON"] = Base64Url.EncodeToString(Client("webauthn.create", options, origin)),
        });
    }

    /// <summary>Signs a challenge.</summary>
    public JsonObject Sign(JsonNode options, string origin)
    {
        Count++;
        var (client, data) = (Client("webauthn.get", options, origin), Head(options["rpId"]!.ToString(), 0));
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);
        return Response(new JsonObject
        {
            ["authenticatorData"] = Base64Url.EncodeToString(data), ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["signature"] = Base64Url.EncodeToString(signature), ["userHandle"] = Base64Url.EncodeToString(_user),
        });
    }

    public void Dispose() => _key.Dispose();

    private JsonObject Response(JsonObject response) => new()
    {
        ["id"] = Base64Url.EncodeToString(_id), ["rawId"] = Base64Url.EncodeToString(_id), ["type"] = "public-key", ["response"] = response,
        ["clientExtensionResults"] = new JsonObject(),
    };

    // https://www.w3.org/TR/webauthn-2/#sctn-authenticator-data
    private byte[] Head(string domain, int more)
    {
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(domain), data);
        data[32] = (byte)(0x01 | (Verifies ? 0x04 : 0) | more);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), Count);
        return data;
    }

    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(false).Q;
        var cbor = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cbor.WriteStartMap(5);
        foreach (var (label, value) in new[] { (1, 2), (3, -7), (-1, 1) })
        {
            cbor.WriteInt32(label);
            cbor.WriteInt32(value);
        }

        cbor.WriteInt32(-2);
        cbor.WriteByteString(point.X!);
        cbor.WriteInt32(-3);
        cbor.WriteByteString(point.Y!);
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private static byte[] Client(string type, JsonNode options, string origin) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type, ["challenge"] = options["challenge"]!.ToString(), ["origin"] = origin, ["crossOrigin"] = false,
    }.ToJsonString());
}
