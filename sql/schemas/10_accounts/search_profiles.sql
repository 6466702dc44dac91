create or replace function public.search_profiles(p_query text, p_limit integer default 20, p_cursor text default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 50);
  v_filter jsonb := jsonb_build_object('search_profiles', p_query);
  v_keys text[];
  v_items jsonb;
begin
  with matches as (
    select matched.user_id, matched.username_key
    from private.match_profiles(p_query, private.decode_cursor(p_cursor, v_filter) #>> '{}', v_limit + 1) as matched
  ),
  page as (
    select matches.user_id, matches.username_key from matches order by matches.username_key limit v_limit
  )
  select
    (select array_agg(matches.username_key order by matches.username_key) from matches),
    coalesce(
      jsonb_agg(
        jsonb_build_object(
          'user_id', profiles.user_id,
          'username', profiles.username,
          'display_name', profiles.display_name,
          'avatar_path', profiles.avatar_path,
          'avatar_thumbhash', profiles.avatar_thumbhash,
          'avatar_color', profiles.avatar_color
        )
        order by page.username_key
      ),
      '[]'
    )
  into v_keys, v_items
  from page
  join public.profiles on profiles.user_id = page.user_id;

  return jsonb_build_object(
    'items', v_items,
    'next_cursor', case when array_length(v_keys, 1) > v_limit
      then private.encode_cursor(v_filter, to_jsonb(v_keys[v_limit]))
    end
  );
end;
$$;

revoke execute on function public.search_profiles(text, integer, text) from public;
grant execute on function public.search_profiles(text, integer, text) to authenticated;

comment on function public.search_profiles(text, integer, text) is
  'Finds people who chose a username, by its beginning or that of a word of the display name, of those whose profile '
  'the caller may see: {items: [{user_id, username, display_name, avatar_path, avatar_thumbhash, avatar_color}], '
  'next_cursor}, by username. p_query: 2 to 60 characters. p_limit: 1 to 50, 20 by default. Errors: 400 '
  'cursor_mismatch, 429 too_many_requests.';
