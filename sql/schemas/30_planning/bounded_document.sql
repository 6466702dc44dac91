create or replace function private.bounded_document(p_document jsonb)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if octet_length(p_document::text) > 1024 * (
    select quotas.max_count from private.quotas where quotas.name = 'kilobytes_per_shared_document'
  ) then
    perform private.raise_quota_exceeded('kilobytes_per_shared_document');
  end if;
  return p_document;
end;
$$;

revoke execute on function private.bounded_document(jsonb) from public;

comment on function private.bounded_document(jsonb) is
  'The document of a plan or routine as it may leave its owner''s hands: itself, unless it is larger than a quota. How '
  'many exercises and sets are in it is bounded as they are written; this bounds the texts. Granted to nobody: definer '
  'functions call it. Errors: 409 quota_exceeded.';
