namespace WhatsAppBots.Access;

/// <summary>What an operation needs of its caller. A permission that a key may have is a scope, such as
/// <c>conversations:read</c>.</summary>
public enum Permission
{
    /// <summary>To be signed in as a person, for what is one's own.</summary>
    Self,

    /// <summary>To be somebody at all: a person or a key.</summary>
    Anybody,

    /// <summary>Conversations and messages.</summary>
    ConversationsRead,

    /// <summary>Writing to people, and taking a conversation over.</summary>
    ConversationsWrite,

    /// <summary>Files that people sent.</summary>
    FilesRead,

    /// <summary>Webhook content that was not understood.</summary>
    UpdatesRead,

    /// <summary>What was given up.</summary>
    DeadLettersRead,

    /// <summary>Trying again what was given up.</summary>
    DeadLettersWrite,

    /// <summary>Numbers of people in each state.</summary>
    StatesRead,

    /// <summary>Orders and their money.</summary>
    OrdersRead,

    /// <summary>Reports of maintenance.</summary>
    ReportsRead,

    /// <summary>Ratings.</summary>
    RatingsRead,

    /// <summary>Habits.</summary>
    HabitsRead,

    /// <summary>Members, invitations and their sessions.</summary>
    MembersRead,

    /// <summary>Inviting, changing and ending members.</summary>
    MembersWrite,

    /// <summary>Keys, without their secrets.</summary>
    KeysRead,

    /// <summary>Making and revoking keys.</summary>
    KeysWrite,

    /// <summary>The audit log.</summary>
    AuditRead,

    /// <summary>What the workspace asks of its people.</summary>
    PolicyWrite,

    /// <summary>Making workspaces.</summary>
    WorkspacesWrite,
}

/// <summary>Who may do what: the table of infra/routes.md as the code has it.</summary>
public static class Permissions
{
    private static readonly Dictionary<Permission, string> _names = new()
    {
        [Permission.Self] = "self",
        [Permission.Anybody] = "anybody",
        [Permission.ConversationsRead] = "conversations:read",
        [Permission.ConversationsWrite] = "conversations:write",
        [Permission.FilesRead] = "files:read",
        [Permission.UpdatesRead] = "updates:read",
        [Permission.DeadLettersRead] = "dead-letters:read",
        [Permission.DeadLettersWrite] = "dead-letters:write",
        [Permission.StatesRead] = "states:read",
        [Permission.OrdersRead] = "orders:read",
        [Permission.ReportsRead] = "reports:read",
        [Permission.RatingsRead] = "ratings:read",
        [Permission.HabitsRead] = "habits:read",
        [Permission.MembersRead] = "members:read",
        [Permission.MembersWrite] = "members:write",
        [Permission.KeysRead] = "keys:read",
        [Permission.KeysWrite] = "keys:write",
        [Permission.AuditRead] = "audit:read",
        [Permission.PolicyWrite] = "policy:write",
        [Permission.WorkspacesWrite] = "workspaces:write",
    };

    // No key may do these: a key makes no keys and no members, and is nobody.
    private static readonly HashSet<Permission> _ofPeople =
    [
        Permission.Self, Permission.Anybody, Permission.MembersRead, Permission.MembersWrite, Permission.KeysRead, Permission.KeysWrite,
        Permission.AuditRead, Permission.PolicyWrite, Permission.WorkspacesWrite,
    ];

    private static readonly HashSet<Permission> _notAdmin = [Permission.PolicyWrite, Permission.WorkspacesWrite];

    private static readonly Permission[] _everybody = [Permission.Self, Permission.Anybody, Permission.StatesRead];

    private static readonly Dictionary<Role, HashSet<Permission>> _roles = new()
    {
        [Role.Owner] = [.. Enum.GetValues<Permission>()],
        [Role.Admin] = [.. Enum.GetValues<Permission>().Where(permission => !_notAdmin.Contains(permission))],
        [Role.Finance] = [.. _everybody, Permission.OrdersRead, Permission.ReportsRead],
        [Role.Agent] =
        [
            .. _everybody, Permission.ConversationsRead, Permission.ConversationsWrite, Permission.FilesRead, Permission.RatingsRead,
            Permission.HabitsRead, Permission.OrdersRead,
        ],
        [Role.Reviewer] =
        [
            .. _everybody, Permission.ConversationsRead, Permission.FilesRead, Permission.RatingsRead, Permission.HabitsRead,
        ],
        [Role.Viewer] = [.. _everybody, Permission.ConversationsRead, Permission.RatingsRead, Permission.ReportsRead],
    };

    /// <summary>All scopes a key may have.</summary>
    public static IReadOnlyList<string> Scopes { get; } = [.. _names.Keys.Select(Scope).OfType<string>()];

    /// <summary>The name, as the API and infra/routes.md have it.</summary>
    public static string Name(this Permission permission) => _names[permission];

    /// <summary>The scope that lets a key do it; null: no key may.</summary>
    public static string? Scope(this Permission permission) => _ofPeople.Contains(permission) ? null : _names[permission];

    /// <summary>Tells whether a role may do it.</summary>
    public static bool May(this Role role, Permission permission) => _roles[role].Contains(permission);

    /// <summary>The roles that may do it, the mightiest first.</summary>
    public static IReadOnlyList<Role> Of(this Permission permission) => [.. Roles.All.Where(role => role.May(permission))];

    /// <summary>Tells whether a role sees telephone numbers and names of people whole.</summary>
    public static bool SeesPeople(this Role role) => role is Role.Owner or Role.Admin or Role.Agent;

    /// <summary>Tells whether somebody of one role may give or take another: nobody makes their betters.</summary>
    public static bool MayGive(this Role by, Role role) => by == Role.Owner || (by.May(Permission.MembersWrite) && role != Role.Owner);
}
