import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { faultOfText } from '../../domain/kernel/entered-text.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { refuse } from '../../domain/kernel/verdict.js';
import { checkClosing } from '../../domain/retention/check-closing.js';
import type { ClosingReason } from '../../domain/retention/closing-reason.js';
import { keptUntil } from '../../domain/retention/kept-until.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import { tallyClosed, tallyClosedMeasures } from '../tally/index.js';
import { type Changed, type ChangeService, notFound, Refused, refuseAny } from '../change/index.js';
import {
  type ClosedRecordRow,
  closedRecord,
  closeWithHousehold,
  sealedNumbersOf,
  settleReviewsOf,
  standingOf,
} from './closing.repository.js';
import {
  HouseholdChangeService,
  type HouseholdIds,
  type HouseholdPlace,
  readHouseholdId,
  type RulesSource,
} from '../household/index.js';
import { ID_NUMBER_PURPOSE, releaseIdentity } from '../identity/index.js';

/** 注销档案 · What the mutation, or an operator's command, says. */
export interface CloseHousehold {
  readonly idempotencyKey?: string | null;
  readonly householdId: string;
  readonly expectedVersion?: number | null;
  readonly reason: ClosingReason;
  readonly on: CalendarDate;
  readonly note: string;
}

/** 注销所需 · What it stands on. */
export interface CloseHouseholdParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly provinces: RulesSource;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
}

/** 经办人 · An operator at the server, who has no token: which county it is, and what the trail calls them. */
export interface Operator {
  readonly county: string;
  readonly actor: string;
}

const OPERATION = 'Mutation.closeHousehold';
const LONGEST_NOTE = 2_000;

/**
 * 注销档案服务 · Closes a household's record: it leaves lists and searches with all that belongs to it, its identity numbers are free,
 * and the day is set from which its personal data is erased. The audit trail stays as it is.
 *
 * @article 5.3
 */
export class CloseHouseholdService {
  constructor(
    private readonly changes: HouseholdChangeService,
    private readonly parts: CloseHouseholdParts,
  ) {}

  /** 注销 · Closes one household's record, for a caller or for an operator at the server. */
  async close(caller: Caller, input: CloseHousehold, operator?: Operator): Promise<Changed<HouseholdIds>> {
    const place = readHouseholdId(input.householdId);
    const { access } = this.parts;
    const reach = operator ? access.publicReach(operator.county as RegionCode) : await access.reach(caller, OPERATION);
    const request = { caller, operation: OPERATION, input, place, of: 'householdId' as const };
    return this.changes.change(
      { ...request, reach: reach.withClosed() },
      (tx, at) => Promise.all([standingOf(tx, at), sealedNumbersOf(tx, at)]),
      async ({ tx, row, beside: [standing, numbers] }) => {
        if (standing === null) throw new Refused([notFound('householdId')]);
        const months = this.parts.provinces.rulesOn(row.regionCode, input.on).recordRetentionMonths?.value ?? null;
        const fault = faultOfText(input.note, LONGEST_NOTE);
        refuseAny([
          ...checkClosing(standing, { reason: input.reason, closedOn: input.on }, months, caller.today),
          ...(fault === null ? [] : [refuse('BAD_VALUE', `note ${fault}`, ['note'])]),
        ]);
        const until = keptUntil({ reason: input.reason, closedOn: input.on, lastOn: standing.lastOn }, months);
        const at = { county: row.countyCode, id: row.id };
        return {
          action: 'closeHousehold',
          occurredOn: input.on,
          ...(operator && { actor: operator.actor }),
          change: { reason: input.reason, keptUntil: until, retentionMonths: months, sealed: ['note'] },
          set: {
            closedOn: input.on,
            closingReason: input.reason,
            closingNoteSealed: this.sealNote(input.note, row.id),
            keptUntil: until,
          },
          writes: [
            closeWithHousehold(tx, at, input.on),
            tallyClosed(tx, row),
            tallyClosedMeasures(tx, row.countyCode, row.id),
            this.release(tx, row.countyCode, numbers),
            settleReviewsOf(
              tx,
              row.countyCode,
              numbers.map(({ id }) => id),
              caller.today,
            ),
          ],
        };
      },
    );
  }

  /** 已注销档案 · What the answer says of a record that was closed. */
  async record(caller: Caller, place: HouseholdPlace): Promise<ClosedRecordRow | null> {
    const reach = (await this.parts.access.reach(caller, OPERATION)).withClosed();
    if (reach.county(place.county) === null) return null;
    return this.parts.database.read(reach.scope, (tx) => closedRecord(tx, place));
  }

  /** 已注销档案 · As `record`, for an operator at the server. */
  recordIn(place: HouseholdPlace): Promise<ClosedRecordRow | null> {
    const { scope } = this.parts.access.publicReach(place.county as RegionCode).withClosed();
    return this.parts.database.read(scope, (tx) => closedRecord(tx, place));
  }

  private sealNote(note: string, rowId: string): string {
    return this.parts.cipher.seal(note.trim(), { table: 'household', column: 'closing_note_sealed', rowId });
  }

  /** Whoever moved is registered where they live now without a question. */
  private async release(
    tx: Transaction,
    countyCode: string,
    numbers: readonly { readonly id: string; readonly idNumberSealed: string }[],
  ): Promise<void> {
    const { cipher, blindIndex } = this.parts;
    await Promise.all(
      numbers.map(({ id, idNumberSealed }) => {
        const number = cipher.open(idNumberSealed, { table: 'member', column: 'id_number_sealed', rowId: id });
        const idDigest = blindIndex.digest(ID_NUMBER_PURPOSE, number);
        return releaseIdentity(tx, { idDigest, countyCode, memberId: id });
      }),
    );
  }
}

/** 注销服务 · The service by itself; nothing follows from a household of which nothing is under way. @article 5.3 */
export function closingService(
  parts: CloseHouseholdParts & { readonly changes: ChangeService },
): CloseHouseholdService {
  return new CloseHouseholdService(new HouseholdChangeService(parts.changes, []), parts);
}
