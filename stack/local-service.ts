/** A service that the gateway calls in this process. It gets the request with its public path. */
export interface LocalService {
  fetch(request: Request): Promise<Response>;
  stop(): Promise<void>;
}
