create or replace function public.workout_events(
  p_user_id uuid,
  p_cursor text default null,
  p_limit integer default 50
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  -- One snapshot serves the whole answer, as the function is stable.
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 100);
  v_filter jsonb := jsonb_build_object('workout_events', p_user_id);
  v_key jsonb := private.decode_cursor(p_cursor, v_filter);
  v_from bigint := coalesce((v_key ->> 'from')::bigint, 0);
  -- A pass of several pages ends with the horizon of its first: what could not be seen then is read by the next pass.
  v_horizon bigint := coalesce((v_key ->> 'horizon')::bigint, private.sync_horizon());
  v_items jsonb;
  v_last jsonb;
begin
  if v_from > 0 and not private.is_sync_cursor(v_from, p_user_id) then
    v_from := 0;
    v_key := null;
    v_horizon := private.sync_horizon();
  end if;

  with page as materialized (
    select events.changed_in, events.workout_id, events.is_deleted
    from private.changed_workouts(
      p_user_id, v_from, coalesce((v_key ->> 'changed_in')::bigint, -1),
      coalesce((v_key ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000'), v_limit
    ) as events
  )
  select
    coalesce(
      jsonb_agg(
        case
          when page.is_deleted then jsonb_build_object('type', 'deleted', 'id', page.workout_id)
          else jsonb_build_object(
            'type', 'updated', 'id', page.workout_id, 'workout', private.workout_document(page.workout_id)
          )
        end
        order by page.changed_in, page.workout_id
      ),
      '[]'
    ),
    case when count(*) = v_limit then (
      array_agg(
        jsonb_build_object('changed_in', page.changed_in, 'id', page.workout_id)
        order by page.changed_in desc, page.workout_id desc
      )
    )[1] end
  into v_items, v_last
  from page;

  return jsonb_build_object(
    'items', v_items,
    'next_cursor', private.encode_cursor(
      v_filter,
      case
        when v_last is not null then v_last || jsonb_build_object('from', v_from, 'horizon', v_horizon)
        else jsonb_build_object('from', v_horizon)
      end
    ),
    'has_more', v_last is not null,
    'is_replacement', v_from = 0
  );
end;
$$;

revoke execute on function public.workout_events(uuid, text, integer) from public;
grant execute on function public.workout_events(uuid, text, integer) to service_role;

comment on function public.workout_events(uuid, text, integer) is
  'For Edge Functions, with a secret key and the id of a user that was verified: the user''s workouts in the order in '
  'which they changed, {items: [{type: updated, id, workout: as log_workout() takes it} or {type: deleted, id}], '
  'next_cursor, has_more, is_replacement}. p_cursor is the last next_cursor, null at first. A workout may come twice, '
  'and no change is missed. With has_more there is more at once; without it, ask again later. is_replacement says that '
  'the items are of everything there is, as at first, and again after a restored backup or 400 days: what does not '
  'come then is no longer there. p_limit: 1 to 100, 50 by default. Errors: 400 cursor_mismatch.';
