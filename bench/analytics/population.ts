import type { Client } from "pg";

/** How much somebody trained in the last three years; a workout has 20 sets of five exercises. */
export interface Trainee {
  readonly userId: string;
  readonly workouts: number;
}

export const setsPerWorkout = 20;

/**
 * Adds the workouts of some people, past triggers and foreign keys. Loads grow by a half in three years, with better and
 * worse days; exercises come from a personal thirty of the catalogue.
 */
export async function addTraining(
  owner: Client,
  trainees: readonly Trainee[],
  onProgress: (done: number) => void,
): Promise<void> {
  await owner.query("set session_replication_role = replica");
  for (let from = 0; from < trainees.length; from += 50) {
    await owner.query("begin");
    await owner.query(
      `create temporary table sessions on commit drop as
       select
         gen_random_uuid() as id, trainee.user_id, trainee.workouts, number,
         row_number() over () as seed,
         date_trunc('day', now()) - interval '1095 days' + number * interval '1095 days' / trainee.workouts
           + interval '17 hours' as started_at
       from unnest($1::uuid[], $2::int[]) as trainee (user_id, workouts)
       cross join lateral generate_series(1, trainee.workouts - 1) as number`,
      [
        trainees.slice(from, from + 50).map(({ userId }) => userId),
        trainees.slice(from, from + 50).map(({ workouts }) => workouts),
      ],
    );
    await owner.query(`
      insert into public.workouts (id, user_id, name, started_at, ended_at, time_zone, local_date, session_rpe, changed_in)
      select id, user_id, 'Session', started_at, started_at + (40 + seed % 40) * interval '1 minute', 'UTC',
        started_at::date, 5 + (seed % 9) / 2.0, (select private.change_mark())
      from sessions`);
    await owner.query(`
      create temporary table trained on commit drop as
      with pool as (
        select id, row_number() over (order by slug) - 1 as ordinal
        from public.exercises
        where user_id is null and kind = 'weight_reps'
      )
      select
        gen_random_uuid() as id, sessions.id as workout_id, sessions.user_id, sessions.workouts, sessions.number,
        sessions.started_at::date as local_date, position, pool.id as exercise_id
      from sessions
      cross join generate_series(1, 5) as position
      cross join (select count(*) as size from pool) as pools
      join pool on pool.ordinal = (
        abs(hashtext(sessions.user_id::text)) % pools.size + (sessions.number * 5 + position) % 30
      ) % pools.size`);
    await owner.query(`
      insert into public.workout_exercises
        (id, workout_id, user_id, exercise_id, exercise_kind, local_date, position, changed_in)
      select id, workout_id, user_id, exercise_id, 'weight_reps', local_date, position, (select private.change_mark())
      from trained`);
    await owner.query(`
      insert into public.workout_sets
        (id, workout_exercise_id, user_id, exercise_id, exercise_kind, local_date, position, reps, weight_kg, rpe,
          changed_in)
      select
        gen_random_uuid(), id, user_id, exercise_id, 'weight_reps', local_date, position, 4 + floor(random() * 8),
        round((40 + 20 * number::numeric / workouts + random()::numeric * 8) / 2.5) * 2.5, 8,
        (select private.change_mark())
      from (select id, user_id, exercise_id, local_date, number, workouts from trained) as done
      cross join generate_series(1, 4) as position`);
    await owner.query("commit");
    onProgress(Math.min(from + 50, trainees.length));
  }
  await owner.query("reset session_replication_role");
  // Rolling up should be planned for what is there.
  await owner.query("analyze public.workouts, public.workout_exercises, public.workout_sets");
}

/** Makes the rollups of some people from their rows, as the repair does, one of them a transaction. */
export async function rollUp(
  owner: Client,
  trainees: readonly Trainee[],
  onProgress: (done: number) => void,
): Promise<void> {
  for (const [index, { userId }] of trainees.entries()) {
    await owner.query({ name: "rebuild", text: "select private.rebuild_rollups($1)", values: [userId] });
    if ((index + 1) % 100 === 0) onProgress(index + 1);
  }
}
