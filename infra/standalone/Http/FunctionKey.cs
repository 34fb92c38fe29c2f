using System.Security.Cryptography;
using System.Text;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone.Http;

/// <summary>What guards routes that are neither signed nor logged in: <c>x-functions-key</c> or <c>?code=</c>, as Azure Functions has it.</summary>
internal static class FunctionKey
{
    /// <summary>What to compare with: one key, or <c>new,old</c> while it changes.</summary>
    public static byte[][] Hashes(string keys) => [.. ChangingSecret.Read(keys).Select(Hash)];

    /// <summary>Compares what the request brings with each key, in constant time.</summary>
    public static bool IsGiven(HttpRequest request, byte[][] hashes)
    {
        var given = request.Headers["x-functions-key"].ToString();
        if (given.Length == 0) given = request.Query["code"].ToString();
        var (hash, isOne) = (Hash(given), false);
        foreach (var each in hashes) isOne |= CryptographicOperations.FixedTimeEquals(hash, each);
        return isOne;
    }

    /// <summary>401 without it.</summary>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Filter(string keys)
    {
        var hashes = Hashes(keys);
        return async (context, next) => IsGiven(context.HttpContext.Request, hashes) ? await next(context) : Results.Unauthorized();
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
