#!/usr/bin/env bash
# Restores a backup into a new database and proves what can be proved of it:
#   PGPASSWORD=… infra/restore.sh whatsappbots-20260302-030000.dump postgresql://owner@host:5432/restored?sslmode=require
# The database must not exist: nothing is ever restored over anything. The owner needs createdb and createrole.
set -euo pipefail
dump=${1:?the backup\'s file} url=${2:?where to: postgresql://owner@host/database, which must not exist}
[ -r "$dump" ] || { echo "There is no backup $dump." >&2; exit 1; }

# Debian keeps the programs of each version apart; the newest can read what all older ones wrote.
for bin in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V); do PATH="$bin:$PATH"; done

query=''; case $url in *\?*) query="?${url#*\?}";; esac
plain=${url%%\?*}
name=${plain##*/}
case $name in ''|*[!a-z0-9_]*) echo "The database's name takes lower-case letters, digits and underscores." >&2; exit 1;; esac
run() { psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 "$@"; }

# A backup holds what roles may do, not the roles: they belong to the server.
run --command "do \$\$
declare name text;
begin
  foreach name in array array['messages', 'images', 'payments', 'maintenance', 'admin'] loop
    if to_regrole('whatsappbots_' || name) is null then execute format('create role %I nologin', 'whatsappbots_' || name); end if;
  end loop;
  -- The API reads as this role: whoever connects must be able to become it.
  execute format('grant whatsappbots_admin to %I', current_user);
end \$\$" --command "create database $name template template0 encoding 'UTF8'" "${plain%/*}/postgres$query"

pg_restore --no-owner --exit-on-error --dbname "$url" "$dump"
run --command 'analyze' "$url"

faults=$(run "$url" <<'SQL'
select 'entries of movement ' || movement_id || ' sum to ' || sum(amount) from money.entries group by movement_id having sum(amount) <> 0
union all
select 'movement ' || m.id || ' has fewer than two entries' from money.movements m left join money.entries e on e.movement_id = m.id group by m.id having count(e.*) < 2
union all
select 'account ' || account_id || ' holds ' || balance from money.balances where floored and balance < 0
union all
select 'order ' || o.id || ' is ' || o.state || ' and nobody paid it' from money.orders o
where o.state in ('paid', 'fulfilled') and not exists (select 1 from money.payments p where p.order_id = o.id)
union all
select 'message ' || o.message_id || ' waits and is not there' from chat.outbox o where not exists (select 1 from chat.messages m where m.id = o.message_id)
union all
select 'conversation ' || c.id || ' has no person' from chat.conversations c where not exists (select 1 from chat.people p where p.id = c.person_id);
SQL
)
run "$url" <<'SQL'
select 'people ' || (select count(*) from chat.people) || ', conversations ' || (select count(*) from chat.conversations)
  || ', messages ' || (select count(*) from chat.messages) || ', the last of ' || coalesce((select max(stored_at) from chat.messages)::text, 'never')
union all
select 'orders ' || (select count(*) from money.orders) || ', payments ' || (select count(*) from money.payments) || ', entries ' || (select count(*) from money.entries)
union all
select 'waiting: inbox ' || (select count(*) from chat.inbox) || ', outbox ' || (select count(*) from chat.outbox) || ', events ' || (select count(*) from events.queue)
union all
select 'schema: ' || (select name from public.schema_migrations order by number desc limit 1);
SQL
if [ -n "$faults" ]; then
  printf 'The restored database is not whole:\n%s\n' "$faults" >&2
  exit 1
fi
echo "Restored $dump into $name; the ledger holds."
