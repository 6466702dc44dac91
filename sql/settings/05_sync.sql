-- Where the marks of sync begin. See private.sync_state for when an operator raises the generation.
insert into private.sync_state (is_single) values (true) on conflict do nothing;
