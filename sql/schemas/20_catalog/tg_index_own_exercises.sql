create or replace function private.tg_index_own_exercises()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_ids uuid[];
begin
  -- The catalogue's loaders index what they load themselves, once a file.
  execute format(
    'select array_agg(distinct exercises.id)
     from %I as changed
     join public.exercises on exercises.id = changed.%I
     where exercises.user_id is not null',
    case tg_op when 'DELETE' then 'old_rows' else 'new_rows' end, tg_argv[0]
  )
  into v_ids;
  if v_ids is not null then
    perform private.index_exercises(v_ids);
  end if;
  return null;
end;
$$;

revoke execute on function private.tg_index_own_exercises() from public;

comment on function private.tg_index_own_exercises() is
  'Keeps the search documents of custom exercises: its argument is the column that holds their ids; its triggers have '
  'the transition tables new_rows, or old_rows for a delete. Definer, because the tables of search are nobody''s.';
