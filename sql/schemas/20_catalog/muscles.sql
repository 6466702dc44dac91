-- The muscles that training is counted by: about twenty, fine enough for weekly set ranges.
create table public.muscles (
  id text primary key,
  name text not null,
  name_latin text not null,
  region text not null,
  position smallint not null,

  constraint muscles_id_form_check check (id ~ '^[a-z][a-z_]*$'),
  constraint muscles_region_check check (region in ('upper_body', 'core', 'lower_body'))
);

alter table public.muscles enable row level security;

create policy muscles_select_everyone on public.muscles
  for select to anon, authenticated
  using (true);

revoke all on public.muscles from anon, authenticated;
grant select on public.muscles to anon, authenticated;
grant all on public.muscles to service_role;

comment on table public.muscles is 'Muscles, the same for everybody. Loaded from sql/catalog.';
comment on column public.muscles.id is 'Stable key, such as side_delts. [none]';
comment on column public.muscles.name is 'English name. [none]';
comment on column public.muscles.name_latin is 'Anatomical name. [none]';
comment on column public.muscles.region is 'upper_body, core or lower_body. [none]';
comment on column public.muscles.position is 'Order in lists, from 1. [none]';
