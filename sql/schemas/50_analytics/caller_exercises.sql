create or replace function private.caller_exercises(p_scope text, p_as_of date)
returns table (exercise_id uuid, is_own boolean, is_favorite boolean, last_used_on date)
language plpgsql
stable
security invoker
rows 100
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
begin
  return query
  select
    marks.exercise_id,
    bool_or(marks.is_own) as is_own,
    bool_or(marks.is_favorite) as is_favorite,
    max(marks.last_used_on) as last_used_on
  from (
    select exercise_documents.exercise_id, true as is_own, false as is_favorite, null::date as last_used_on
    from private.exercise_documents
    where exercise_documents.user_id = v_user_id
    union all
    select exercise_preferences.exercise_id, false, true, null
    from public.exercise_preferences
    where exercise_preferences.user_id = v_user_id and exercise_preferences.is_favorite
    union all
    select exercise_days.exercise_id, false, false, max(exercise_days.local_date)
    from analytics.exercise_days
    where exercise_days.user_id = v_user_id
      and exercise_days.local_date between p_as_of - 90 and p_as_of + 1
    group by exercise_days.exercise_id
  ) as marks
  group by marks.exercise_id
  having
    case p_scope
      when 'global' then not bool_or(marks.is_own)
      when 'own' then bool_or(marks.is_own)
      when 'favorites' then bool_or(marks.is_favorite)
      when 'recent' then bool_or(marks.last_used_on is not null)
      else true
    end;
end;
$$;

revoke execute on function private.caller_exercises(text, date) from public;

comment on function private.caller_exercises(text, date) is
  'Exercises that the caller has more to do with than with others, of the scope: own ones, favourites, and those '
  'used in the 90 days before p_as_of, or a day later, where it is tomorrow already. For the functions of search.';
