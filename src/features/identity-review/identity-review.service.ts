import { checkIdentitySettlement } from '../../domain/household/check-identity-settlement.js';
import type { IdentityOutcome } from '../../domain/household/identity-outcome.js';
import { faultOfText } from '../../domain/kernel/entered-text.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import { cursorOwner, pageRequest, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { AccessService } from '../access/index.js';
import { type Changed, notFound, Refused, refuseAny } from '../change/index.js';
import type { HouseholdChangeService, HouseholdIds, HouseholdPlace } from '../household/index.js';
import { claimIdentities, ID_NUMBER_PURPOSE } from '../identity/index.js';
import {
  findReview,
  type IdentityReviewFilterValues,
  REVIEW_ORDER,
  type ReviewedMember,
  reviewCondition,
  reviewsInReach,
  settleReview,
} from './identity-review.repository.js';

/** 了结身份复核 · The mutation's input. */
export interface SettleIdentityReview {
  readonly idempotencyKey?: string | null;
  readonly reviewId: string;
  readonly outcome: IdentityOutcome;
  readonly note: string;
}

/** 身份复核所需 · What it stands on. */
export interface IdentityReviewParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  readonly cursorSeal: CursorSeal;
}

const OPERATION = 'Mutation.settleIdentityReview';
const LONGEST_NOTE = 2_000;
const MISSING = notFound('reviewId');

/**
 * 身份复核服务 · Numbers of identity cards that were entered twice: each county is shown its own member and says what it found of it.
 * Where the other entry is, and what became of it, is shown to nobody below the region that holds both.
 *
 * @article 5.3
 */
export class IdentityReviewService {
  constructor(
    private readonly changes: HouseholdChangeService,
    private readonly parts: IdentityReviewParts,
  ) {}

  /**
   * 一页复核 · A page of reviews, the longest waiting first.
   *
   * @throws ApiError BAD_USER_INPUT for sizes out of bounds, INVALID_CURSOR for a cursor of another list
   */
  async page(
    caller: Caller,
    where: IdentityReviewFilterValues,
    paging: ForwardPagingArgs,
    asked: Selection,
  ): Promise<Connection<Row>> {
    const { access, cursorSeal, database } = this.parts;
    const reach = await access.reach(caller, 'Query.identityReviews');
    const owner = cursorOwner(caller.principal?.subject ?? '', 'identityReviews', where);
    const request = pageRequest(paging, cursorSeal, owner);
    const filter = { counties: reach.counties(where.region), where: reviewCondition(where) };
    const total = selects(asked, 'totalCount');
    const wanted = { nodes: selectedNodes(asked), order: REVIEW_ORDER, request, total };
    const found = await database.readAtOnce(reach.scope, (tx) => reviewsInReach.page(tx, reach, filter, wanted));
    return toConnection(found.page, cursorSeal, owner, found.total);
  }

  /** 按标识查找 · One review as it is now; null where it is not in the reach. */
  async one(caller: Caller, place: HouseholdPlace, selection: Selection): Promise<Row | null> {
    const reach = await this.parts.access.reach(caller, OPERATION);
    const find = this.parts.database.readAtOnce(reach.scope, (tx) =>
      reviewsInReach.find(tx, reach, selection, place.county, [place.id]),
    );
    return (await find)[0] ?? null;
  }

  /** 复核说明 · What was found in words, to the offices that answer for the place; null to others. */
  note(caller: Caller, review: { rowId: string; regionCode: RegionCode; noteSealed?: string | null }): string | null {
    const { rowId, regionCode, noteSealed } = review;
    if (noteSealed === null || noteSealed === undefined || !this.parts.access.readsWords(caller, regionCode))
      return null;
    return this.parts.cipher.open(noteSealed, { table: 'identity_review', column: 'settlement_note_sealed', rowId });
  }

  /** 了结 · Says what the county found of its own member. A number that is free is entered for the member who holds it. */
  async settle(caller: Caller, input: SettleIdentityReview): Promise<Changed<HouseholdIds>> {
    const place = readReviewId(input.reviewId);
    const reach = await this.parts.access.reach(caller, OPERATION);
    const reachable = place !== null && reach.county(place.county) !== null;
    const known = reachable ? await this.parts.database.read(reach.scope, (tx) => findReview(tx, reach, place)) : null;
    if (place === null || known === null) return { done: null, refusals: [MISSING] };
    const household = { county: place.county, id: known.householdId };
    const request = { caller, operation: OPERATION, input, place: household, of: 'householdId' as const };
    return this.changes.change(
      request,
      (tx) => findReview(tx, reach, place),
      async ({ tx, row, beside: review }) => {
        if (review === null) throw new Refused([MISSING]);
        const fault = faultOfText(input.note, LONGEST_NOTE);
        refuseAny([
          ...checkIdentitySettlement({ ...review, holdsNumber: this.holdsNumber(review) }, input.outcome),
          ...(fault === null ? [] : [refuse('BAD_VALUE', `note ${fault}`, ['note'])]),
        ]);
        const { memberId, idDigest } = review;
        const sealed = { table: 'identity_review', column: 'settlement_note_sealed', rowId: place.id };
        const set = {
          settledOn: caller.today,
          outcome: input.outcome,
          settlementNoteSealed: this.parts.cipher.seal(input.note.trim(), sealed),
        };
        const claim = { idDigest, countyCode: row.countyCode, memberId };
        return {
          action: 'settleIdentityReview',
          change: {
            review: place.id,
            member: memberId,
            outcome: input.outcome,
            before: review.outcome,
            sealed: ['note'],
          },
          set: {},
          writes: [
            settleReview(tx, place, set),
            ...(input.outcome === 'CONFIRMED_HERE' ? [claimIdentities(tx, [claim])] : []),
          ],
        };
      },
    );
  }

  private holdsNumber({ memberId, idDigest, idNumberSealed }: ReviewedMember): boolean {
    if (idNumberSealed === null) return false;
    const { cipher, blindIndex } = this.parts;
    const number = cipher.open(idNumberSealed, { table: 'member', column: 'id_number_sealed', rowId: memberId });
    return blindIndex.digest(ID_NUMBER_PURPOSE, number) === idDigest;
  }
}

/** 读复核标识 · Reads the global id of a review; null for anything else. */
export function readReviewId(globalId: string): HouseholdPlace | null {
  const parts = fromGlobalId(globalId);
  return parts?.type === 'IdentityReview' ? { county: parts.county, id: parts.id } : null;
}
