begin;
select plan(8);

create temporary view tables as
  select oid, relname, format('%s.%s', relnamespace::regnamespace, relname) as name
  from pg_class
  where relnamespace::regnamespace::text in ('public', 'private', 'analytics') and relkind in ('r', 'p');
create temporary view columns as
  select tables.name, attname, atttypid::regtype::text as type
  from tables
  join pg_attribute on attrelid = tables.oid
  where attnum > 0 and not attisdropped;

select is_empty(
  $$
    select tables.name, conname
    from pg_constraint
    join tables on tables.oid = conrelid
    where conname !~ format('^%s_%s$', relname, case contype
      when 'p' then 'pkey'
      when 'f' then '[a-z0-9_]+_fkey'
      when 'u' then '[a-z0-9_]+_key'
      when 'c' then '[a-z0-9_]+_check'
      else '.*'
    end)
  $$,
  'FACT-51: constraints are called <table>_<what>_<pkey, fkey, key or check>'
);
select is_empty(
  $$
    select tables.name, indexrelid::regclass
    from pg_index
    join tables on tables.oid = indrelid
    join pg_class as index on index.oid = indexrelid
    where not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
      and index.relname !~ format('^%s_[a-z0-9_]+_%s$', tables.relname, case when indisunique then 'key' else 'idx' end)
  $$,
  'FACT-52: indexes are called <table>_<columns>_idx, or _key where they keep something unique'
);
select is_empty(
  $$
    select tgrelid::regclass, tgname
    from pg_trigger
    join pg_class on pg_class.oid = tgrelid
    join pg_proc on pg_proc.oid = tgfoid
    where not tgisinternal and pronamespace = 'private'::regnamespace
      and tgname !~ format('^%s_[0-9]{2}_[a-z_]+$', relname)
  $$,
  'FACT-53: triggers are called <table>_<nn>_<task>, so that their order is read from their names'
);
select is_empty(
  $$
    select tables.name, polname
    from pg_policy
    join tables on tables.oid = polrelid
    where polname !~ format('^%s_%s_[a-z_]+$', relname, case polcmd
      when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' end)
  $$,
  'FACT-54: policies are called <table>_<operation>_<who>'
);
select is_empty(
  $$
    select name, attname
    from columns
    where (attname ~ '_at$') <> (type = 'timestamp with time zone')
      or type in ('timestamp without time zone', 'time with time zone')
  $$,
  'FACT-55: instants, and nothing else, end in _at and have a zone'
);
select is_empty(
  $$ select name, attname from columns where (attname ~ '_(on|date)$') <> (type = 'date') $$,
  'FACT-56: days end in _on or _date'
);
select is_empty(
  $$ select name, attname from columns where (attname ~ '^(is|has)_') <> (type = 'boolean') $$,
  'FACT-57: booleans begin with is_ or has_'
);
select is_empty(
  $$
    select name, attname
    from columns
    where type in ('real', 'double precision', 'money', 'character', 'character varying', 'json', 'citext')
  $$,
  'FACT-58: no column has a type that loses digits, pads, or compares by surprise'
);

select * from finish();
rollback;
