create or replace function private.tg_mark_change()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if new is distinct from old then
    new.version := old.version + 1;
    new.changed_in := private.change_mark();
    new.updated_at := now();
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_mark_change() from public;

comment on function private.tg_mark_change() is
  'Raises version, and marks the row for the next sync, with every change; an update that changes nothing is none. A '
  'version only grows, not always by one: clients compare it for equality alone. Definer, because nobody else makes '
  'marks.';
