import type { TestProject } from "vitest/node";

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`SUPABASE_URL names a stack to test; ${name} must be set as well.`);
  return value;
}

/** Points the API tests at a stack that runs already: `supabase start`, or a hosted project made for tests. */
export default function setup(project: TestProject): void {
  project.provide("apiUrl", given("SUPABASE_URL"));
  project.provide("publishableKey", given("SUPABASE_PUBLISHABLE_KEY"));
  project.provide("secretKey", given("SUPABASE_SECRET_KEY"));
  // Mail that leaves the stack is read by nobody here.
  project.provide("mailUrl", process.env.MAILPIT_URL ?? "");
  // Roles are given by SQL alone.
  project.provide("databaseUrl", process.env.DATABASE_URL ?? "");
}
