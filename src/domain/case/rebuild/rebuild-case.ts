import type { CalendarDate } from '../../kernel/calendar-date.js';
import type { ProcedureKind } from '../../procedure/procedure-definition.js';
import type { CaseCategory, CaseStatus, DiscoveryChannel, EliminationMode } from '../monitoring-case.js';
import type { CaseEvent, RebuiltCase } from './rebuilt-case.js';
import { recordCorrected } from './record-corrected.js';
import {
  caseWithdrawn,
  noticePublished,
  objectionResolved,
  personAssigned,
  type RebuildWorld,
  runStarted,
  stepDone,
} from './run-events.js';
import {
  measureConcluded,
  riskRecorded,
  riskResolved,
  supportDelivered,
  supportPlanned,
  urgentHelpGiven,
} from './support-events.js';

type Apply = (built: RebuiltCase, event: CaseEvent, world: RebuildWorld) => RebuiltCase;

/** What each event makes of a case, by the name of its operation. */
const EVENTS: Readonly<Record<string, Apply>> = {
  completeStep: stepDone,
  publishNotice: noticePublished,
  resolveObjection: objectionResolved,
  recordRisk: riskRecorded,
  resolveRisk: riskResolved,
  planSupport: (built, event, world) => runStarted(supportPlanned(built, event), 'SUPPORT', event, world),
  giveUrgentHelp: urgentHelpGiven,
  recordDelivery: supportDelivered,
  concludeMeasure: measureConcluded,
  requestElimination: (built, event, world) => ({
    ...runStarted(built, 'ELIMINATION', event, world),
    status: event.change['status'] as CaseStatus,
    eliminationMode: event.change['mode'] as EliminationMode,
  }),
  continueSupport: (built, { change }) => ({
    ...built,
    supportContinued: true,
    nextReviewOn: change['reviewBy'] as CalendarDate,
  }),
  withdrawCase: caseWithdrawn,
  rollBackElimination: (built, { change }) => ({
    ...built,
    status: change['status'] as CaseStatus,
    eliminatedOn: null,
    eliminationMode: null,
  }),
  assignResponsiblePerson: personAssigned,
  correctRecord: recordCorrected,
};

/**
 * 重建档案 · The case as its events, from the first to the last, tell it: the events are the truth, its rows what is kept of them.
 *
 * An operation that is not known changes nothing but the version.
 *
 * @param events  of one case, oldest first
 * @returns null without an event that opens the case
 * @article 5.3
 */
export function rebuildCase(events: readonly CaseEvent[], world: RebuildWorld): RebuiltCase | null {
  const [first, ...rest] = events;
  if (first?.action !== 'openCase') return null;
  return rest.reduce(
    (built, event) => withRecorded(EVENTS[event.action]?.(built, event, world) ?? built, event),
    opened(first, world),
  );
}

function opened(event: CaseEvent, world: RebuildWorld): RebuiltCase {
  const { change, occurredOn } = event;
  const empty: RebuiltCase = {
    status: change['status'] as CaseStatus,
    category: null,
    channel: change['channel'] as DiscoveryChannel,
    emergency: change['emergency'] === true,
    configVersion: String(change['configVersion']),
    openedOn: occurredOn,
    identificationDueOn: (change['identificationDueOn'] as CalendarDate | null | undefined) ?? null,
    identifiedOn: null,
    eliminatedOn: null,
    eliminationMode: null,
    trackingOnly: false,
    supportContinued: false,
    nextReviewOn: null,
    supportedOn: null,
    withdrawalReason: null,
    version: 1,
    runs: [],
    risks: [],
    measures: [],
    persons: [],
  };
  // A case of the national system comes with what was decided there, and no run is begun (R30).
  if (change['source'] === 'NATIONAL_SYSTEM') return withRecorded(takenOver(empty, event), event);
  return withRecorded(runStarted(empty, change['procedure'] as ProcedureKind, event, world), event);
}

function takenOver(empty: RebuiltCase, { change }: CaseEvent): RebuiltCase {
  const identifiedOn = change['identifiedOn'] as CalendarDate;
  const risks = change['risks'] as readonly { readonly riskType: string; readonly primary?: boolean | null }[];
  return {
    ...empty,
    // The event is dated by the take-over; the case is older.
    openedOn: (change['openedOn'] as CalendarDate | undefined) ?? empty.openedOn,
    category: change['category'] as CaseCategory,
    identifiedOn,
    risks: risks.map(({ riskType, primary }) => ({
      riskType,
      primary: primary ?? false,
      identifiedOn,
      resolvedOn: null,
    })),
  };
}

/** What any event may say of the case: its version, what R12 made of it, and the last day of its identification as it was known then. */
function withRecorded(built: RebuiltCase, { change }: CaseEvent): RebuiltCase {
  const { version, trackingOnly, nextReviewOn, identificationDueOn: due } = change;
  return {
    ...built,
    version: Number(version),
    ...(trackingOnly === undefined ? {} : { trackingOnly: trackingOnly === true }),
    ...(due === undefined ? {} : { identificationDueOn: due as CalendarDate | null }),
    ...(nextReviewOn === undefined ? {} : { nextReviewOn: nextReviewOn as CalendarDate | null }),
  };
}
