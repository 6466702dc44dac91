import { randomUUID } from "node:crypto";
import { consent, type Somebody } from "./account-on-trial.ts";

const idsByName = new Map<string, string>();
/** The same id for the same name, so that things can refer to each other. */
function id(name: string): string {
  const known = idsByName.get(name) ?? randomUUID();
  idsByName.set(name, known);
  return known;
}

/** Gives somebody something of everything that an export has, and a little of what is rare. */
export async function enrich(ada: Somebody, friend: Somebody): Promise<void> {
  const { client, database } = ada;
  const sql = async (text: string, ...values: unknown[]) => (await database.query(text, values)).rows;
  const rpc = async (name: string, args: Record<string, unknown>) => {
    const { error } = await client.rpc(name, args);
    if (error) throw new Error(`${name}: ${error.message} ${error.details}`);
  };
  const insert = async (table: string, rows: Record<string, unknown>[]) => {
    const { error } = await client.from(table).insert(rows);
    if (error) throw new Error(`${table}: ${error.message} ${error.details}`);
  };
  const slugs = await sql("select id, slug from public.exercises where slug is not null");
  const exercise = (slug: string): string => slugs.find((row) => row.slug === slug)?.id;
  const [bodyWeight] = await sql("select id from public.measurement_types where slug = 'body_weight'");

  await consent(ada);
  await client
    .from("profile_settings")
    .update({ unit_system: "imperial", time_zone: "Europe/Berlin", week_start: 7, day_start_hour: 4 })
    .eq("user_id", ada.id)
    .throwOnError();
  await client
    .from("profiles")
    .update({ display_name: "Ada", visibility: "public" })
    .eq("user_id", ada.id)
    .throwOnError();
  await insert("body_facts", [{ sex: "female", birth_date: "1990-12-10", height_meters: 1.71 }]);
  await sql("insert into public.user_roles (user_id, role) values ($1, 'moderator')", ada.id);
  await sql(
    "insert into public.follows (follower_id, followee_id) values ($1, $2), ($2, $1)",
    ada.id,
    friend.id,
  );
  await sql(
    "insert into public.blocks (blocker_id, blocked_id) select $1, user_id from public.profiles where user_id <> $1 and user_id <> $2 limit 1",
    ada.id,
    friend.id,
  );

  for (const [name, more] of [
    [
      "zorb",
      {
        name: "Zorb Press",
        muscles: [{ muscle_id: "chest", role: "primary" }],
        equipment: ["barbell"],
        aliases: ["Zorber"],
        cues: ["\u{1F4AA} up"],
      },
    ],
    ["old", { name: "Old Zorb" }],
    ["bench", { name: "Barbell Bench Press" }],
  ] as const) {
    const own = { id: id(name), kind: "weight_reps", category: "strength", level: "beginner", ...more };
    await rpc("save_exercise", { p_exercise: own });
  }
  await sql(
    "insert into public.exercise_translations (exercise_id, locale, name) values ($1, 'de', 'Zorbdrücken')",
    id("zorb"),
  );
  await sql(
    "update public.exercises set archived_at = now(), replaced_by = $2 where id = $1",
    id("old"),
    id("zorb"),
  );
  await insert("exercise_preferences", [
    { exercise_id: id("zorb"), is_favorite: true, pinned_note: "seat 4" },
    { exercise_id: exercise("push-up"), is_favorite: true, default_rest_seconds: 90, unit_system: "metric" },
  ]);

  const plate = {
    id: randomUUID(),
    type: "plate",
    weight_kg: 20.411657,
    quantity: 4,
    unit_system: "imperial",
  };
  const stack = {
    id: randomUUID(),
    type: "stack",
    exercise_id: id("zorb"),
    weight_kg: 5,
    step_kg: 2.5,
    max_weight_kg: 100,
  };
  await rpc("save_gym", { p_gym: { id: id("cellar"), name: "Cellar", equipment: [plate] } });
  await rpc("save_gym", { p_gym: { id: id("gym"), name: "Gym", is_default: true, equipment: [stack] } });

  await insert("routine_folders", [{ id: id("folder"), name: "Summer", position: 3 }]);
  await rpc("save_routine", {
    p_routine: {
      id: id("routine"),
      name: "Push",
      notes: "slowly",
      folder_id: id("folder"),
      position: 2,
      visibility: "public",
      exercises: [
        {
          id: id("planned"),
          exercise_id: id("zorb"),
          position: 1,
          superset_group: 1,
          rest_seconds: 120,
          warmup_ramp: [{ percent: 50, reps: 5 }],
          sets: [
            { id: randomUUID(), position: 1, min_reps: 5, max_reps: 8, weight_kg: 61.235, rpe: 8.5 },
            {
              id: randomUUID(),
              position: 2,
              set_type: "amrap",
              min_reps: 5,
              load_percent: 80,
              load_percent_of: "e1rm",
            },
          ],
        },
        { id: randomUUID(), exercise_id: exercise("push-up"), position: 2, sets: [] },
      ],
    },
  });
  await rpc("save_plan", {
    p_plan: {
      id: id("plan"),
      name: "Strength",
      description: "Twelve weeks of it",
      goal: "strength",
      level: "beginner",
      weeks: 4,
      tags: ["barbell"],
      deload_weeks: [4],
      is_repeating: true,
      visibility: "public",
      days: [1, 3].map((weekday) => ({
        id: randomUUID(),
        week: 1,
        weekday,
        routine_id: id("routine"),
        name: `Day ${weekday}`,
      })),
    },
  });
  await rpc("enroll", {
    p_plan_id: id("plan"),
    p_starts_on: "2026-02-02",
    p_mode: "sequence",
    p_enrollment_id: id("enrollment"),
    p_gym_id: id("gym"),
    p_start_weights: { [id("zorb")]: 60, [exercise("push-up")]: 0 },
  });
  await rpc("pause_enrollment", { p_enrollment_id: id("enrollment") });
  await rpc("enroll", {
    p_plan_id: id("plan"),
    p_starts_on: "2025-02-03",
    p_mode: "calendar",
    p_enrollment_id: id("over"),
  });
  await rpc("end_enrollment", { p_enrollment_id: id("over"), p_status: "cancelled" });

  await insert("goals", [
    {
      id: randomUUID(),
      kind: "exercise",
      exercise_id: id("zorb"),
      metric: "e1rm",
      target: 100,
      starts_on: "2026-01-01",
    },
    { id: randomUUID(), kind: "body_weight", target: 75.5, starts_on: "2026-01-01", due_on: "2026-12-31" },
  ]);
  await insert("measurement_types", [
    { id: id("grip"), name: "Grip", unit: "kg", has_sides: true, max_value: 120 },
  ]);
  await rpc("log_measurements", {
    p_measurements: [
      {
        type_id: bodyWeight?.id,
        value: 80.51234,
        notes: "after coffee",
        source: "healthkit",
        external_id: "hk 1",
      },
      { type_id: id("grip"), value: 51, side: "left" },
    ].map((it) => ({
      id: randomUUID(),
      measured_at: "2026-03-02T00:30:00Z",
      time_zone: "Europe/Berlin",
      ...it,
    })),
  });
  await sql(
    "insert into storage.objects (bucket_id, name, owner_id) values ('progress-photos', $1, $2)",
    `${ada.id}/picture/full.webp`,
    ada.id,
  );
  await insert("progress_photos", [
    { id: randomUUID(), taken_on: "2026-03-01", pose: "front", image_path: `${ada.id}/picture` },
  ]);

  const performed = (exerciseId: string, sets: Record<string, unknown>[], more = {}) => ({
    id: randomUUID(),
    exercise_id: exerciseId,
    position: 1,
    ...more,
    sets: sets.map((set, index) => ({ id: randomUUID(), position: index + 1, ...set })),
  });
  const workouts = [
    {
      name: "With everything",
      notes: 'two\nlines, "quoted"',
      revision: 3,
      session_rpe: 7.5,
      visibility: "public",
      started_at: "2026-03-02T17:00:00+00:00",
      ended_at: "2026-03-02T18:00:00.5+00:00",
      energy_kcal: 320.5,
      average_heart_rate: 120,
      max_heart_rate: 170,
      routine_id: id("routine"),
      enrollment_id: id("enrollment"),
      exercises: [
        performed(
          id("zorb"),
          [
            {
              reps: 5,
              weight_kg: 61.235,
              rpe: 8.5,
              side: "left",
              rest_seconds: 90,
              tempo: "3-1-X-0",
              notes: "+1 more",
              target: { min_reps: 5 },
              completed_at: "2026-03-02T17:05:00+00:00",
            },
            { set_type: "failure", reps: 0, weight_kg: 70, rir: 0 },
          ],
          { routine_exercise_id: id("planned"), superset_group: 1, notes: "felt =good" },
        ),
      ],
    },
    {
      name: "From Strong",
      source: "strong",
      external_id: "2026-01-01T00:30:00",
      started_at: "2026-01-01T00:30:00Z",
      ended_at: "2026-01-01T01:30:00Z",
      exercises: [
        performed(exercise("barbell-bench-press"), [{ reps: 3, weight_kg: 100 }]),
        performed(id("bench"), [{ reps: 4, weight_kg: 90 }], { position: 2 }),
      ],
    },
    { name: "Live", started_at: "2026-03-05T18:00:00Z", exercises: [] },
  ];
  for (const workout of workouts) {
    await rpc("log_workout", { p_workout: { id: randomUUID(), time_zone: "Europe/Berlin", ...workout } });
  }
  // Days that began at another hour before.
  await client.from("profile_settings").update({ day_start_hour: 0 }).eq("user_id", ada.id).throwOnError();

  await rpc("submit_plan", { p_plan_id: id("plan") });
  await sql("insert into public.user_roles (user_id, role) values ($1, 'moderator')", friend.id);
  const [submission] = await sql("select id, version from public.submissions where plan_id = $1", id("plan"));
  await friend.client
    .rpc("review_submission", {
      p_submission_id: submission?.id,
      p_version: submission?.version,
      p_decision: "approve",
    })
    .throwOnError();
  await sql(
    "insert into public.plan_uses (user_id, published_plan_id, type) select $1, id, 'copy' from public.published_plans limit 1",
    ada.id,
  );
  await sql(
    "insert into public.plan_likes (user_id, published_plan_id) select $1, id from public.published_plans limit 1",
    ada.id,
  );
  await sql(
    "insert into public.routine_sources (routine_id, user_id, author_id) values ($1, $2, $3)",
    id("routine"),
    ada.id,
    friend.id,
  );
  await sql(
    "insert into public.plan_sources (plan_id, user_id, author_id) values ($1, $2, $3)",
    id("plan"),
    ada.id,
    friend.id,
  );
  await sql(
    `insert into analytics.record_confirmations (workout_id, workout_set_id, kind, reps, value, user_id)
     select id, gen_random_uuid(), 'weight', 5, 61.235, user_id from public.workouts where user_id = $1 limit 1`,
    ada.id,
  );
  await rpc("submit_exercise", { p_exercise_id: id("zorb") });
  await rpc("create_share_link", { p_link_id: randomUUID(), p_routine_id: id("routine") });
  await rpc("create_access_token", {
    p_token_id: randomUUID(),
    p_name: "Reader",
    p_scopes: ["workouts:read"],
  });
}
