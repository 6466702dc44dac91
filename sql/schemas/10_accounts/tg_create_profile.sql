create or replace function private.tg_create_profile()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  begin
    insert into public.profile_settings (user_id) values (new.id) on conflict do nothing;
  exception
    -- A sign-up never fails because of us, nor does one row because of the other.
    when others then
      raise warning 'no settings for user %: % (%)', new.id, sqlerrm, sqlstate;
  end;

  begin
    insert into public.profiles (user_id, display_name)
    values (
      new.id,
      -- The first name that a client or an identity provider sent as text, with nothing in it that hides or reorders
      -- what is shown: control characters and the like out, spaces folded, 60 characters kept.
      (
        select rtrim(left(plain.name, 60))
        from unnest(array['display_name', 'full_name', 'name']) with ordinality as field (key, ordinal)
        cross join lateral btrim(regexp_replace(
          new.raw_user_meta_data ->> field.key,
          '[[:cntrl:][:space:]\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+', ' ', 'g'
        )) as plain (name)
        where jsonb_typeof(new.raw_user_meta_data -> field.key) = 'string'
          and plain.name ~ '[^[:space:]\u200C\u200D]'
        order by field.ordinal
        limit 1
      )
    )
    on conflict do nothing;
  exception
    when others then
      raise warning 'no profile for user %: % (%)', new.id, sqlerrm, sqlstate;
  end;

  return null;
end;
$$;

revoke execute on function private.tg_create_profile() from public;

comment on function private.tg_create_profile() is
  'Makes profile and settings of a new user. Definer, because Auth inserts users as a role that may not write in '
  'public.';
