create or replace function private.published_plan_items(p_ids uuid[])
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'id', plans.id,
          'is_template', plans.user_id is null,
          'name', plans.name,
          'description', plans.description,
          'goal', plans.goal,
          'level', plans.level,
          'tags', plans.tags,
          'weeks', plans.weeks,
          'is_repeating', plans.is_repeating,
          'days_per_week', plans.days_per_week,
          'exercises', plans.exercises,
          'equipment', plans.equipment,
          'published_at', plans.published_at,
          'like_count', plans.like_count,
          'copy_count', plans.copy_count,
          'completion_count', plans.completion_count,
          'is_liked', exists (
            select 1
            from public.plan_likes
            where plan_likes.user_id = (select auth.uid()) and plan_likes.published_plan_id = plans.id
          ),
          'author', (
            select jsonb_build_object(
              'username', profiles.username,
              'display_name', profiles.display_name,
              'avatar_path', profiles.avatar_path,
              'avatar_thumbhash', profiles.avatar_thumbhash,
              'avatar_color', profiles.avatar_color
            )
            from public.profiles
            where profiles.user_id = plans.user_id
          )
        )
        order by listed.ordinal
      ),
      '[]'
    )
    from unnest(p_ids) with ordinality as listed (id, ordinal)
    join public.published_plans as plans on plans.id = listed.id
  );
end;
$$;

revoke execute on function private.published_plan_items(uuid[]) from public;
grant execute on function private.published_plan_items(uuid[]) to authenticated;

comment on function private.published_plan_items(uuid[]) is
  'Published plans as the library lists them, in the order of their ids. Under the caller''s rights: what they do not '
  'see is left out, and so is an author whose profile does not show itself.';
