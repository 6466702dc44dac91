import type { Log } from "../_shared/log.ts";
import type { Platform } from "../_shared/platform.ts";
import { createRouter, type Router } from "../_shared/router.ts";
import type { AnalyticsData } from "./analytics-data.ts";
import { createAnswerCache } from "./cache/answer-cache.ts";
import type { AnswerStore } from "./cache/answer-store.ts";
import { mountCards } from "./cards.ts";
import { mountDashboard } from "./dashboard.ts";
import { createFontShelf, type LoadFont } from "./drawing/fonts.ts";
import { createPainter } from "./drawing/png.ts";
import { createReportReader } from "./report-reader.ts";
import { mountReports } from "./reports.ts";

/** Builds the function that shows users their training: dashboard, reports, charts and cards to share. */
export function createApp(deps: {
  data: AnalyticsData;
  store: AnswerStore;
  loadFont: LoadFont;
  loadWasm: () => Promise<Uint8Array>;
  log: Log;
  platform: Platform;
}): Router {
  const router = createRouter("analytics", deps.log, deps.platform);
  const fonts = createFontShelf(deps.loadFont);
  mountDashboard(router, deps.data);
  mountReports(router, deps.data, createReportReader(deps.data, createAnswerCache(deps.store)), fonts);
  mountCards(router, deps.data, createPainter(deps.loadWasm, fonts));
  return router;
}
