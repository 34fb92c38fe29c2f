-- outside a transaction: indexes of tables that are written to, for the few stops that are watched and for reports that are open
drop index concurrently if exists chat.number_stops_told;
drop index concurrently if exists platform.reports_open;
create index concurrently number_stops_told on chat.number_stops (probed_at) where told and ended_at is null;
create index concurrently reports_open on platform.reports (kind, (body ->> 'number')) where not ok;
