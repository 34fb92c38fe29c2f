using WhatsAppBots.Access;

namespace WhatsAppBots.Unit.Tests.Access;

/// <summary>Who may do what.</summary>
public sealed class DecisionTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Roles_AreAllDifferent() => Assert.Equal(
        Roles.All.Count,
        Roles.All.Select(role =>
            string.Join(' ', Enum.GetValues<Permission>().Where(permission => role.May(permission)))).Distinct().Count());

    [Fact]
    public void Owner_MayEverything_AndNobodyElse()
    {
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.True(Role.Owner.May(permission)));
        Assert.All(Roles.All.Skip(1), role => Assert.Contains(Enum.GetValues<Permission>(), permission => !role.May(permission)));
    }

    // What makes others mighty is no key's.
    [Theory]
    [InlineData(Permission.MembersWrite)]
    [InlineData(Permission.KeysWrite)]
    [InlineData(Permission.PolicyWrite)]
    [InlineData(Permission.WorkspacesWrite)]
    [InlineData(Permission.Self)]
    public void Key_MayNeverDoIt(Permission permission)
    {
        Assert.Null(permission.Scope());
        Assert.IsType<Decision.Refused>(Decision.Of(Key([.. Permissions.Scopes]), new Need(permission), _now));
    }

    [Fact]
    public void Key_WithoutTheScope_IsToldWhichItLacks()
    {
        var refused = Assert.IsType<Decision.Refused>(Decision.Of(Key("dead-letters:write"), new Need(Permission.ConversationsRead), _now));
        Assert.Equal("The key lacks the scope conversations:read.", refused.Why);
        Assert.IsType<Decision.Allowed>(Decision.Of(Key("dead-letters:write"), new Need(Permission.DeadLettersWrite), _now));
    }

    [Fact]
    public void Nobody_IsAskedToSignIn_WhereSomethingIsNeeded()
    {
        Assert.IsType<Decision.SignIn>(Decision.Of(null, new Need(Permission.Anybody), _now));
        Assert.IsType<Decision.Allowed>(Decision.Of(null, new Need(null), _now));
    }

    [Fact]
    public void Role_ThatMayNot_IsToldWhoMay()
    {
        var refused = Assert.IsType<Decision.Refused>(Decision.Of(Person(Role.Viewer), new Need(Permission.OrdersRead), _now));
        Assert.Equal("The role viewer may not do this. owner, admin, finance, agent may.", refused.Why);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Confirmation_IsGoodForTenMinutes(int minutes, bool isGood)
    {
        var person = Person(Role.Owner) with { ConfirmedAt = _now.AddMinutes(-minutes) };
        var decision = Decision.Of(person, new Need(Permission.KeysWrite, IsConfirmed: true), _now);
        Assert.Equal(isGood ? typeof(Decision.Allowed) : typeof(Decision.Confirm), decision.GetType());
        Assert.IsType<Decision.Allowed>(Decision.Of(person, new Need(Permission.KeysRead), _now));
    }

    [Fact]
    public void WorkspaceThatNeedsASecondFactor_LetsASessionWithoutOneDoItsOwnThingsAlone()
    {
        var person = Person(Role.Owner) with { NeedsSecondFactor = true };
        Assert.IsType<Decision.SecondFactor>(Decision.Of(person, new Need(Permission.StatesRead), _now));
        Assert.IsType<Decision.Allowed>(Decision.Of(person, new Need(Permission.Self), _now));
        Assert.IsType<Decision.Allowed>(Decision.Of(person with { SecondFactorAt = _now }, new Need(Permission.StatesRead), _now));
    }

    [Theory]
    [InlineData(Role.Owner, Role.Owner, true)]
    [InlineData(Role.Admin, Role.Owner, false)]
    [InlineData(Role.Admin, Role.Admin, true)]
    [InlineData(Role.Agent, Role.Viewer, false)]
    [InlineData(Role.Finance, Role.Viewer, false)]
    public void Roles_AreGivenByThoseWhoMay(Role by, Role role, bool may) => Assert.Equal(may, by.MayGive(role));

    private static Key Key(params string[] scopes) => new(1, "crm", 1, scopes, null);

    private static Person Person(Role role) => new(7, "a@bots.example", "Ann", 1, role, null, 3, _now, false, null, false);
}
