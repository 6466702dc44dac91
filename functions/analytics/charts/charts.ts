import type { ChartName, Report } from "../../../types/contracts/report.ts";
import type { Scene } from "../drawing/scene.ts";
import type { Wording } from "../words/wording.ts";
import { bodyWeightChart } from "./body-weight.ts";
import { calendarChart } from "./calendar.ts";
import { musclesChart } from "./muscles.ts";
import { recordsChart } from "./records.ts";
import { volumeChart } from "./volume.ts";

/** The charts of a report, by the names that addresses have. */
export const charts: Record<ChartName, (report: Report, wording: Wording) => Scene> = {
  volume: volumeChart,
  muscles: musclesChart,
  records: recordsChart,
  "body-weight": bodyWeightChart,
  calendar: calendarChart,
};
