import { cronTokenInDatabase } from "../_shared/cron-token.admin.ts";
import { allowedOrigins, projectFromEnvironment } from "../_shared/environment.ts";
import { consoleLog } from "../_shared/log.ts";
import { supabasePlatform } from "../_shared/supabase-platform.ts";
import { createApp } from "./app.ts";
import { eventsInDatabase } from "./events.admin.ts";
import { exportStoreInProject } from "./export-store.admin.ts";
import { importStoreInProject } from "./import-store.admin.ts";
import { jobQueueInDatabase } from "./job-queue.admin.ts";

const project = projectFromEnvironment();

export default {
  fetch: createApp({
    isCronToken: cronTokenInDatabase(project),
    events: eventsInDatabase(project),
    jobs: jobQueueInDatabase(project),
    exports: exportStoreInProject(project),
    imports: importStoreInProject(project),
    log: consoleLog,
    platform: supabasePlatform(project, allowedOrigins()),
  }).fetch,
};
