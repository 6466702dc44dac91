-- realtime.messages and the functions that write to it. The Realtime service of a hosted project makes one partition a
-- day; here create_message_partitions() does, called when a database is made, when the server starts, and by send().

create table realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp without time zone not null default now(),
  inserted_at timestamp without time zone not null default now(),
  id uuid not null default gen_random_uuid(),

  constraint messages_pkey primary key (id, inserted_at)
) partition by range (inserted_at);

create index messages_inserted_at_topic_index on realtime.messages (inserted_at desc, topic)
  where extension = 'broadcast' and private is true;

alter table realtime.messages enable row level security;
alter table realtime.messages owner to supabase_realtime_admin;
grant all on realtime.messages to postgres, dashboard_user;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;

create function realtime.topic()
returns text
language sql
stable
as $$
  select nullif(current_setting('realtime.topic', true), '')::text
$$;

create function realtime.create_message_partitions(p_from date, p_to date)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_day date;
  v_name text;
begin
  for v_day in select generate_series(p_from, p_to, '1 day') loop
    v_name := format('messages_%s', to_char(v_day, 'YYYY_MM_DD'));
    if to_regclass(format('realtime.%I', v_name)) is null then
      execute format(
        'create table if not exists realtime.%I partition of realtime.messages for values from (%L) to (%L)',
        v_name, v_day, v_day + 1
      );
      execute format('alter table realtime.%I enable row level security', v_name);
    end if;
  end loop;
end;
$$;

create function realtime.send(payload jsonb, event text, topic text, private boolean default true)
returns void
language plpgsql
as $$
declare
  v_id uuid := gen_random_uuid();
begin
  perform realtime.create_message_partitions(current_date, current_date);
  perform set_config('realtime.topic', topic, true);
  insert into realtime.messages (id, topic, extension, event, private, payload)
  values (v_id, topic, 'broadcast', event, private, jsonb_build_object('id', v_id) || payload);
exception when others then
  raise warning 'ErrorSendingBroadcastMessage: %', sqlerrm;
end;
$$;

create function realtime.broadcast_changes(
  topic_name text,
  event_name text,
  operation text,
  table_name text,
  table_schema text,
  new record,
  old record,
  level text default 'ROW'
)
returns void
language plpgsql
as $$
begin
  if level = 'STATEMENT' then
    raise exception 'function can only be triggered for each row, not for each statement';
  end if;

  perform realtime.send(
    jsonb_build_object(
      'operation', operation,
      'schema', table_schema,
      'table', table_name,
      'record', case when operation in ('INSERT', 'UPDATE') then to_jsonb(new) end,
      'old_record', case when operation in ('UPDATE', 'DELETE') then to_jsonb(old) end
    ),
    event_name,
    topic_name
  );
exception when others then
  raise exception 'ErrorSendingBroadcastMessage: %', sqlerrm;
end;
$$;

revoke execute on function realtime.create_message_partitions(date, date) from public;
grant execute on function realtime.create_message_partitions(date, date)
  to postgres, anon, authenticated, service_role, supabase_realtime_admin;

alter function realtime.topic() owner to supabase_realtime_admin;
alter function realtime.create_message_partitions(date, date) owner to supabase_realtime_admin;
