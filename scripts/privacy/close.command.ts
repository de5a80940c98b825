import { createApp } from '../../src/app.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import type { ClosingReason } from '../../src/domain/retention/closing-reason.js';
import { AccessService } from '../../src/features/access/index.js';
import { ChangeService } from '../../src/features/change/index.js';
import { closingService } from '../../src/features/closing/index.js';
import { findByNumber } from '../../src/features/privacy/index.js';
import { type Env, readEnv } from '../../src/platform/config/env.js';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { operatorAct } from './operator.js';

/** 注销命令 · What the command line says. */
export interface CloseAsked {
  readonly household: string;
  readonly reason: ClosingReason;
  readonly on?: string;
  readonly note: string;
}

/** 已注销 · What the command answers. */
export interface ClosedAnswer {
  readonly household: string;
  readonly closedOn: string;
  readonly keptUntil: string | null;
}

/**
 * 注销档案 · Closes the record of a household as an operator, by the rules of its province: as the mutation does, with the operator's
 * login in the audit trail.
 *
 * @throws Error with every reason where it may not be closed
 * @article 5.3
 */
export async function closeByNumber(asked: CloseAsked, env: Env = readEnv()): Promise<ClosedAnswer> {
  const app = await createApp({
    env: { ...env, auditAnchors: null },
    logger: createLogger({ ...env, logLevel: 'silent' }),
  });
  try {
    const { database, tree } = app.ground;
    const { operator, when } = operatorAct(env);
    const place = await findByNumber(database, asked.household);
    if (place === null) throw new Error(`no household has the number ${asked.household}`);
    const access = new AccessService(database, tree);
    const service = closingService({ ...app.ground, access, changes: new ChangeService(database, access) });
    const closed = await service.recordIn(place);
    if (closed !== null) throw new Error(`household ${asked.household} is closed since ${closed.closedOn}`);
    const { done, refusals } = await service.close(
      { ...when, principal: null },
      {
        householdId: toGlobalId('Household', place.county, place.id),
        reason: asked.reason,
        on: asked.on === undefined ? when.today : date(asked.on),
        note: asked.note,
      },
      { county: place.county, actor: `operator:${operator}` },
    );
    if (done === null) throw new Error(refusals.map(({ message }) => message).join('\n'));
    const record = await service.recordIn(done);
    return {
      household: asked.household,
      closedOn: record?.closedOn ?? '',
      keptUntil: record?.keptUntil ?? null,
    };
  } finally {
    await app.stop();
  }
}
