import { scanForSecrets } from "./checks/secrets.ts";

// Before a commit (lefthook.yml): looks for credentials in the files given.

const { isGood, details } = await scanForSecrets(process.argv.slice(2));
if (!isGood) console.error(`Not to be committed:\n${details}`);
process.exitCode = isGood ? 0 : 1;
