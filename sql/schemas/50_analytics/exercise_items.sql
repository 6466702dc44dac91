create or replace function private.exercise_items(p_exercise_ids uuid[], p_locale text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
begin
  return (
    select coalesce(
      jsonb_agg(
        documents.item || jsonb_build_object(
          'id', documents.exercise_id,
          'name', documents.name,
          'is_custom', documents.user_id is not null,
          'is_favorite', coalesce(exercise_preferences.is_favorite, false),
          'last_used_on', (
            select max(exercise_days.local_date)
            from analytics.exercise_days
            where exercise_days.user_id = v_user_id and exercise_days.exercise_id = documents.exercise_id
          ),
          'thumbnail', (
            select jsonb_build_object('path', exercise_media.path, 'url', exercise_media.url)
            from public.exercise_media
            where exercise_media.exercise_id = documents.exercise_id and exercise_media.kind = 'image'
            order by exercise_media.position, exercise_media.id
            limit 1
          )
        )
        order by page.ordinal
      ),
      '[]'
    )
    from unnest(p_exercise_ids) with ordinality as page (exercise_id, ordinal)
    join private.exercise_documents as documents on documents.exercise_id = page.exercise_id
      and documents.locale in (p_locale, 'und')
    left join public.exercise_preferences on exercise_preferences.exercise_id = documents.exercise_id
      and exercise_preferences.user_id = v_user_id
    where documents.user_id is null or documents.user_id = v_user_id
  );
end;
$$;

revoke execute on function private.exercise_items(uuid[], text) from public;
grant execute on function private.exercise_items(uuid[], text) to authenticated, service_role;

comment on function private.exercise_items(uuid[], text) is
  'Items of search_exercises(), in the order of the ids, of those exercises that the caller may see, named in a '
  'language of the catalogue. Definer, as the documents are nobody else''s.';
