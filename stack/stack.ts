import { rmSync } from "node:fs";
import { startCron } from "./cron.ts";
import { requireFreePort } from "./free-port.ts";
import { functionEnvironment } from "./function-environment.ts";
import { createFunctionsHost } from "./functions/host.ts";
import { createGateway } from "./gateway/app.ts";
import { listen } from "./gateway/server.ts";
import { createTokenIssuer } from "./gateway/token-issuer.ts";
import { type Keys, loadKeys } from "./keys.ts";
import type { LocalService } from "./local-service.ts";
import { type Log, openLog } from "./log.ts";
import { createMailApp } from "./mail/app.ts";
import { createMailbox } from "./mail/mailbox.ts";
import { applyMigrations } from "./migrations.ts";
import { startOutgoingHttp } from "./outgoing-http.ts";
import { removeCluster } from "./postgres/cluster.ts";
import { type PostgresServer, startPostgres } from "./postgres/server.ts";
import { startPostgrest } from "./rest/postgrest.ts";
import { claimState } from "./running-stack.ts";
import { readSettings, type Settings } from "./settings.ts";
import { type StackUrls, stackUrls } from "./stack-urls.ts";
import { statePaths } from "./state-paths.ts";
import { ensureBuckets } from "./storage/buckets.ts";
import { rememberFunctionsUrl } from "./vault.ts";

/** A running stack. */
export interface Stack {
  readonly urls: StackUrls;
  readonly keys: { publishable: string; secret: string; jwtSecret: string };
  readonly server: PostgresServer;
  /** Calls `listener` with one line when the stack can no longer serve. It must still be stopped. */
  onFailure(listener: (reason: string) => void): void;
  /** Ends every part in reverse order. */
  stop(): Promise<void>;
}

export interface StackOptions {
  projectRoot: string;
  /** Where data, keys and logs are kept. */
  stateDir: string;
  ports: { api: number; db: number; mail: number };
  /** Which server answers under /rest/v1. */
  rest: "postgrest" | "lite";
  /** Restarts functions whose files change. */
  hotReload: boolean;
  /** Throws away the data first. The keys stay, so that clients go on working. */
  reset?: boolean;
  onProgress: (step: string) => void;
}

/** What is common to the parts that run on the database. */
interface Foundation {
  options: StackOptions;
  settings: Settings;
  keys: Keys;
  server: PostgresServer;
  urls: StackUrls;
  log: Log;
  onChild: (name: string, pid: number) => void;
}

/** Lite takes a while to load, and only lite's parts need it: it loads while Postgres starts. */
const loadLite = () =>
  Promise.all([import("./auth.ts"), import("./storage/service.ts"), import("./rest/lite.ts")]);

async function startRest({
  options,
  settings,
  keys,
  server,
  urls,
  log,
  onChild,
}: Foundation): Promise<LocalService> {
  const databaseUrl = server.url("authenticator");
  if (options.rest === "postgrest") {
    return await startPostgrest({
      databaseUrl,
      publicUrl: urls.rest,
      jwtSecret: keys.jwtSecret,
      settings,
      log,
      onChild,
    });
  }
  const [, , { startLiteRest }] = await loadLite();
  return await startLiteRest({ databaseUrl, catalogUrl: server.url(), key: keys, settings });
}

function startFunctions({ options, settings, keys, server, urls, log }: Foundation) {
  return createFunctionsHost({
    projectRoot: options.projectRoot,
    functions: settings.functions,
    env: functionEnvironment(urls.api, server.url(), keys),
    limits: { memoryMegabytes: 256, firstByteSeconds: 150 },
    hotReload: options.hotReload,
    log,
  });
}

/** Starts everything that serves, each part registered for its end as soon as it runs. */
async function startServices(
  foundation: Foundation,
  atEnd: (end: () => Promise<void>) => void,
): Promise<void> {
  const { options, settings, keys, server, urls, log } = foundation;
  const starting: Promise<unknown>[] = [];
  const started = <Part extends { stop(): Promise<void> }>(part: Part | Promise<Part>): Promise<Part> => {
    const running = Promise.resolve(part).then((it) => {
      atEnd(() => it.stop());
      return it;
    });
    starting.push(running);
    return running;
  };

  const [{ startAuth }, { startStorage }] = await loadLite();
  const mailbox = createMailbox();
  const adminUrl = server.url("supabase_admin");
  const authUrl = server.url("supabase_auth_admin");
  const [rest, auth, storage, functions, issuer] = await Promise.all([
    started(startRest(foundation)),
    started(startAuth({ databaseUrl: authUrl, publicUrl: urls.api, keys, settings, mailbox })),
    started(
      startStorage({
        databaseUrl: server.url("supabase_storage_admin"),
        folder: statePaths(options.stateDir).storage,
        keys,
        settings,
      }),
    ),
    started(startFunctions(foundation)),
    started(
      createTokenIssuer({
        databaseUrl: authUrl,
        issuer: urls.auth,
        keys,
        hookUri: settings.auth.hook.custom_access_token?.enabled
          ? settings.auth.hook.custom_access_token.uri
          : undefined,
      }),
    ),
    started(listen(createMailApp(mailbox), options.ports.mail)),
    started(startCron({ adminUrl, log })),
    started(startOutgoingHttp({ adminUrl, allowAnyHost: process.env.REPSTACK_OUTGOING_HTTP === "any", log })),
  ]).catch(async (error) => {
    // The other parts must have registered their end before anything is ended.
    await Promise.allSettled(starting);
    throw error;
  });
  const gateway = createGateway({
    services: { rest, auth, storage, functions, issuer },
    functions: settings.functions,
    keys,
    fileSizeLimit: settings.storage.file_size_limit,
    log,
  });
  await started(listen(gateway, options.ports.api));
}

/**
 * Starts the local stack and applies what is pending to its database.
 * @throws an error whose message tells a person in one line what to do: another stack on the same state folder, a taken
 * port, a bad setting, a failing migration. What was started by then is stopped again.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { projectRoot, stateDir, ports, onProgress } = options;
  const paths = statePaths(stateDir);
  const settings = readSettings(projectRoot);
  const claim = await claimState(paths.running, ports);
  const { log, close } = openLog(paths.log);
  const ends: (() => Promise<void>)[] = [];

  async function endAll(): Promise<void> {
    for (const end of ends.splice(0).reverse())
      await end().catch((error) => log("stack.end_failed", { error }));
    log("stack.stopped");
    close();
    claim.release();
  }
  let ending: Promise<void> | undefined;
  const stop = () => {
    ending ??= endAll();
    return ending;
  };

  try {
    log("stack.starting", { ports, rest: options.rest, pid: process.pid });
    await requireFreePort(ports.api, "API");
    await requireFreePort(ports.mail, "mail");
    if (options.reset) {
      onProgress("Throwing away the old data");
      await removeCluster(paths.data, onProgress);
      rmSync(paths.storage, { recursive: true, force: true });
    }
    const keys = await loadKeys(paths.keys);
    const liteIsLoading = loadLite();
    // It is awaited below; until then a failure must not end the process.
    liteIsLoading.catch(() => {});
    const server = await startPostgres({ dataDir: paths.data, port: ports.db, onProgress });
    ends.push(() => server.stop());

    onProgress("Applying migrations and seeds");
    const migrations = await applyMigrations(settings, server.url(), log);
    await ensureBuckets(server.url("supabase_storage_admin"), settings.storage.buckets);

    const urls = stackUrls(ports);
    await rememberFunctionsUrl(server.url(), urls.functions);

    onProgress("Starting the services");
    const onChild = claim.addChild;
    await startServices({ options, settings, keys, server, urls, log, onChild }, (end) => ends.push(end));
    claim.setReady();
    log("stack.ready", { migrations });
    const { publishable, secret, jwtSecret } = keys;
    return { urls, keys: { publishable, secret, jwtSecret }, server, onFailure: server.onExit, stop };
  } catch (error) {
    log("stack.start_failed", { error });
    await stop();
    throw error;
  }
}
