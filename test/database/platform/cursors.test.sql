begin;
select plan(6);

select results_eq(
  $$
    select private.decode_cursor(private.encode_cursor('{"list": "mine"}', key), '{"list": "mine"}')
    from (values
      (jsonb '"text"'), ('["2026-01-01T00:00:00Z", 7]'), ('{"a": null}'), ('12345678901234567890.123'), ('"é💪\\"'),
      (to_jsonb(repeat('long ', 1000)))
    ) as keys (key)
  $$,
  $$
    values
      (jsonb '"text"'), ('["2026-01-01T00:00:00Z", 7]'), ('{"a": null}'), ('12345678901234567890.123'), ('"é💪\\"'),
      (to_jsonb(repeat('long ', 1000)))
  $$,
  'CUR-01: a key comes back as it was'
);
select is_empty(
  $$
    select cursor
    from generate_series(1, 200) as length
    cross join lateral private.encode_cursor('{}', to_jsonb(repeat('ÿ', length))) as cursor
    where cursor !~ '^[A-Za-z0-9_-]+$'
  $$,
  'CUR-02: a cursor is safe in an address, as it is'
);
select is(private.decode_cursor(null, '{}'), null, 'CUR-03: no cursor is no key');
select throws_ok(
  $$ select private.decode_cursor(private.encode_cursor('{"q": "a", "n": 1}', '1'), '{"q": "a", "n": 2}') $$,
  'PT400', 'cursor_mismatch', 'CUR-04: a cursor belongs to its filter'
);
select is_empty(
  $$
    select bad
    from unnest(array[
      '', ' ', '!', 'AA', '====', 'bnVsbA', 'W10', 'IiI', 'MQ', 'eyJmaWx0ZXIiOm51bGx9', '/w', repeat('A', 100000), E'\n', 'é'
    ]) as bad
    where tests.answer('postgres', format('select private.decode_cursor(%L, ''{}'')', bad))
      is distinct from 'cursor_mismatch'
  $$,
  'CUR-05: what is no cursor is refused as one of another filter is'
);
select is(
  tests.answer('anon', $$ select private.decode_cursor('x', '{}') $$), 'cursor_mismatch',
  'CUR-06: without an account too'
);

select * from finish();
rollback;
