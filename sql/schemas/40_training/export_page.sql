create or replace function public.export_page(
  p_job_id uuid,
  p_lease uuid,
  p_file text,
  p_section text,
  p_after uuid default null
)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_section record;
  v_user_id uuid;
  v_text text;
  v_rows integer;
  v_last uuid;
begin
  select sections.* into strict v_section
  from private.export_sections() as sections
  where sections.file = p_file and sections.section = p_section;

  -- Whoever reads on holds the job for another minute.
  update public.jobs
  set
    due_at = now() + interval '1 minute',
    progress = least(99, v_section.position * 100 / (select count(*) from private.export_sections()))
  where jobs.id = p_job_id and jobs.lease = p_lease and jobs.type = 'export'
  returning jobs.user_id into v_user_id;
  if not found then
    return jsonb_build_object('status', 'lost');
  end if;

  execute format(
    'select
       coalesce(string_agg(page.line, %1$L order by page.key, page.line), ''''), count(*),
       (array_agg(page.key order by page.key desc))[1]
     from (
       select %2$s as key, %3$s as line
       from (
         select * from %4$s as stored
         where stored.%5$I = $1 and ($2 is null or %2$s > $2)
         order by %2$s
         limit %6$s
       ) as stored
     ) as page',
    case p_file when 'json' then e',\n' else '' end,
    case when v_section.page_key is null then 'null::uuid' else format('stored.%I', v_section.page_key) end,
    coalesce(v_section.line, format(
      '(to_jsonb(stored) - array[%L, ''version'', ''changed_in''%s] - %L::text[])::text',
      v_section.owner_column,
      -- When a row of sync's was made says nothing that the row does not say.
      case when v_section.relation in (select relations.relation from private.sync_relations() as relations)
        then ', ''created_at'', ''updated_at''' else '' end,
      v_section.left_out
    )),
    -- Most are tables of the API, and named without their schema.
    case when v_section.relation like '%.%' then v_section.relation else 'public.' || v_section.relation end::regclass,
    v_section.owner_column, coalesce(v_section.page_size::text, 'all')
  )
  into v_text, v_rows, v_last
  using v_user_id, p_after;

  return jsonb_build_object(
    'status', 'running', 'text', v_text, 'rows', v_rows,
    'next', case when v_rows = v_section.page_size then v_last end
  );
end;
$$;

revoke execute on function public.export_page(uuid, uuid, text, text, uuid) from public;
grant execute on function public.export_page(uuid, uuid, text, text, uuid) to service_role;

comment on function public.export_page(uuid, uuid, text, text, uuid) is
  'For the worker, with a secret key: a part of a section of an export that it holds, as it stands in the file, {status: '
  'running, text, rows, next}; next is the p_after of the next part, null where that was the last. {status: lost} where '
  'the lease is another worker''s by now, or the job was cancelled.';
