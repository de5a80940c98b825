import { type Refusal, refuse } from '../../kernel/verdict.js';
import { familiesOfNeed } from '../family-names.js';
import {
  type CountedMeasure,
  countedMeasures,
  hasReason,
  type PlanQuestion,
  type SupportRules,
} from '../plan-question.js';

/** R17 要求 · One thing that the household's labour asks of a plan. @article 4.2 */
export interface LabourAsk {
  readonly what: 'developmental' | 'safety-net' | 'aspiration-and-skills';
  readonly why: string;
  readonly isServedBy: (measure: CountedMeasure) => boolean;
}

/**
 * R17 分类帮扶 · What a plan must hold: with labour capacity a developmental instrument; without it, or where it is partly
 * lost and brings no stable income, the safety net; for weak drive an aspiration-and-skills instrument.
 *
 * @article 4.2
 */
export function labourAsks({ labour, weakDrive, needs, rules, safetyNetGranted }: LabourQuestion): LabourAsk[] {
  const asks: LabourAsk[] = [];
  if (labour.hasLabour)
    asks.push({
      what: 'developmental',
      why: 'with labour capacity, a developmental instrument (industry, employment, finance, public-welfare job)',
      isServedBy: (measure) => measure.nature === 'DEVELOPMENTAL',
    });
  const cannotEarn = !labour.hasLabour || (labour.partlyLost && labour.stableIncomeFromWork === false);
  if (cannotEarn && !safetyNetGranted) {
    const listed = rules.socialSecurityInstruments?.value ?? null;
    asks.push({
      what: 'safety-net',
      why: `without labour capacity, or with too little to earn by, the safety net${listed ? ` (${listed.join(', ')})` : ''}`,
      isServedBy: (measure) => listed?.includes(measure.instrument) ?? measure.nature === 'SAFETY_NET',
    });
  }
  const asksForDrive = needs.some((need) => familiesOfNeed(need, rules.instruments)?.includes('MOTIVATION'));
  if (weakDrive || asksForDrive)
    asks.push({
      what: 'aspiration-and-skills',
      why: 'for weak drive, an aspiration-and-skills instrument',
      isServedBy: (measure) => measure.family === 'MOTIVATION',
    });
  return asks;
}

/**
 * R17 分类帮扶 · Refuses a plan without what the household's labour asks for; one refusal each.
 *
 * What goes on already serves. Where civil affairs refused the safety net, other relief with the refusal as the written
 * reason does; nothing stands in for the others.
 *
 * @article 4.2
 */
export function labourAndSafetyNet(question: PlanQuestion): Refusal[] {
  return unserved(question).map((ask) => {
    const otherwise =
      ask.what === 'safety-net'
        ? '; or, where civil affairs refused it, other relief and that refusal as the reason'
        : '';
    return refuse('RULE_VIOLATION', `R17: ${ask.why}${otherwise}`, ['measures'], '4.2');
  });
}

/** 劳动状况的提问 · What R17 looks at. @article 4.2 */
export type LabourQuestion = Pick<
  PlanQuestion,
  'labour' | 'weakDrive' | 'needs' | 'safetyNetGranted' | 'measures' | 'standing' | 'overrideReason'
> & { readonly rules: Pick<SupportRules, 'instruments' | 'socialSecurityInstruments'> };

/** R17 未满足 · What the household's labour asks for and no measure, planned or standing, serves. @article 4.2 */
export function unservedAsks(question: LabourQuestion): LabourAsk['what'][] {
  return unserved(question).map(({ what }) => what);
}

function unserved(question: LabourQuestion): LabourAsk[] {
  const measures = countedMeasures(question);
  const refusedWithRelief = hasReason(question) && measures.some((measure) => measure.nature === 'RELIEF');
  return labourAsks(question).filter(
    (ask) => !measures.some(ask.isServedBy) && !(ask.what === 'safety-net' && refusedWithRelief),
  );
}
