create or replace function public.workout_history(
  p_from date default null,
  p_to date default null,
  p_exercise_id uuid default null,
  p_query text default null,
  p_limit integer default 20,
  p_cursor text default null
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 100);
  v_filter jsonb := jsonb_build_object(
    'workout_history', p_from, 'to', p_to, 'exercise_id', p_exercise_id, 'query', p_query
  );
  v_keys jsonb[];
begin
  if char_length(p_query) > 100 or p_query !~ '[[:alnum:]]' then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_query', 'must be text of at most 100 characters with a letter or digit in it',
      'Leave it out to see all.'
    );
  end if;

  v_keys := private.workout_keys(
    p_from, p_to, p_exercise_id, p_query, private.decode_cursor(p_cursor, v_filter), v_limit + 1
  );
  return jsonb_build_object(
    'items', (
      select coalesce(
        jsonb_agg(
          private.workout_summary((page.key ->> 'id')::uuid)
            || jsonb_build_object('performed', private.performed_counts((page.key ->> 'id')::uuid))
          order by page.ordinal
        ),
        '[]'
      )
      from unnest(v_keys[:v_limit]) with ordinality as page (key, ordinal)
    ),
    'next_cursor', case when cardinality(v_keys) > v_limit
      then private.encode_cursor(v_filter, v_keys[v_limit])
    end
  );
end;
$$;

revoke execute on function public.workout_history(date, date, uuid, text, integer, text) from public;
grant execute on function public.workout_history(date, date, uuid, text, integer, text) to authenticated;

comment on function public.workout_history(date, date, uuid, text, integer, text) is
  'The caller''s workouts, newest first, the live one included: {items: [{…as log_workout() answers a workout, '
  'performed: [{exercise_id, name, sets}]}], next_cursor}. p_from ≤ day < p_to by local_date; p_exercise_id finds '
  'those with an exercise, whatever was merged into it; p_query those in which each word begins a word of the name, '
  'the notes, or an exercise''s name. p_limit: 1 to 100, 20 by default. Errors: 400 cursor_mismatch; 422 '
  'invalid_field.';
