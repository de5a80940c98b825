import type { AddressInfo } from 'node:net';
import { type App, createApp } from '../../src/app.js';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { isRegisterEmpty } from '../../src/features/demonstration/index.js';
import type { Department } from '../../src/domain/support/policy-instrument.js';
import { issueDevelopmentToken } from '../../src/platform/auth/development-keys.js';
import { ChartPictures } from '../../src/platform/chart/chart-pictures.js';
import type { Env } from '../../src/platform/config/env.js';
import { createFrontDoor } from '../../src/platform/http/front-door.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import type { RehearsalClock } from './rehearsal-clock.js';

/** 办理人 · Who asks: a grant, and what goes with it. */
export interface Person extends Grant {
  readonly subject: string;
  readonly department?: Department;
  /** Number of the household, of a resident. */
  readonly household?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query
export type Answer = any;

/** 答复 · What a request is answered. */
export interface Answered {
  readonly data: Record<string, Answer> | null;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** A day long, so that a token that is issued in the morning lasts. */
const TOKEN_MINUTES = 1_440;
const SECOND = 1 / 60;

/** 演练舞台 · The product behind its own front door, under a clock from outside, and the people who ask it over HTTP. */
export class Stage {
  readonly #tokens = new Map<string, Promise<string>>();
  #requests = 0;

  private constructor(
    readonly app: App,
    readonly clock: RehearsalClock,
    readonly url: string,
    private readonly env: Env,
    private readonly close: () => Promise<void>,
  ) {}

  /** 开台 · Starts the product on a free port, without what it does by itself: the rehearsal runs it on its days. */
  static async open(settings: Env, clock: RehearsalClock): Promise<Stage> {
    const env: Env = { ...settings, demo: false, rateLimit: null, logLevel: 'error' };
    const logger = createLogger(env);
    const app = await createApp({ env, logger, clock, rounds: false });
    const charts = new ChartPictures(app.handler);
    const health = { ready: async () => (await app.health()).ready };
    const door = createFrontDoor({
      graphql: app.handler,
      charts,
      sockets: app.sockets,
      health,
      explorer: null,
      logger,
    });
    await new Promise<void>((resolve, reject) => {
      door.server.once('error', reject);
      door.server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = door.server.address() as AddressInfo;
    return new Stage(app, clock, `http://127.0.0.1:${port}/graphql`, env, async () => {
      await door.stop(1_000);
      await charts.stop();
      await app.stop();
    });
  }

  /** 请求次数 · Requests so far. */
  get requests(): number {
    return this.#requests;
  }

  /** 令牌 · A token of the day. */
  token({ role, region, subject, department, household }: Person): Promise<string> {
    const key = JSON.stringify([this.clock.today(), role, region, subject, department, household]);
    const known = this.#tokens.get(key);
    if (known !== undefined) return known;
    const claims = { subject, grants: [{ role, region }], minutes: TOKEN_MINUTES };
    const others = { department: department ?? null, household: household ?? null };
    const token = issueDevelopmentToken(this.env, { ...claims, ...others }, this.clock.now());
    this.#tokens.set(key, token);
    return token;
  }

  /** 发送 · Sends a request over HTTP, and says what came, errors included. */
  async send(token: string | null, query: string, variables: Record<string, unknown>): Promise<Answered> {
    this.#requests += 1;
    const response = await fetch(this.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answered>;
    return { data, errors };
  }

  /** 查询 · What a query answers. @throws Error naming who asked and what was said, where it fails */
  async ask(who: Person, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const { data, errors } = await this.send(await this.token(who), query, variables);
    if (errors.length > 0 || data === null)
      throw new Error(`${this.clock.today()} ${who.role} ${who.region}: ${JSON.stringify(errors)} in ${query}`);
    return data;
  }

  /** 办理 · What a mutation answers. @throws Error with every reason, where it is refused */
  async act(who: Person, name: string, input: Record<string, unknown>, fields = ''): Promise<Answer> {
    this.clock.pass(SECOND);
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation($input: ${type}) { ${name}(input: $input) { ${fields} userErrors { code message path article } } }`;
    const { [name]: payload } = await this.ask(who, query, { input });
    if (payload.userErrors.length === 0) return payload;
    const reasons = payload.userErrors.map(
      (error: Answer) => `${error.code} ${error.path.join('.')}: ${error.message}`,
    );
    throw new Error(`${this.clock.today()} ${who.role} ${who.region}, ${name}: ${reasons.join('; ')}`);
  }

  /** 是否空库 · Whether no household is registered yet. */
  isEmpty(): Promise<boolean> {
    return this.app.engine.transaction(['BEGIN READ ONLY'], false, isRegisterEmpty);
  }

  /** 收场 · Stops the product. */
  stop(): Promise<void> {
    return this.close();
  }
}
