namespace WhatsAppBots.Testing;

/// <summary>The PostgreSQL server of this test run: TEST_DATABASE_URL, or one of our own.</summary>
public static class TestServer
{
    /// <summary>Connection string of a superuser.</summary>
    public static Task<string> StartAsync() =>
        Task.FromResult(Environment.GetEnvironmentVariable("TEST_DATABASE_URL")
            ?? throw new InvalidOperationException("No PostgreSQL for the tests."));
}
