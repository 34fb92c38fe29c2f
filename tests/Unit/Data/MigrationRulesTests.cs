using WhatsAppBots.Data;

namespace WhatsAppBots.Unit.Tests.Data;

public sealed class MigrationRulesTests
{
    // Before it there was no release to go on beside them.
    private const int FirstHeld = 16;

    [Fact]
    public void Migrations_OfThisBuild_DisturbNoRunningRelease() => Assert.Empty(Migrator.Migrations
        .Where(migration => migration.Number >= FirstHeld)
        .SelectMany(migration => MigrationRules.Faults(migration.Sql).Select(fault => $"{migration.Name}: {fault}")));

    // What was written before there was a rule breaks it in all the ways there are.
    [Theory]
    [InlineData("0006_light_conversations.sql")]
    [InlineData("0011_checkouts.sql")]
    public void Migrations_OfOld_WouldBeFound(string name) =>
        Assert.NotEmpty(MigrationRules.Faults(Migrator.Migrations.Single(migration => migration.Name == name).Sql));

    [Fact]
    public void Migrations_AreNumberedWithoutGaps() =>
        Assert.Equal(Enumerable.Range(1, Migrator.Migrations.Count), Migrator.Migrations.Select(migration => migration.Number));

    [Theory]
    [InlineData("alter table chat.people drop column name")]
    [InlineData("alter table chat.people drop name")]
    [InlineData("alter table chat.people add column a text, drop column name")]
    [InlineData("alter table chat.people rename column name to called")]
    [InlineData("ALTER TABLE chat.people RENAME TO persons")]
    [InlineData("alter table if exists only chat.people alter name type varchar(10)")]
    [InlineData("alter table chat.people alter column name set data type varchar(10)")]
    [InlineData("alter table chat.people\n  alter column name\n  set not null")]
    [InlineData("alter table chat.people alter column name drop default")]
    [InlineData("alter table chat.people add column a int not null")]
    [InlineData("alter table chat.people add a int not null check (a > 0)")]
    [InlineData("alter table chat.people add column a int unique")]
    [InlineData("alter table chat.people add constraint c check (name <> '')")]
    [InlineData("alter table chat.people add constraint c unique (name)")]
    [InlineData("alter table chat.people add foreign key (name) references chat.names")]
    [InlineData("alter table chat.people validate constraint c")]
    [InlineData("alter table chat.people force row level security")]
    [InlineData("alter table chat.people set schema old")]
    [InlineData("alter table chat.messages detach partition chat.messages_202601")]
    [InlineData("drop table chat.people")]
    [InlineData("drop function platform.guard(regclass)")]
    [InlineData("drop index chat.people_name")]
    [InlineData("create index people_name on chat.people (name)")]
    [InlineData("create unique index people_name on chat.people (name)")]
    [InlineData("create index concurrently people_name on chat.people (name)")]
    [InlineData("truncate chat.inbox")]
    [InlineData("lock table chat.inbox")]
    [InlineData("revoke insert on chat.inbox from whatsappbots_messages")]
    [InlineData("create trigger t before insert on chat.inbox for each row execute function f()")]
    [InlineData("do $$ begin alter table chat.people drop column name; end $$")]
    [InlineData("do $x$ begin execute format('alter table %I drop column name', 'people'); end $x$")]
    [InlineData("do $$ begin if true then drop table chat.people; end if; end $$")]
    [InlineData("select 1; -- contracts: too late, this is no first line\ndrop table chat.people")]
    [InlineData("-- contracts:\ndrop table chat.people")]
    [InlineData("create table chat.new (n int); alter table chat.people drop column name")]
    [InlineData("-- outside a transaction: for no reason\nalter table chat.people add column a int")]
    [InlineData("-- outside a transaction:\ndrop index concurrently if exists i")]
    public void Statement_ThatDisturbsTheReleaseBefore_IsFound(string sql) => Assert.NotEmpty(MigrationRules.Faults(sql));

    [Theory]
    [InlineData("alter table chat.people add column a text, add column b int not null default 0, add c bigint")]
    [InlineData("alter table chat.people alter column name drop not null, alter column name set default ''")]
    [InlineData("alter table chat.people add constraint c check (name <> 'drop table x') not valid")]
    [InlineData("create table chat.new (n int not null unique); create index new_n on chat.new (n); alter table chat.new enable row level security")]
    [InlineData("create or replace function f() returns void language plpgsql as $$ begin drop table chat.people; end $$")]
    [InlineData("create function f() returns int language sql security definer set search_path = pg_catalog as 'select 1'; revoke all on function f() from public")]
    [InlineData("do $$ begin create role whatsappbots_messages nologin; exception when duplicate_object then null; end $$")]
    [InlineData("do $$ begin execute format('grant whatsappbots_admin to %I', current_user); end $$")]
    [InlineData("grant select, insert on all tables in schema chat to whatsappbots_messages; alter default privileges in schema chat grant select on tables to whatsappbots_admin")]
    [InlineData("create policy app on chat.people to whatsappbots_messages using (true) with check (true)")]
    [InlineData("drop policy if exists app on chat.people; create policy app on chat.people to whatsappbots_messages using (true)")]
    [InlineData("/* drop table chat.people; */ comment on table chat.people is 'drop table chat.people'; insert into a values (1)")]
    [InlineData("-- contracts: not read since 0020\nalter table chat.people drop column name")]
    [InlineData("-- outside a transaction: written to\ndrop index concurrently if exists chat.i;\ncreate index concurrently i on chat.inbox (cause);\n")]
    public void Statement_ThatNobodyNotices_IsFine(string sql) => Assert.Empty(MigrationRules.Faults(sql));
}
