import { readIdNumber } from '../../domain/household/id-number.js';
import { maskIdNumber, maskName, maskPhone } from '../../domain/household/mask-personal-data.js';
import { UNMASKED_HOUSEHOLDS, UNMASKING_ROLES } from '../../domain/jurisdiction/personal-data.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Selection } from '../../platform/database/selection.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { requestLoader } from '../../platform/graphql/request-loader.js';
import type { AccessService, Reach } from '../access/index.js';
import { sealPurposes } from '../audit/index.js';
import {
  appendToHousehold,
  type HouseholdEvent,
  type HouseholdObject,
  type HouseholdRow,
  householdsInReach,
  lockHouseholdsOf,
  type MemberPlace,
  updateHouseholdRow,
} from '../household/index.js';
import { ID_NUMBER_PURPOSE, membersOfIdentity } from '../identity/index.js';
import type { MemberObject } from '../member/index.js';

/** 个人信息字段 · Fields of a member that are masked unless asked for with a purpose. */
export type PersonalField = 'name' | 'idNumber' | 'phone';

const FIELDS = {
  name: { sealed: 'nameSealed', column: 'name_sealed', mask: maskName },
  idNumber: { sealed: 'idNumberSealed', column: 'id_number_sealed', mask: maskIdNumber },
  phone: { sealed: 'phoneSealed', column: 'phone_sealed', mask: maskPhone },
} as const;

/** A purpose is a short reason in words. */
const PURPOSE = { shortest: 2, longest: 200 };

/** 个人信息服务所需 · What it stands on. */
export interface PersonalDataParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
}

/**
 * 个人信息 · Shows names, numbers and addresses: masked to everyone, unmasked to those who deal with the household and say
 * why, each household once in the audit trail before anything is shown.
 *
 * @article 5.3
 */
export class PersonalDataService {
  constructor(private readonly parts: PersonalDataParts) {}

  /** 脱敏 · A member's field as everyone sees it; null where nothing is recorded. */
  masked(member: MemberObject, field: PersonalField): string | null {
    const open = this.opened(member, field);
    return open === null ? null : FIELDS[field].mask(open);
  }

  /**
   * 查看个人信息 · A member's field unmasked where the caller may; masked otherwise.
   *
   * @throws ApiError BAD_USER_INPUT for a purpose that says nothing, or for more households than one request may show
   */
  async unmasked(
    context: RequestContext,
    member: MemberObject,
    field: PersonalField,
    purpose: string,
  ): Promise<string | null> {
    checkPurpose(purpose);
    const key = JSON.stringify([member.countyCode, member.rowId, field, purpose.trim()]);
    const loader = requestLoader<boolean>(context, 'unmasked', (keys) => this.record(context, keys));
    return (await loader.load(key)) === true ? this.opened(member, field) : this.masked(member, field);
  }

  /** 家庭住址 · The address, or null where none is recorded or the caller is shown none. */
  address(caller: Caller, { rowId, regionCode, addressSealed }: HouseholdObject): string | null {
    if (addressSealed === null || addressSealed === undefined || !this.parts.access.readsWords(caller, regionCode))
      return null;
    return this.parts.cipher.open(addressSealed, { table: 'household', column: 'address_sealed', rowId });
  }

  /**
   * 按身份号码查找 · The household of an identity number, through its keyed digest; audited with its purpose on the household
   * that is found. Null where there is none in the reach.
   *
   * @throws ApiError BAD_USER_INPUT for a number that is none, in words that do not repeat it
   */
  async byIdNumber(caller: Caller, idNumber: string, purpose: string, selection: Selection): Promise<Row | null> {
    checkPurpose(purpose);
    const read = readIdNumber(idNumber);
    if ('fault' in read) throw new ApiError('BAD_USER_INPUT', `${read.fault}.`, { path: ['idNumber'] });
    const reach = await this.parts.access.reach(caller, 'Query.householdByIdNumber');
    const digest = this.parts.blindIndex.digest(ID_NUMBER_PURPOSE, read.number);
    return this.parts.database.write(reach.scope, async (tx) => {
      const found = await this.holderWithin(tx, reach, digest);
      if (found === null) return null;
      const { told, ...sealed } = sealPurposes(this.parts, [purpose]);
      const event = { action: 'householdByIdNumber', change: { member: found.memberId, purposes: told }, ...sealed };
      const [, [row]] = await Promise.all([
        this.append(tx, reach, caller, found, event),
        householdsInReach.find(tx, reach, selection, found.countyCode, [found.id]),
      ]);
      return row ?? null;
    });
  }

  private async holderWithin(tx: Transaction, reach: Reach, digest: string): Promise<MemberPlace | null> {
    for (const { countyCode, memberId } of await membersOfIdentity(tx, digest, reach.counties())) {
      const inReach = reach.county(countyCode) !== null;
      const [place] = inReach ? await lockHouseholdsOf(tx, reach, countyCode, [memberId]) : [];
      if (place !== undefined) return place;
    }
    return null;
  }

  private opened(member: MemberObject, field: PersonalField): string | null {
    const { sealed, column } = FIELDS[field];
    const text = member[sealed];
    if (text === null || text === undefined) return null;
    return this.parts.cipher.open(text, { table: 'member', column, rowId: member.rowId });
  }

  /** Writes the audit events of all that one level of a request unmasks, a transaction a county. */
  private async record(context: RequestContext, keys: readonly string[]): Promise<Map<string, boolean>> {
    const reach = await this.parts.access.reachAs(context, UNMASKING_ROLES);
    const wanted = keys.map((key) => ({ key, read: JSON.parse(key) as [string, string, PersonalField, string] }));
    const shown = new Map<string, boolean>();
    if (reach === null) return shown;
    const counties = new Set(wanted.map(({ read: [county] }) => county));
    keepToOneCounty(
      context,
      [...counties].filter((county) => reach.county(county) !== null),
    );
    for (const county of counties) {
      if (reach.county(county) === null) continue;
      const inCounty = wanted.filter(({ read }) => read[0] === county);
      const members = await this.recordCounty(
        context,
        reach,
        county,
        inCounty.map(({ read }) => read),
      );
      for (const { key, read } of inCounty) if (members.has(read[1])) shown.set(key, true);
    }
    return shown;
  }

  private recordCounty(
    context: RequestContext,
    reach: Reach,
    county: string,
    reads: readonly (readonly [string, string, PersonalField, string])[],
  ): Promise<Set<string>> {
    return this.parts.database.write(reach.scope, async (tx) => {
      const places = await lockHouseholdsOf(tx, reach, county, [...new Set(reads.map(([, member]) => member))]);
      const households = new Map(places.map((place) => [place.id, place]));
      countHouseholds(context, [...households.keys()]);
      await Promise.all(
        [...households.values()].map((row) => {
          const members = places.filter(({ id }) => id === row.id).map(({ memberId }) => memberId);
          const own = reads.filter(([, member]) => members.includes(member));
          const [fields, purposes] = [own.map(([, , field]) => field), own.map(([, , , purpose]) => purpose)];
          const { told, ...sealed } = sealPurposes(this.parts, distinct(purposes));
          const change = { fields: distinct(fields), members, purposes: told };
          return this.append(tx, reach, context, row, { action: 'readPersonalData', change, ...sealed });
        }),
      );
      return new Set(places.map(({ memberId }) => memberId));
    });
  }

  /** A read moves the chain and leaves the version: whoever edits has nothing to read again. */
  private async append(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    row: HouseholdRow,
    event: HouseholdEvent,
  ): Promise<void> {
    const { head, written } = appendToHousehold(tx, reach, caller, row, event);
    await Promise.all([written, updateHouseholdRow(tx, row, head)]);
  }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function checkPurpose(purpose: string): void {
  const { length } = purpose.trim();
  if (length >= PURPOSE.shortest && length <= PURPOSE.longest) return;
  const message = `Say in ${PURPOSE.shortest} to ${PURPOSE.longest} characters what the personal data is needed for.`;
  throw new ApiError('BAD_USER_INPUT', message, { path: ['purpose'] });
}

/** @throws ApiError BAD_USER_INPUT once a request asks for personal data of a second county */
function keepToOneCounty(context: RequestContext, counties: readonly string[]): void {
  const seen = (context.loaders.get('unmasked counties') as Set<string> | undefined) ?? new Set<string>();
  context.loaders.set('unmasked counties', seen);
  for (const county of counties) seen.add(county);
  if (seen.size <= 1) return;
  const message = 'One request shows the personal data of one county only; ask county by county.';
  throw new ApiError('BAD_USER_INPUT', message, { path: ['purpose'] });
}

/** @throws ApiError BAD_USER_INPUT once a request asks for more households than it may show */
function countHouseholds(context: RequestContext, ids: readonly string[]): void {
  const seen = (context.loaders.get('unmasked households') as Set<string> | undefined) ?? new Set<string>();
  context.loaders.set('unmasked households', seen);
  for (const id of ids) seen.add(id);
  if (seen.size <= UNMASKED_HOUSEHOLDS) return;
  const message = `One request shows the personal data of ${UNMASKED_HOUSEHOLDS} households at most; ask for fewer.`;
  throw new ApiError('BAD_USER_INPUT', message, { path: ['purpose'] });
}
