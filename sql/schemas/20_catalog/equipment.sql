-- What an exercise is done with.
create table public.equipment (
  id text primary key,
  name text not null,
  position smallint not null,

  constraint equipment_id_form_check check (id ~ '^[a-z][a-z_]*$')
);

alter table public.equipment enable row level security;

create policy equipment_select_everyone on public.equipment
  for select to anon, authenticated
  using (true);

revoke all on public.equipment from anon, authenticated;
grant select on public.equipment to anon, authenticated;
grant all on public.equipment to service_role;

comment on table public.equipment is 'Equipment, the same for everybody. Loaded from sql/catalog.';
comment on column public.equipment.id is 'Stable key, such as trap_bar. [none]';
comment on column public.equipment.name is 'English name. [none]';
comment on column public.equipment.position is 'Order in lists, from 1. [none]';
