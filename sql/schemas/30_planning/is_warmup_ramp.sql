create or replace function private.is_warmup_ramp(p_ramp jsonb)
returns boolean
language sql
immutable
security invoker
return
  coalesce(
    jsonb_typeof(p_ramp) = 'array'
    and jsonb_array_length(p_ramp) <= 10
    -- As many steps as are right. Strict, and types are asked for, because a lax path looks into arrays.
    and jsonb_array_length(p_ramp) = jsonb_array_length(jsonb_path_query_array(
      p_ramp,
      'strict $[*] ? (
        @.type() == "object"
        && @.percent.type() == "number" && @.percent >= 1 && @.percent <= 100
        && @.reps.type() == "number" && @.reps >= 1 && @.reps <= 50 && @.reps.floor() == @.reps
        && !exists(@.keyvalue() ? (
          @.key != "percent" && @.key != "reps"
          && (
            @.key != "rest_seconds"
            || (
              @.value.type() != "null"
              && (
                @.value.type() != "number" || @.value < 0 || @.value > 86400 || @.value.floor() != @.value
              )
            )
          )
        ))
      )'
    )),
    false
  );

revoke execute on function private.is_warmup_ramp(jsonb) from public;
grant execute on function private.is_warmup_ramp(jsonb) to authenticated, service_role;

comment on function private.is_warmup_ramp(jsonb) is
  'Whether it is a list of at most ten warm-up sets {percent, reps, rest_seconds}: percent of the working load from 1 '
  'to 100, 1 to 50 repetitions, and rest_seconds optional. private.routine_field_rules() says the same to '
  'save_routine().';
