import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

/** A key of a token issuer. */
export interface IssuerKey {
  readonly alg: string;
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** Makes a key pair of an issuer. */
export async function anIssuerKey(kid: string, alg = 'EdDSA'): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** Signs a token with an issuer's key. */
export function sign(
  { privateKey, alg, kid }: IssuerKey,
  claims: JWTPayload,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header }).sign(privateKey);
}

/** An issuer's key set behind HTTP, which counts its callers and can be told to misbehave. */
export class KeySetServer {
  fetches = 0;
  /** Every path and query that was asked for. */
  readonly askedFor = new Set<string>();
  keys: JWK[] = [];
  /** Answers instead of the key set; `hang` never answers. */
  fault: { status: number; body: string; location?: string } | 'hang' | null = null;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.fetches += 1;
      this.askedFor.add(request.url ?? '');
      if (this.fault === 'hang') return;
      const { status, body, location } = this.fault ?? { status: 200, body: JSON.stringify({ keys: this.keys }) };
      response.writeHead(status, { 'content-type': 'application/json', ...(location !== undefined && { location }) });
      response.end(body);
    });
  }

  static async start(): Promise<KeySetServer> {
    const server = new KeySetServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/jwks.json`);
  }

  /** Goes down: from now on connections are refused. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }
}
