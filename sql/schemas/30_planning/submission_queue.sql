create or replace function public.submission_queue(
  p_status text default 'pending',
  p_type text default null,
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
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 50);
  v_filter jsonb := jsonb_build_object('submission_queue', p_status, 'type', p_type);
  v_after jsonb := private.decode_cursor(p_cursor, v_filter);
  v_keys jsonb[];
  v_items jsonb;
begin
  if not private.has_role('moderator') then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'p_status', 'Only moderators read the queue.', 'Read your own submissions in submissions.'
    );
  end if;

  with ahead as (
    select submissions.id, submissions.user_id, submissions.submitted_at, submissions.content
    from public.submissions
    where submissions.status = coalesce(p_status, 'pending')
      and (p_type is null or submissions.type = p_type)
      and (
        v_after is null
        or (submissions.submitted_at, submissions.id) > ((v_after ->> 0)::timestamptz, (v_after ->> 1)::uuid)
      )
    order by submissions.submitted_at, submissions.id
    limit v_limit + 1
  ),
  page as (
    select ahead.*, array[ahead.content ->> 'name'] || array(
      select jsonb_array_elements_text(coalesce(ahead.content -> 'aliases', '[]'))
    ) as names
    from ahead
    order by ahead.submitted_at, ahead.id
    limit v_limit
  ),
  alike as materialized (
    select found.name, found.exercise_id, found.exercise_name
    from private.similar_exercises(array(select distinct unnest(page.names) from page)) as found
  )
  select
    (
      select array_agg(jsonb_build_array(ahead.submitted_at, ahead.id) order by ahead.submitted_at, ahead.id)
      from ahead
    ),
    coalesce(
      jsonb_agg(
        private.submission_document(page.id) || jsonb_build_object(
          'user_id', page.user_id,
          'similar', coalesce(
            (
              select jsonb_agg(distinct jsonb_build_object('id', alike.exercise_id, 'name', alike.exercise_name))
              from alike
              where alike.name = any(page.names)
            ),
            '[]'
          )
        )
        order by page.submitted_at, page.id
      ),
      '[]'
    )
  into v_keys, v_items
  from page;

  return jsonb_build_object(
    'items', v_items,
    'next_cursor', case when cardinality(v_keys) > v_limit then private.encode_cursor(v_filter, v_keys[v_limit]) end
  );
end;
$$;

revoke execute on function public.submission_queue(text, text, integer, text) from public;
grant execute on function public.submission_queue(text, text, integer, text) to authenticated;

comment on function public.submission_queue(text, text, integer, text) is
  'For moderators: submissions of a status, and of a type where one is given, who waits longest first: {items: [{as '
  'submit_exercise() answers, user_id, similar: [{id, name}]}], next_cursor}. similar are global exercises that have '
  'its name or one of its other names already. p_limit: 1 to 50, 20 by default. Errors: 400 cursor_mismatch, 403 '
  'not_allowed.';
