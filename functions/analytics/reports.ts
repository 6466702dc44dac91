import { z } from "@hono/zod-openapi";
import { ChartName, Report, ReportPeriod, ReportQuery } from "../../types/contracts/report.ts";
import type { UserCaller } from "../_shared/caller.ts";
import { problemResponse } from "../_shared/problem.ts";
import { answerBeyondLimit } from "../_shared/rate-limit.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";
import type { AnalyticsData } from "./analytics-data.ts";
import { type Answering, answerUnread } from "./answer-unread.ts";
import { charts } from "./charts/charts.ts";
import { design } from "./design.ts";
import { aroundVersion, digestOf } from "./digest.ts";
import type { Fonts } from "./drawing/fonts.ts";
import { svgOf } from "./drawing/svg.ts";
import { tellFreshness } from "./freshness.ts";
import { reportPdf } from "./pdf/report-pdf.ts";
import { reportCsv } from "./report-csv.ts";
import type { ReportAsked, ReportReader } from "./report-reader.ts";
import { wordingFor } from "./words/wording.ts";

const responses = {
  304: { description: "What the caller has is right" },
  503: problemResponse("`auth_unavailable`; `not_ready`: the database does not answer"),
};
const text = { schema: z.string() };
const file = { schema: z.string().meta({ format: "binary" }) };

const reportRoute = defineRoute({
  method: "get",
  path: "/reports/{period}",
  summary: "A report of a week, month or year of the caller's training",
  auth: "user",
  // Counted where it is opened.
  rateLimit: "none",
  request: { params: z.strictObject({ period: ReportPeriod }), query: ReportQuery },
  responses: {
    200: {
      description: "The report in the format asked for",
      content: { "application/json": { schema: Report }, "text/csv": text, "application/pdf": file },
    },
    ...responses,
  },
});

const chartRoute = defineRoute({
  method: "get",
  path: "/reports/{period}/charts/{file}",
  summary: "A chart of a report",
  auth: "user",
  // Counted where it is opened.
  rateLimit: "none",
  request: {
    params: z.strictObject({
      period: ReportPeriod,
      file: z.templateLiteral([ChartName, ".svg"]).describe("The name of the chart, such as `volume.svg`"),
    }),
    query: ReportQuery.pick({ on: true }).strict(),
  },
  responses: {
    200: { description: "The chart", content: { "image/svg+xml": text } },
    ...responses,
  },
});

/** Mounts `GET /reports/{period}` and `GET /reports/{period}/charts/{name}.svg`. */
export function mountReports(
  router: Router,
  data: AnalyticsData,
  reader: ReportReader,
  fonts: () => Promise<Fonts>,
): void {
  router.openapi(reportRoute, async (c) => {
    const { period } = c.req.valid("param");
    const { on, format } = c.req.valid("query");
    const asked = await open(c, data, { caller: c.var.caller, period, on }, format, c.var.signal);
    if (asked instanceof Response) return asked;

    if (format === "csv") {
      const report = await reader.report(asked);
      if (!report.ok) return answerUnread(c, report.error);
      return c.body(
        reportCsv(report.value),
        200,
        fileHeaders("text/csv; charset=utf-8", report.value, "csv"),
      );
    }
    if (format === "pdf") {
      const pdf = await reader.form(asked, "pdf", async (report) =>
        reportPdf(report, await fonts(), new Date()),
      );
      if (!pdf.ok) return answerUnread(c, pdf.error);
      return c.body(pdf.value, 200, {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="report-${period}${on === undefined ? "" : `-${on}`}.pdf"`,
      });
    }
    const json = await reader.json(asked);
    if (!json.ok) return answerUnread(c, json.error);
    return c.body(json.value, 200, { "content-type": "application/json" });
  });

  router.openapi(chartRoute, async (c) => {
    const { period, file: name } = c.req.valid("param");
    const { on } = c.req.valid("query");
    const asked = await open(c, data, { caller: c.var.caller, period, on }, name, c.var.signal);
    if (asked instanceof Response) return asked;
    const report = await reader.report(asked);
    if (!report.ok) return answerUnread(c, report.error);
    const chart = ChartName.parse(name.slice(0, -".svg".length));
    const wording = wordingFor(report.value.locale, report.value.unit_system);
    const svg = svgOf(charts[chart](report.value, wording), `${chart}-${period}`);
    return c.body(svg, 200, { "content-type": "image/svg+xml; charset=utf-8" });
  });
}

/**
 * Counts the request, and finds out which version is asked for and whether it is kept. A response where that is not known,
 * or where the caller has it already or may ask no more.
 */
async function open(
  c: Answering,
  data: AnalyticsData,
  about: Pick<ReportAsked, "period" | "on"> & { caller: UserCaller },
  form: string,
  signal: AbortSignal,
): Promise<ReportAsked | Response> {
  const { caller, period, on } = about;
  const keptForm = form === "pdf" ? "pdf" : "json";
  const naming = (its: string) => ["report", design, period, on ?? "", its];
  // Whoever names a tag has the answer, as a rule: what is kept is not fetched for them.
  const key =
    c.req.header("if-none-match") === undefined
      ? aroundVersion(caller.userId, ...naming(keptForm))
      : undefined;
  const opened = await data.openReport(caller, key, signal);
  if (!opened.ok) return answerUnread(c, opened.error);
  const { use, version, kept } = opened.value;
  const refusal = answerBeyondLimit(c, use);
  if (refusal) return refusal;

  const digest = await digestOf(caller.userId, version, ...naming(form));
  if (tellFreshness(c, digest)) return c.body(null, 304);
  return { ...about, version, kept: kept && { form: keptForm, bytes: kept } };
}

function fileHeaders(contentType: string, { period, from }: Report, extension: string) {
  return {
    "content-type": contentType,
    "content-disposition": `attachment; filename="report-${period}-${from}.${extension}"`,
  };
}
