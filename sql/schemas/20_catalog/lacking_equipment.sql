create or replace function private.lacking_equipment(p_equipment jsonb)
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if coalesce(jsonb_array_length(p_equipment), 0) = 0 then
    return null;
  end if;

  return (
    select string_agg(quote_literal('~#equipment:' || equipment.id), ' | ')
    from public.equipment
    where not p_equipment ? equipment.id
  );
end;
$$;

revoke execute on function private.lacking_equipment(jsonb) from public;

comment on function private.lacking_equipment(jsonb) is
  'A text-search query for exercises that need anything but the equipment given, in which ~ stands for the language '
  'of a document; null for no equipment.';
