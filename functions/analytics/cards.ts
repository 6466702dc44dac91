import { z } from "@hono/zod-openapi";
import { RecordKey } from "../../types/contracts/card.ts";
import { problem, problemResponse } from "../_shared/problem.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";
import type { AnalyticsData } from "./analytics-data.ts";
import { type Answering, answerUnread } from "./answer-unread.ts";
import { recordCard } from "./cards/record-card.ts";
import { workoutCard } from "./cards/workout-card.ts";
import { design } from "./design.ts";
import { digestOf } from "./digest.ts";
import type { PaintPng } from "./drawing/png.ts";
import type { Scene } from "./drawing/scene.ts";
import { tellFreshness } from "./freshness.ts";

const responses = {
  200: {
    description: "A picture of 1080 × 1350",
    content: { "image/png": { schema: z.string().meta({ format: "binary" }) } },
  },
  304: { description: "What the caller has is right" },
  404: problemResponse("`not_found`: the caller sees no such thing"),
  503: problemResponse("`auth_unavailable`; `not_ready`: the database does not answer"),
};

const workoutRoute = defineRoute({
  method: "get",
  path: "/cards/workouts/{file}",
  summary: "A picture to share of a workout that the caller may see",
  auth: "user",
  rateLimit: "report",
  request: {
    params: z.strictObject({ file: z.templateLiteral([z.uuid(), ".png"]).describe("`<id>.png`") }),
  },
  responses,
});

const recordRoute = defineRoute({
  method: "get",
  path: "/cards/records/{workout_id}/{exercise_id}/{file}",
  summary: "A picture to share of a record of the caller's",
  auth: "user",
  rateLimit: "report",
  request: {
    params: z.strictObject({
      ...RecordKey.pick({ workout_id: true, exercise_id: true }).shape,
      file: z.templateLiteral([RecordKey.shape.kind, ".png"]).describe("`<kind>.png`"),
    }),
    query: RecordKey.pick({ reps: true }).strict(),
  },
  responses,
});

/** Mounts `GET /cards/workouts/{id}.png` and `GET /cards/records/{workout_id}/{exercise_id}/{kind}.png`. */
export function mountCards(router: Router, data: AnalyticsData, paint: PaintPng): void {
  router.openapi(workoutRoute, async (c) => {
    const id = withoutExtension(c.req.valid("param").file);
    const read = await data.workoutCard(c.var.caller, id, c.var.signal);
    if (!read.ok) return answerUnread(c, read.error);
    if (read.value === null) return problem(c, "not_found");
    const card = read.value;
    return await answerCard(c, card, () => workoutCard(card), paint);
  });

  router.openapi(recordRoute, async (c) => {
    const { workout_id, exercise_id, file } = c.req.valid("param");
    const kind = RecordKey.shape.kind.parse(withoutExtension(file));
    const key = { workout_id, exercise_id, kind, reps: c.req.valid("query").reps };
    const read = await data.recordCard(c.var.caller, key, c.var.signal);
    if (!read.ok) return answerUnread(c, read.error);
    if (read.value === null) return problem(c, "not_found");
    const card = read.value;
    return await answerCard(c, card, () => recordCard(card), paint);
  });
}

/** The tag is of what the card shows. It may be somebody else's: no version of the caller's tells when it changes. */
async function answerCard(
  c: Answering,
  card: unknown,
  draw: () => Scene,
  paint: PaintPng,
): Promise<Response> {
  if (tellFreshness(c, await digestOf("card", design, JSON.stringify(card)))) return c.body(null, 304);
  return c.body(await paint(draw()), 200, { "content-type": "image/png" });
}

function withoutExtension(file: string): string {
  return file.slice(0, file.lastIndexOf("."));
}
