/** Where a stack answers. */
export interface StackUrls {
  readonly api: string;
  readonly db: string;
  readonly functions: string;
  readonly mail: string;
  readonly rest: string;
  readonly auth: string;
  readonly storage: string;
}

/** The addresses of a stack, which follow from its ports. */
export function stackUrls(ports: { api: number; db: number; mail: number }): StackUrls {
  const api = `http://127.0.0.1:${ports.api}`;
  return {
    api,
    db: `postgresql://postgres:postgres@127.0.0.1:${ports.db}/postgres`,
    functions: `${api}/functions/v1`,
    mail: `http://127.0.0.1:${ports.mail}`,
    rest: `${api}/rest/v1`,
    auth: `${api}/auth/v1`,
    storage: `${api}/storage/v1`,
  };
}
