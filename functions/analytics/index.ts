import { allowedOrigins, optionalVariable, projectFromEnvironment } from "../_shared/environment.ts";
import { consoleLog } from "../_shared/log.ts";
import { supabasePlatform } from "../_shared/supabase-platform.ts";
import { analyticsInDatabase } from "./analytics-in-database.ts";
import { createApp } from "./app.ts";
import { answerStoreInRedis } from "./cache/redis-store.admin.ts";
import { answerStoreInTable } from "./cache/table-store.admin.ts";

const project = projectFromEnvironment();
const redisUrl = optionalVariable("UPSTASH_REDIS_REST_URL");
const redis = redisUrl && { url: redisUrl, token: optionalVariable("UPSTASH_REDIS_REST_TOKEN") ?? "" };

export default {
  fetch: createApp({
    data: analyticsInDatabase(project),
    store: redis ? answerStoreInRedis(redis, project, consoleLog) : answerStoreInTable(project, consoleLog),
    loadFont: (name) => Deno.readFile(new URL(`./fonts/${name}`, import.meta.url)),
    // Beside the module of the package, where hosted's bundler puts it too.
    loadWasm: () => Deno.readFile(new URL("index_bg.wasm", import.meta.resolve("@resvg/resvg-wasm"))),
    log: consoleLog,
    platform: supabasePlatform(project, allowedOrigins()),
  }).fetch,
};
