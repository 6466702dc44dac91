import { publishableKey, requiredVariable } from "../_shared/environment.ts";
import { consoleLog } from "../_shared/log.ts";
import { createApp } from "./app.ts";
import { databaseThroughRest } from "./database-check.ts";

const database = databaseThroughRest({
  url: requiredVariable("SUPABASE_URL"),
  publishableKey: publishableKey(),
  fetch,
});

export default { fetch: createApp({ checks: [database], log: consoleLog }).fetch };
