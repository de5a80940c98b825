import type { CalendarDate } from '../kernel/calendar-date.js';
import type { LocalizedText } from '../province/localized-text.js';
import type { Consequence } from './correction.js';

/** 重新判定 · What the rules say of a record, before a correction or after it: today, and on the days of its decisions. @article 2.1 */
export interface DecidedAnew {
  /** Whether the household lies in the range today; null where a fact or an answer of the province is missing. */
  readonly withinRange: boolean | null;
  /** The same on the day on which the household was identified; null where it was not. */
  readonly atIdentification: { readonly on: CalendarDate; readonly withinRange: boolean | null } | null;
  /** Gates that are shut on the day of the elimination, or of its request while it is under way; null where there is none. */
  readonly atElimination: { readonly on: CalendarDate; readonly shut: readonly string[] } | null;
  /** What the household's labour asks of the support and the measures under way do not serve (R17). */
  readonly unserved: readonly string[];
  /** Steps that were done after their last day, and runs that ended after theirs, named for people. */
  readonly late: readonly LocalizedText[];
}

/**
 * 会有不同的决定 · What would now be decided otherwise. Nothing follows by itself: a decision stands until the county acts upon it.
 *
 * Only what the correction makes different is said: a gate that was shut before is no consequence of it.
 *
 * @article 5.3
 */
export function decisionsThatDiffer(before: DecidedAnew, after: DecidedAnew): Consequence[] {
  return [
    ...rangeToday(before, after),
    ...identification(before, after),
    ...elimination(before, after),
    ...plan(before, after),
    ...deadlines(before, after),
  ];
}

function rangeToday({ withinRange: before }: DecidedAnew, { withinRange: now }: DecidedAnew): Consequence[] {
  if (before === now) return [];
  return [
    {
      code: 'range-changed',
      message: {
        zh: `重新评估:${RANGE_ZH[String(now)]}(更正前${RANGE_ZH[String(before)]})`,
        en: `assessed anew, the household ${RANGE_EN[String(now)]}; before, it ${RANGE_EN[String(before)]}`,
      },
      article: '2.2',
    },
  ];
}

function identification(
  { atIdentification: before }: DecidedAnew,
  { atIdentification: now }: DecidedAnew,
): Consequence[] {
  if (now === null || before === null || before.withinRange === now.withinRange) return [];
  return [
    {
      code: 'identification-would-differ',
      message: {
        zh: `按识别认定日(${now.on})的规则:${RANGE_ZH[String(now.withinRange)]}(更正前${RANGE_ZH[String(before.withinRange)]}),请县级复核识别认定`,
        en: `on ${now.on}, when it was identified, the household ${RANGE_EN[String(now.withinRange)]}; before the correction it ${RANGE_EN[String(before.withinRange)]}: the county looks at the identification again`,
      },
      article: '3.2',
    },
  ];
}

function elimination({ atElimination: before }: DecidedAnew, { atElimination: now }: DecidedAnew): Consequence[] {
  if (now === null) return [];
  const shut = now.shut.filter((gate) => !(before?.shut ?? []).includes(gate));
  if (shut.length === 0) return [];
  return [
    {
      code: 'elimination-would-differ',
      message: {
        zh: `按${now.on}的记录,风险消除条件不再满足:${shut.join('、')},请县级复核`,
        en: `on ${now.on} the risk could not have been marked eliminated: ${shut.join(', ')}; the county looks at it again`,
      },
      article: '3.3',
    },
  ];
}

function plan({ unserved: before }: DecidedAnew, { unserved: now }: DecidedAnew): Consequence[] {
  const added = now.filter((what) => !before.includes(what));
  if (added.length === 0) return [];
  return [
    {
      code: 'plan-would-differ',
      message: {
        zh: `帮扶计划不再满足分类帮扶要求:${added.map((what) => ASKS_ZH[what] ?? what).join('、')}`,
        en: `the plan of support no longer holds what the household's labour asks for: ${added.join(', ')}`,
      },
      article: '4.2',
    },
  ];
}

function deadlines({ late: before }: DecidedAnew, { late: now }: DecidedAnew): Consequence[] {
  const beyond = (some: readonly LocalizedText[], others: readonly LocalizedText[]) =>
    some.filter(({ zh }) => others.every((other) => other.zh !== zh));
  const [added, gone] = [beyond(now, before), beyond(before, now)];
  if (added.length + gone.length === 0) return [];
  const told = [...added.map(({ zh }) => `${zh}已逾期`), ...gone.map(({ zh }) => `${zh}未逾期`)].join(';');
  const en = [...added.map(({ en }) => `${en} was late`), ...gone.map(({ en }) => `${en} was in time`)].join('; ');
  return [{ code: 'deadline-would-differ', message: { zh: told, en }, article: 'G' }];
}

const ASKS_ZH: Readonly<Record<string, string>> = {
  developmental: '开发式帮扶措施',
  'safety-net': '兜底保障',
  'aspiration-and-skills': '扶志扶智',
};
const RANGE_ZH: Readonly<Record<string, string>> = {
  true: '在监测范围内',
  false: '不在监测范围内',
  null: '无法判断是否在监测范围内',
};
const RANGE_EN: Readonly<Record<string, string>> = {
  true: 'lies in the monitored range',
  false: 'does not lie in the monitored range',
  null: 'cannot be told to lie in the monitored range or not',
};
