namespace WhatsAppBots.Access;

/// <summary>What a person is in a workspace. The names are stored, and stand in the API, in lower case.</summary>
public enum Role
{
    /// <summary>May do everything; a workspace always has one.</summary>
    Owner,

    /// <summary>Runs the bots and the people, but neither makes workspaces nor owners.</summary>
    Admin,

    /// <summary>Sees orders and reports.</summary>
    Finance,

    /// <summary>Talks to people.</summary>
    Agent,

    /// <summary>Looks at what people sent, and answers nobody.</summary>
    Reviewer,

    /// <summary>Sees how the bots do, and no files.</summary>
    Viewer,
}

/// <summary>Names of roles.</summary>
public static class Roles
{
    /// <summary>All roles, the mightiest first.</summary>
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>The name, as it is stored.</summary>
    public static string Name(this Role role) => role.ToString().ToLowerInvariant();

    /// <summary>Reads a name; null where there is no such role.</summary>
    public static Role? Read(string? name) => All.Cast<Role?>().FirstOrDefault(role => role!.Value.Name() == name);
}
