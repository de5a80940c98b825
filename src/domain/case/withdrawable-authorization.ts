import type { CalendarDate } from '../kernel/calendar-date.js';
import { type AuthorizationOnRecord, isUnknownAuthorization } from '../procedure/authorized-earlier.js';
import type { ProcedureDefinition } from '../procedure/procedure-definition.js';
import type { ProcedureRun } from '../procedure/procedure-run.js';
import { type StandingAuthorization, standingAuthorization } from '../procedure/standing-authorization.js';

/** 全国系统中的授权 · Given, if it was, before the household was identified there; nothing of it is on record here. @article 5.4 */
export interface NationalAuthorization {
  readonly source: 'NATIONAL_SYSTEM';
  /** The day of identification: the last on which it can have been given. */
  readonly on: CalendarDate;
}

/**
 * R09 可撤回的授权 · What a household may take back: the authorization that stands, or, in a case of the national system, the one that
 * may have been given there (R30).
 *
 * Whoever may have said yes may say no: of an authorization in the national system nothing needs to be proved, since nobody is looked
 * up in the meantime who could not be looked up after. It is withdrawn once; then what is known is that none stands.
 *
 * @param definitionOf  the definition that a run followed
 * @returns null where there is none
 * @article 3.2, 5.4
 */
export function withdrawableAuthorization(
  record: AuthorizationOnRecord & { readonly identifiedOn: CalendarDate | null },
  definitionOf: (run: ProcedureRun) => ProcedureDefinition,
): StandingAuthorization | NationalAuthorization | null {
  const standing = standingAuthorization(record.runs, definitionOf, record.authorizationWithdrawnOn);
  if (standing !== null) return standing;
  if (record.identifiedOn === null || !isUnknownAuthorization(record, record.runs, definitionOf)) return null;
  return { source: 'NATIONAL_SYSTEM', on: record.identifiedOn };
}
