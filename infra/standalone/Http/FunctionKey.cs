using System.Security.Cryptography;
using System.Text;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone.Http;

/// <summary>
/// API key of routes without a signature or a login: <c>x-functions-key</c> or <c>?code=</c>, as Azure Functions takes it.
/// </summary>
internal static class FunctionKey
{
    /// <summary>Hashes to compare with: of one key, or of <c>new,old</c> during a rotation.</summary>
    public static byte[][] Hashes(string keys) => [.. ChangingSecret.Read(keys).Select(Hash)];

    /// <summary>Tells whether a request brings one of the keys, in constant time.</summary>
    public static bool IsGiven(HttpRequest request, byte[][] hashes)
    {
        var given = request.Headers["x-functions-key"].ToString();
        if (given.Length == 0) given = request.Query["code"].ToString();
        var (hash, isOne) = (Hash(given), false);
        foreach (var each in hashes) isOne |= CryptographicOperations.FixedTimeEquals(hash, each);
        return isOne;
    }

    /// <summary>Filter that answers 401 to a request without a key.</summary>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Filter(string keys)
    {
        var hashes = Hashes(keys);
        return async (context, next) => IsGiven(context.HttpContext.Request, hashes) ? await next(context) : Results.Unauthorized();
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
