import { defineConfig } from "vitest/config";

// Of which stack the API tests ask: their own, once with each REST server, or the one that SUPABASE_URL names.
const api = (name: string, globalSetup: string) => ({
  test: { name, include: ["test/api/**/*.test.ts"], globalSetup, testTimeout: 20_000, hookTimeout: 60_000 },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    // What the parts log of requests that are meant to fail would bury the results.
    silent: "passed-only",
    // Node strips types itself: the code runs in tests as it runs in production.
    experimental: { viteModuleRunner: false },
    projects: [
      { test: { name: "project", include: ["test/project/**/*.test.ts"], testTimeout: 120_000 } },
      { test: { name: "catalog", include: ["test/catalog/**/*.test.ts"] } },
      {
        test: {
          name: "database",
          include: ["test/database/**/*.test.ts"],
          globalSetup: "test/database/global-setup.ts",
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "functions",
          include: ["test/functions/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "stack",
          include: ["test/stack/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      ...(process.env.SUPABASE_URL
        ? [api("api", "test/api/given-stack.ts")]
        : [
            api("api on postgrest", "test/api/postgrest-stack.ts"),
            api("api on lite", "test/api/lite-stack.ts"),
          ]),
    ],
  },
});
