-- How often in a row the turn of a timer failed and was given up; null: not once. It sets how long until the timer falls due again.
alter table chat.timers add column failures int;

-- Until now a timer whose turn was given up never fell due again, and with it every reminder of that person.
update chat.timers t set fired = false
where fired and not exists (select 1 from chat.inbox i where i.timer_id = t.id);
