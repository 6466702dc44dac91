import { Report, type ReportPeriod } from "../../types/contracts/report.ts";
import type { UserCaller } from "../_shared/caller.ts";
import { type Result, success } from "../_shared/result.ts";
import type { AnalyticsData, ReadFailure } from "./analytics-data.ts";
import type { AnswerCache, Made } from "./cache/answer-cache.ts";
import { design } from "./design.ts";
import { digestOf } from "./digest.ts";

/** One report of one user as it is now. */
export interface ReportAsked {
  caller: UserCaller;
  /** Of their data, read before the report: what is made is at least as new. */
  version: string;
  period: ReportPeriod;
  on: string | undefined;
  /** A form that is known already, by its name. */
  kept: { form: string; bytes: ArrayBuffer } | undefined;
}

/** Reads reports through the cache. */
export interface ReportReader {
  json(asked: ReportAsked): Promise<Made>;
  report(asked: ReportAsked): Promise<Result<Report, ReadFailure>>;
  /** What is made from a report and costs enough to be kept itself, by the name of its form. */
  form(asked: ReportAsked, form: string, make: (report: Report) => Promise<ArrayBuffer>): Promise<Made>;
}

export function createReportReader(data: AnalyticsData, cache: AnswerCache): ReportReader {
  const keyOf = ({ caller, version, period, on }: ReportAsked, form: string) =>
    digestOf(caller.userId, version, "report", design, period, on ?? "", form);

  async function json(asked: ReportAsked): Promise<Made> {
    const { caller, period, on, kept } = asked;
    if (kept?.form === "json") return success(kept.bytes);
    return await cache(caller.userId, await keyOf(asked, "json"), async (signal) => {
      const read = await data.report(caller, period, on, signal);
      return read.ok ? success(new TextEncoder().encode(JSON.stringify(read.value)).buffer) : read;
    });
  }

  async function report(asked: ReportAsked): Promise<Result<Report, ReadFailure>> {
    const bytes = await json(asked);
    return bytes.ok ? success(Report.parse(JSON.parse(new TextDecoder().decode(bytes.value)))) : bytes;
  }

  return {
    json,
    report,
    async form(asked, form, make) {
      if (asked.kept?.form === form) return success(asked.kept.bytes);
      return await cache(asked.caller.userId, await keyOf(asked, form), async () => {
        const read = await report(asked);
        return read.ok ? success(await make(read.value)) : read;
      });
    },
  };
}
