import { Dashboard, DateRange } from "../../types/contracts/dashboard.ts";
import { problemResponse } from "../_shared/problem.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";
import type { AnalyticsData } from "./analytics-data.ts";
import { answerUnread } from "./answer-unread.ts";
import { digestOf } from "./digest.ts";
import { tellFreshness } from "./freshness.ts";

const route = defineRoute({
  method: "get",
  path: "/dashboard",
  summary: "The caller's training in one answer, or 304 where they have it",
  auth: "user",
  request: { query: DateRange },
  responses: {
    200: {
      description: "As `dashboard()` answers; send its `ETag` back as `If-None-Match`",
      content: { "application/json": { schema: Dashboard } },
    },
    304: { description: "What the caller has is right" },
    503: problemResponse("`auth_unavailable`; `not_ready`: the database does not answer"),
  },
});

/** Mounts `GET /dashboard`. */
export function mountDashboard(router: Router, data: AnalyticsData): void {
  router.openapi(route, async (c) => {
    const { caller, signal } = c.var;
    const range = c.req.valid("query");
    const version = await data.version(caller, signal);
    if (!version.ok) return answerUnread(c, version.error);
    const digest = await digestOf(caller.userId, version.value, "dashboard", range.from, range.to);
    if (tellFreshness(c, digest)) return c.body(null, 304);

    const dashboard = await data.dashboard(caller, range, signal);
    return dashboard.ok ? c.json(dashboard.value, 200) : answerUnread(c, dashboard.error);
  });
}
