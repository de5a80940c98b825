import { yearOf } from '../../domain/kernel/calendar-date.js';
import type { RegionCode, RegionLevel } from '../../domain/kernel/region-code.js';
import { type ScoreFigures, type Share, share } from '../../domain/scorecard/score-figures.js';
import type { ScorecardFigure } from '../../domain/scorecard/scorecard-figure.js';
import type { Database } from '../../platform/database/database.js';
import { hashJoins } from '../../platform/database/hash-joins.js';
import type { FigureJudge, JudgeParts } from './figure-judge.js';
import { judgedOn } from './figure-rows.repository.js';
import { noticeGroups, supportGroups } from './judged-groups.repository.js';
import type { ScoreScope } from './score-scope.repository.js';
import { type Counts, campaignPrefixes, countFigures } from './scorecard.repository.js';
import { inspectedYearly, instrumentsEnded, yearsBegun } from './unbroken-policy.js';

/** 已计数 · What `countScores` counted. @article 5.3 */
export type CountedScores = Awaited<ReturnType<typeof countScores>>;

/** 登记簿的计数 · What the register counts of a scope, by the digits of each place, in one snapshot. @article 5.3 */
export async function countScores(database: Database, scope: ScoreScope) {
  const [first, last] = [yearOf(scope.from), yearOf(scope.to)];
  return database.readAtOnce(scope.reach.scope, async (tx) => {
    const [, households, monitored, runs, relapses, alerts, findings, support, notices, campaigns] = await Promise.all([
      hashJoins(tx),
      countFigures(tx, scope, 'HOUSEHOLD'),
      countFigures(tx, scope, 'MONITORED_CASE'),
      countFigures(tx, scope, 'IDENTIFICATION'),
      countFigures(tx, scope, 'ELIMINATED_CASE'),
      countFigures(tx, scope, 'ALERT'),
      countFigures(tx, scope, 'FINDING'),
      supportGroups(tx, scope),
      noticeGroups(tx, scope),
      campaignPrefixes(tx, first, last),
    ]);
    return {
      households: byKey(households),
      monitored: byKey(monitored),
      runs: byKey(runs),
      relapses: byKey(relapses),
      alerts: byKey(alerts),
      findings: byKey(findings),
      support: byKey(support),
      notices: byKey(notices),
      campaigns,
    };
  });
}

/** 一地指标 · The figures of a place out of what was counted. @article 5.3 */
export function figuresOf(
  { provinces, judge }: { readonly provinces: JudgeParts['provinces']; readonly judge: FigureJudge },
  code: RegionCode,
  level: RegionLevel,
  scope: ScoreScope,
  counted: CountedScores,
): ScoreFigures {
  const { from } = scope;
  const lastDay = judgedOn(scope);
  const key = code.slice(0, scope.digits);
  const of = (counts: ReadonlyMap<string, readonly Counts[]>): Counts => counts.get(key)?.[0] ?? NONE;
  const [homes, cases] = [of(counted.households), of(counted.monitored)];
  return {
    households: homes.counted,
    monitored: cases.counted,
    identifiedOnTime: shareOf(of(counted.runs), 'IDENTIFIED_ON_TIME'),
    supportedOnTime: judged(counted.support.get(key) ?? [], (group) => judge.support(group, lastDay)),
    alertsVerifiedOnTime: shareOf(of(counted.alerts), 'ALERTS_VERIFIED_ON_TIME'),
    inspectionCoverage: shareOf(homes, 'INSPECTION_COVERAGE'),
    noticeCompliance: judged(counted.notices.get(key) ?? [], (group) => judge.notice(group)),
    relapseRate: shareOf(of(counted.relapses), 'RELAPSE_RATE'),
    dataQualityFlags: of(counted.findings).counted,
    responsibility: shareOf(cases, 'RESPONSIBILITY'),
    helped: shareOf(cases, 'HELPED'),
    supervised: shareOf(cases, 'SUPERVISED'),
    policyExplained: shareOf(homes, 'POLICY_EXPLAINED'),
    instrumentsEnded: instrumentsEnded(provinces, code, from, lastDay),
    inspectionCampaign: inspectedYearly(code, level, yearsBegun(from, lastDay), counted.campaigns),
  };
}

const NONE: Counts = { counted: 0, met: {} };

function byKey<T extends { readonly key: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const known = found.get(row.key);
    if (known === undefined) found.set(row.key, [row]);
    else known.push(row);
  }
  return found;
}

function shareOf({ counted, met }: Counts, figure: ScorecardFigure): Share | null {
  return share(met[figure], counted);
}

/** A share of the cases of those groups of which something can be said. */
function judged<T extends { readonly cases: number }>(
  groups: readonly T[],
  verdictOn: (group: T) => boolean | null,
): Share | null {
  let [met, counted] = [0, 0];
  for (const group of groups) {
    const verdict = verdictOn(group);
    if (verdict === null) continue;
    counted += group.cases;
    if (verdict) met += group.cases;
  }
  return share(met, counted);
}
