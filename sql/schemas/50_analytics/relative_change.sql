create or replace function private.relative_change(p_totals jsonb, p_previous jsonb)
returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return (
    select jsonb_object_agg(
      totals.key, round(totals.value::numeric / nullif(coalesce(previous.value::numeric, 0), 0) - 1, 3)
    )
    from jsonb_each_text(p_totals) as totals
    left join jsonb_each_text(p_previous) as previous on previous.key = totals.key
  );
end;
$$;

revoke execute on function private.relative_change(jsonb, jsonb) from public;
grant execute on function private.relative_change(jsonb, jsonb) to authenticated, service_role;

comment on function private.relative_change(jsonb, jsonb) is
  'By which share each figure of p_totals is more than in p_previous, to three digits: 0.25 is a quarter more. Null '
  'where there was nothing before, or is nothing to compare.';
