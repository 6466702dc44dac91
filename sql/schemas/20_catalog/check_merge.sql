create or replace function private.check_merge(p_from public.exercises, p_into public.exercises)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_path text := 'p_into';
  v_text text;
begin
  if p_from.id = p_into.id then
    v_text := 'is the same exercise, or was merged into it';
  elsif p_from.replaced_by is not null then
    v_path := 'p_from';
    v_text := 'was merged into another exercise already';
  elsif p_into.archived_at is not null then
    v_text := 'is archived';
  elsif not private.kind_fits(p_from.kind, p_into.kind) then
    v_text := format('is of a kind, %s, that sets of %s do not fit', p_into.kind, p_from.kind);
  else
    return;
  end if;
  perform private.raise_problem(
    'PT409', 'merge_impossible', v_path, v_text, 'Choose another exercise; nothing was changed.'
  );
end;
$$;

revoke execute on function private.check_merge(public.exercises, public.exercises) from public;
grant execute on function private.check_merge(public.exercises, public.exercises) to service_role;

comment on function private.check_merge(public.exercises, public.exercises) is
  'Refuses to merge an exercise into itself or one that was merged into it, a second time, into an archived one, and '
  'into one whose kind its sets do not fit. Errors: 409 merge_impossible.';
