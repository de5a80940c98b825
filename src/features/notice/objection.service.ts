import { uuidv7 } from 'uuidv7';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { refuse } from '../../domain/kernel/verdict.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { checkObjection, checkObjectionResolution, type ObjectionStatus } from '../../domain/procedure/objection.js';
import { sendBackToVerification } from '../../domain/procedure/send-back-to-verification.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { RateLimiter, RateLimits } from '../../platform/http/rate-limit.js';
import type { AccessService } from '../access/index.js';
import {
  type CaseChangeBasis,
  type CaseChangeService,
  type CaseEffect,
  earliestDue,
  LONGEST,
  sealText,
  textFaults,
} from '../case/index.js';
import { type Changed, type ChangeService, notFound, refuseAny, Refused } from '../change/index.js';
import { receiptOf } from '../lead/index.js';
import type { ProvinceService } from '../province/index.js';
import {
  caseOfObjection,
  findEntry,
  findObjection,
  insertObjection,
  type ObjectionRow,
  settleObjection,
} from './notice.repository.js';
import { OBJECTION_COST, OBJECTION_RULE } from './objection-limit.js';

/** 提出异议 · The mutation's input. */
export interface FileObjectionAct {
  readonly idempotencyKey?: string | null;
  readonly entryId: string;
  readonly filedOn: CalendarDate;
  readonly statement: string;
  readonly contact?: string | null;
}

/** 处理异议 · The mutation's input. */
export interface ResolveObjectionAct {
  readonly idempotencyKey?: string | null;
  readonly objectionId: string;
  readonly expectedVersion: number;
  readonly outcome: Exclude<ObjectionStatus, 'OPEN'>;
  readonly resolvedOn: CalendarDate;
  readonly resolution: string;
}

/** 所需服务 · What objections call upon. */
export interface ObjectionNeeds {
  readonly changes: ChangeService;
  readonly cases: CaseChangeService;
  readonly access: AccessService;
  readonly provinces: ProvinceService;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  readonly holidays: HolidayCalendar;
  readonly rateLimits: RateLimits;
}

/**
 * 异议服务 · Objections to an entry of a notice: filed by anyone in its days, resolved by township or county.
 *
 * @article 3.2
 */
export class ObjectionService {
  private readonly limiter: RateLimiter;

  constructor(private readonly needs: ObjectionNeeds) {
    this.limiter = needs.rateLimits(OBJECTION_RULE);
  }

  /** 回执 · The receipt of an objection, given once to whoever filed it. */
  receipt(objectionId: string): string {
    return receiptOf(this.needs.blindIndex, { type: 'Objection', id: objectionId }).text;
  }

  /**
   * 提出异议 · Enters an objection, with or without a token; it raises no version and opens nothing but itself.
   *
   * @throws ApiError RATE_LIMITED when the caller files too many in an hour
   */
  async fileObjection(
    caller: Caller,
    input: FileObjectionAct,
  ): Promise<Changed<{ county: string; objection: string }>> {
    await this.limiter.spend(caller, caller.principal === null ? OBJECTION_COST.withoutToken : OBJECTION_COST.signedIn);
    const entry = fromGlobalId(input.entryId);
    if (entry?.type !== 'NoticeEntry') return { done: null, refusals: [notFound('entryId')] };
    const ids = { county: entry.county, objection: uuidv7() };
    const reach = this.needs.access.publicReach(entry.county as RegionCode);
    return this.needs.changes.make(
      { caller, operation: 'Mutation.fileObjection', input, county: entry.county, ids, reach },
      async (tx) => {
        const row = await findEntry(tx, entry.county, entry.id);
        if (row === null) throw new Refused([notFound('entryId')]);
        refuseAny([
          ...checkObjection(row, input, caller.today),
          ...textFaults([
            { text: input.statement, path: ['statement'], longest: LONGEST.note },
            { text: input.contact, path: ['contact'], longest: LONGEST.name },
          ]),
        ]);
        const basis = await this.needs.cases.basis(
          tx,
          reach,
          caller,
          { county: entry.county, id: row.caseId },
          'entryId',
        );
        const { digest } = receiptOf(this.needs.blindIndex, { type: 'Objection', id: ids.objection });
        const write = insertObjection(tx, {
          countyCode: row.countyCode,
          regionCode: row.regionCode,
          id: ids.objection,
          caseId: row.caseId,
          entryId: row.id,
          filedOn: input.filedOn,
          statementSealed: this.needs.cipher.seal(input.statement, {
            table: 'objection',
            column: 'statement_sealed',
            rowId: ids.objection,
          }),
          contactSealed: sealText(this.needs.cipher, input.contact, 'objection', 'contact_sealed', ids.objection),
          receiptDigest: digest,
          createdAt: caller.now.toISOString(),
        });
        await this.needs.cases.note(basis, {
          action: 'fileObjection',
          occurredOn: input.filedOn,
          change: { objectionId: ids.objection, sealed: ['statement', 'contact'] },
          writes: [write],
        });
      },
    );
  }

  /** 处理异议 · Upheld: the run goes back to verification; dismissed: the notice may be completed. */
  async resolveObjection(
    caller: Caller,
    input: ResolveObjectionAct,
  ): Promise<Changed<{ county: string; case: string }>> {
    const place = fromGlobalId(input.objectionId);
    const named = place?.type === 'Objection' ? place : null;
    const request = {
      caller,
      operation: 'Mutation.resolveObjection',
      input,
      path: 'objectionId',
      place:
        named === null
          ? null
          : await this.needs.cases.locate(caller, 'Mutation.resolveObjection', named.county, (tx) =>
              caseOfObjection(tx, named.county, named.id),
            ),
    };
    return this.needs.cases.change(request, async (basis) => {
      const objection = named === null ? null : await findObjection(basis.tx, named.county, named.id);
      if (objection === null) throw new Refused([notFound('objectionId')]);
      refuseAny([
        ...checkObjectionResolution(objection, input, caller.today),
        ...textFaults([{ text: input.resolution, path: ['resolution'], longest: LONGEST.note }]),
      ]);
      return this.resolve(basis, objection, input);
    });
  }

  private resolve(
    { tx, row, facts }: CaseChangeBasis,
    objection: ObjectionRow,
    input: ResolveObjectionAct,
  ): CaseEffect {
    const { outcome, resolvedOn, resolution } = input;
    const settled = settleObjection(tx, row.countyCode, objection.id, {
      status: outcome,
      resolvedOn,
      resolutionSealed: sealText(this.needs.cipher, resolution, 'objection', 'resolution_sealed', objection.id),
    });
    const effect = {
      action: 'resolveObjection',
      occurredOn: resolvedOn,
      change: { objectionId: objection.id, outcome, step: objection.stepCode, sealed: ['resolution'] },
    };
    if (outcome === 'DISMISSED') return { ...effect, set: {}, writes: [settled] };
    const run = facts.runs.find(
      ({ endedOn, steps }) => endedOn === null && steps.some(({ id }) => id === objection.stepId),
    );
    if (run === undefined)
      throw new Refused([
        refuse(
          'INVALID_STATE',
          'The run that the notice belongs to has ended; the objection can only be dismissed.',
          ['outcome'],
          '3.2',
        ),
      ]);
    const definition = this.needs.provinces.definitionOf(run, row.regionCode);
    const after = sendBackToVerification({
      run,
      definition,
      notice: objection.stepCode,
      on: resolvedOn,
      newId: uuidv7,
      holidays: this.needs.holidays,
    });
    return {
      ...effect,
      set: { dueOn: earliestDue(after) },
      parts: { run: { before: run, after, definition, content: new Map() } },
      writes: [settled],
    };
  }
}
