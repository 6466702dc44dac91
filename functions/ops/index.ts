import { cronTokenInDatabase } from "../_shared/cron-token.admin.ts";
import { allowedOrigins, optionalVariable, projectFromEnvironment } from "../_shared/environment.ts";
import { consoleLog } from "../_shared/log.ts";
import { supabasePlatform } from "../_shared/supabase-platform.ts";
import { createApp } from "./app.ts";
import { checksOf } from "./checks.ts";
import { fileKeeperOf } from "./file-keeper.admin.ts";

const project = projectFromEnvironment();
const cacheUrl = optionalVariable("UPSTASH_REDIS_REST_URL");
const cache = cacheUrl && { url: cacheUrl, token: optionalVariable("UPSTASH_REDIS_REST_TOKEN") ?? "" };

export default {
  fetch: createApp({
    checks: checksOf(project, cache || undefined),
    files: fileKeeperOf(project),
    isCronToken: cronTokenInDatabase(project),
    log: consoleLog,
    platform: supabasePlatform(project, allowedOrigins()),
  }).fetch,
};
