using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.Standalone.Http;

/// <summary>What guards routes that are neither signed nor logged in: <c>x-functions-key</c> or <c>?code=</c>, as Azure Functions has it.</summary>
internal static class FunctionKey
{
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public static bool IsGiven(HttpRequest request, byte[] hash)
    {
        var given = request.Headers["x-functions-key"].ToString();
        if (given.Length == 0) given = request.Query["code"].ToString();
        return CryptographicOperations.FixedTimeEquals(Hash(given), hash);
    }

    /// <summary>401 without it.</summary>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Filter(string key)
    {
        var hash = Hash(key);
        return async (context, next) => IsGiven(context.HttpContext.Request, hash) ? await next(context) : Results.Unauthorized();
    }
}
