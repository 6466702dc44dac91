import { Client } from "pg";

/**
 * Puts the address of the functions into the Vault, where cron jobs read it: an address that stands in no migration.
 * Does nothing in a project without the Vault.
 */
export async function rememberFunctionsUrl(databaseUrl: string, functionsUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("select to_regclass('vault.secrets') is not null as has_vault");
    if (!rows[0]?.has_vault) return;
    const known = await client.query(
      "select id, decrypted_secret from vault.decrypted_secrets where name = $1",
      ["functions_url"],
    );
    const [secret] = known.rows;
    if (secret === undefined) {
      await client.query("select vault.create_secret($1, 'functions_url')", [functionsUrl]);
    } else if (secret.decrypted_secret !== functionsUrl) {
      await client.query("select vault.update_secret($1, $2)", [secret.id, functionsUrl]);
    }
  } finally {
    await client.end();
  }
}
