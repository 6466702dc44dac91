import { allowedOrigins, optionalVariable, projectFromEnvironment } from "../_shared/environment.ts";
import { consoleLog } from "../_shared/log.ts";
import { supabasePlatform } from "../_shared/supabase-platform.ts";
import { createApp } from "./app.ts";
import { recordAvatarByRpc } from "./avatar-record.admin.ts";
import { healthConsentInDatabase } from "./health-consent.ts";
import { supabaseImageStorage } from "./storage.admin.ts";

const project = projectFromEnvironment();

// Beside the module of the package, where hosted's bundler puts it too, as Supabase's own example of this library does.
const loadWasm = () => Deno.readFile(new URL("magick.wasm", import.meta.resolve("@imagemagick/magick-wasm")));

export default {
  fetch: createApp({
    storage: supabaseImageStorage(project, {
      canReduce: optionalVariable("IMAGE_TRANSFORMATION") === "supabase",
    }),
    recordAvatar: recordAvatarByRpc(project),
    hasHealthConsent: healthConsentInDatabase(project),
    loadWasm,
    log: consoleLog,
    platform: supabasePlatform(project, allowedOrigins()),
  }).fetch,
};
