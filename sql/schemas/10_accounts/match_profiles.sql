create or replace function private.match_profiles(p_query text, p_after text, p_limit integer)
returns table (user_id uuid, username_key text)
language plpgsql
volatile
security definer
set search_path = ''
-- Only a plan made for this very query knows the beginning that its indexes look up.
set plan_cache_mode = 'force_custom_plan'
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_query text := lower(normalize(btrim(left(p_query, 60)), NFKC));
  v_pattern text := replace(replace(replace(v_query, '\', '\\'), '%', '\%'), '_', '\_');
begin
  perform private.enforce_rate_limit('profile_search', private.caller_subject());
  if char_length(v_query) < 2 then
    return;
  end if;

  return query
  -- Two letters are in every other name, so words are matched from their beginning: that has an index. Materialized,
  -- because Postgres would rather walk through all profiles by name until the page is full.
  with found as materialized (
    select profiles.user_id, profiles.username_key, profiles.visibility
    from public.profiles
    where profiles.username_key > coalesce(p_after, '')
      and (
        profiles.username_key like v_pattern || '%'
        or lower(normalize(profiles.display_name, NFKC)) like v_pattern || '%'
        or lower(normalize(profiles.display_name, NFKC)) like '% ' || v_pattern || '%'
      )
  )
  select found.user_id, found.username_key
  from found
  where found.user_id <> v_user_id
    and (
      (found.visibility = 'public' and found.user_id not in (select private.blocked_user_ids()))
      or (found.visibility = 'followers' and found.user_id in (select private.followed_user_ids()))
    )
  order by found.username_key
  limit p_limit;
end;
$$;

revoke execute on function private.match_profiles(text, text, integer) from public;
grant execute on function private.match_profiles(text, text, integer) to authenticated;

comment on function private.match_profiles(text, text, integer) is
  'Ids of the profiles that a query means, of those that the caller may see. Definer, because under RLS a text match '
  'cannot use its index: it answers ids only, and the rows are read under the caller''s own rights. Errors: 429 '
  'too_many_requests.';
