import { uuidv7 } from 'uuidv7';
import { validateBeside } from '../../domain/household/validate-beside.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Transaction } from '../../platform/database/database.js';
import { type Changed, refuseAny } from '../change/index.js';
import {
  changesOf,
  type HouseholdChangeService,
  type HouseholdEffect,
  type HouseholdIds,
  type HouseholdRow,
  readHouseholdId,
  readMemberId,
  traceOf,
} from '../household/index.js';
import { enterIdentities, ID_NUMBER_PURPOSE, releaseIdentity } from '../identity/index.js';
import { compositionColumns } from './composition-columns.js';
import { type MemberEntry, memberColumns, type ReadMember, readMember, repeatedNumbers } from './member-entry.js';
import {
  faultsOfPatch,
  type MemberPatch,
  openIdNumber,
  openMember,
  patchedEntry,
  patchedFields,
} from './member-patch.js';
import {
  insertMembers,
  type MemberRow,
  membersBeside,
  membersOfHousehold,
  updateMemberRow,
} from './member-row.repository.js';
import { faultsOfLeaving, othersAfter, ownRow } from './members-beside.js';

interface Versioned {
  readonly idempotencyKey?: string | null;
  readonly expectedVersion: number;
}

/** 新增成员 · A member who joins a household. */
export interface AddMember extends Versioned {
  readonly householdId: string;
  readonly member: MemberEntry;
}

/** 变更成员 · What changes of a member. */
export interface UpdateMember extends Versioned {
  readonly memberId: string;
  readonly member: MemberPatch;
}

/** 移除成员 · A member who leaves. */
export interface RemoveMember extends Versioned {
  readonly memberId: string;
  readonly on: CalendarDate;
  readonly reason: string;
}

const PATH = ['member'];

/**
 * 成员服务 · Members join, change and leave; the household keeps exactly one head.
 *
 * @article 2.1
 */
export class MemberService {
  constructor(
    private readonly changes: HouseholdChangeService,
    private readonly cipher: FieldCipher,
    private readonly blindIndex: BlindIndex,
  ) {}

  /** 新增成员 · Adds one member. */
  add(caller: Caller, input: AddMember): Promise<Changed<HouseholdIds>> {
    const place = readHouseholdId(input.householdId);
    const request = { caller, operation: 'Mutation.addMember', input, place, of: 'householdId' as const };
    return this.changes.change(request, membersOfHousehold, async ({ tx, row, beside: others }) => {
      const read = readMember(input.member, PATH);
      refuseAny(this.faultsOf(read, others, caller.today));
      const id = uuidv7();
      const owner = { countyCode: row.countyCode, regionCode: row.regionCode, householdId: row.id };
      const position = (others.at(-1)?.position ?? -1) + 1;
      const columns = memberColumns(read.content, id, this.cipher);
      return {
        action: 'addMember',
        aspects: ['MEMBERS'],
        change: {
          member: id,
          relationship: read.content.relationship,
          sealed: sealedFields(read),
          after: traceOf(this.blindIndex, id, { ...read.content }),
        },
        set: compositionColumns([...others, read.content], caller.today),
        writes: [
          insertMembers(tx, [{ ...owner, id, position, ...columns }]),
          this.claim(tx, caller, row, id, read.content.idNumber),
        ],
      };
    });
  }

  /**
   * 变更成员 · Changes one member. Making a member HEAD turns round what the former head and the spouse are to the head.
   */
  update(caller: Caller, input: UpdateMember): Promise<Changed<HouseholdIds>> {
    const place = readMemberId(input.memberId);
    const request = { caller, operation: 'Mutation.updateMember', input, place, of: 'memberId' as const };
    return this.changes.change(request, membersBeside, async ({ tx, row, beside: members }) => {
      const before = ownRow(members, place?.id);
      refuseAny(faultsOfPatch(input.member, PATH));
      const recorded = openMember(before, this.cipher);
      const read = readMember(patchedEntry(before, recorded, input.member), PATH);
      const others = othersAfter(members, before, read.content.relationship);
      refuseAny(this.faultsOf(read, others, caller.today));
      const columns = memberColumns(read.content, before.id, this.cipher);
      const changedNumber = read.content.idNumber !== recorded.idNumber;
      const turned = others.filter((other) => members.every((member) => member !== other));
      return {
        action: 'updateMember',
        aspects: ['MEMBERS'],
        change: {
          member: before.id,
          fields: patchedFields(input.member),
          ...changesOf(this.blindIndex, before.id, { ...before, ...recorded }, { ...read.content }),
          turned: turned.map(({ id, relationship }) => ({ member: id, relationship })),
        },
        set: compositionColumns([...others, read.content], caller.today),
        writes: [
          // The former head steps down first: two heads never stand in the table.
          ...turned.map(({ id, relationship }) => updateMemberRow(tx, row.countyCode, id, { relationship })),
          updateMemberRow(tx, row.countyCode, before.id, columns),
          ...(changedNumber
            ? [
                this.release(tx, row, before.id, recorded.idNumber),
                this.claim(tx, caller, row, before.id, read.content.idNumber),
              ]
            : []),
        ],
      };
    });
  }

  /** 移除成员 · Ends a member's belonging; the record stays, the ID number is free for another household. */
  remove(caller: Caller, input: RemoveMember): Promise<Changed<HouseholdIds>> {
    const place = readMemberId(input.memberId);
    const request = { caller, operation: 'Mutation.removeMember', input, place, of: 'memberId' as const };
    return this.changes.change(
      request,
      membersBeside,
      async ({ tx, row, beside: members }): Promise<HouseholdEffect> => {
        const own = ownRow(members, place?.id);
        refuseAny([...faultsOfLeaving(own, members, input, caller.today)]);
        const reason = { table: 'member', column: 'removal_reason_sealed', rowId: own.id };
        const removalReasonSealed = this.cipher.seal(input.reason.trim(), reason);
        const left = members.filter((one) => one !== own);
        return {
          action: 'removeMember',
          aspects: ['MEMBERS'],
          occurredOn: input.on,
          change: {
            member: own.id,
            on: input.on,
            sealed: ['reason'],
            before: traceOf(this.blindIndex, own.id, {
              ...openMember(own, this.cipher),
              relationship: own.relationship,
            }),
          },
          set: compositionColumns(left, caller.today),
          writes: [
            updateMemberRow(tx, row.countyCode, own.id, { removedOn: input.on, removalReasonSealed }),
            this.release(tx, row, own.id, openIdNumber(own, this.cipher)),
          ],
        };
      },
    );
  }

  private faultsOf(read: ReadMember, others: readonly MemberRow[], today: CalendarDate): Refusal[] {
    const relationships = others.map(({ relationship }) => relationship);
    const numbers = [...others.map((other) => openIdNumber(other, this.cipher)), read.content.idNumber];
    return [
      ...read.refusals,
      ...validateBeside(read.draft, relationships, { today, path: PATH }),
      ...repeatedNumbers(numbers, () => PATH).slice(0, 1),
    ];
  }

  private async claim(tx: Transaction, caller: Caller, row: HouseholdRow, memberId: string, number: string | null) {
    if (number === null) return;
    const idDigest = this.blindIndex.digest(ID_NUMBER_PURPOSE, number);
    const { countyCode, regionCode } = row;
    await enterIdentities(tx, caller, [{ idDigest, countyCode, memberId, regionCode }]);
  }

  private async release(tx: Transaction, row: HouseholdRow, memberId: string, number: string | null) {
    if (number === null) return;
    const idDigest = this.blindIndex.digest(ID_NUMBER_PURPOSE, number);
    await releaseIdentity(tx, { idDigest, countyCode: row.countyCode, memberId });
  }
}

function sealedFields({ content }: ReadMember): string[] {
  return ['name', ...(content.idNumber === null ? [] : ['idNumber']), ...(content.phone === null ? [] : ['phone'])];
}
