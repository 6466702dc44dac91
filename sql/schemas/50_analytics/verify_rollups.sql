create or replace function private.verify_rollups(p_users integer)
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid;
  v_stored jsonb[];
  v_expected jsonb[];
  v_found integer;
  v_all integer := 0;
begin
  for v_user_id in
    select profiles.user_id from public.profiles order by random() limit p_users
  loop
    perform private.lock_user_data(v_user_id);
    v_stored := array(
      select to_jsonb(rollup_rows.*) from private.rollup_rows(v_user_id) as rollup_rows
    );
    -- The rebuild is undone: this only looks.
    begin
      perform private.rebuild_rollups(v_user_id);
      v_expected := array(
        select to_jsonb(rollup_rows.*) from private.rollup_rows(v_user_id) as rollup_rows
      );
      raise exception using errcode = 'RB000';
    exception
      when sqlstate 'RB000' then null;
    end;

    with differences as (
      insert into private.rollup_differences (user_id, rollup, stored, expected)
      select
        v_user_id,
        coalesce(stored.line, expected.line) ->> 'rollup',
        stored.line -> 'content',
        expected.line -> 'content'
      from unnest(v_stored) as stored (line)
      full join unnest(v_expected) as expected (line) on expected.line = stored.line
      where stored.line is null or expected.line is null
      returning rollup_differences.id
    )
    select count(*) into v_found from differences;
    v_all := v_all + v_found;
  end loop;

  if v_all > 0 then
    raise warning 'verify_rollups: % rows of rollups differ from a recompute', v_all
      using hint = 'Look at private.rollup_differences; private.rebuild_rollups(user_id) repairs a user.';
  end if;
  return v_all;
end;
$$;

revoke execute on function private.verify_rollups(integer) from public;
grant execute on function private.verify_rollups(integer) to service_role;

comment on function private.verify_rollups(integer) is
  'Compares the rollups of so many users, picked at random, with a full recompute, which it undoes again; stores what '
  'differs in private.rollup_differences, warns in the log, and answers how many rows those are. It holds each user''s '
  'lock until it ends: so few users at a time. Definer, because nobody else may write rollups.';
