import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import { type Judgement, judgementsFor } from '../../domain/judgement/judgement.js';
import type { Judges } from '../../domain/judgement/judges.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { isUnderLine, situationOn } from '../../domain/risk/situation.js';
import { withinRange } from '../../domain/risk/within-range.js';
import type { CountyCounts } from './simulation.repository.js';

/** 判定函数用量 · A function that decided, of how many households it was asked, and for how many it gave no answer. */
export interface FunctionUse {
  readonly judgement: Judgement;
  readonly asked: number;
  readonly unanswered: number;
}

/** 县的两套规则 · The rules of a county as they are and as they would be. @article 2.2 */
export interface CountyRulesPair {
  readonly county: string;
  readonly now: ProvinceRules;
  readonly proposed: ProvinceRules;
}

/**
 * 逐户测算 · Counts the households of a county where a function has a say: they go by in batches, each is judged under the rules
 * as they are and as they would be.
 *
 * A function is asked only of whoever the line does not let in: it could change nothing for the others.
 *
 * @article 2.2
 */
export class FunctionCount {
  private readonly counts = { households: 0, withinRangeNow: 0, withinRangeThen: 0, entering: 0, leaving: 0 };
  private readonly uses = new Map<string, FunctionUse>();

  constructor(
    private readonly rules: CountyRulesPair,
    private readonly judges: Pick<Judges, 'range'>,
    private readonly on: CalendarDate,
  ) {}

  /** 计入一批 · @param households  of the county, each once */
  async add(households: readonly HouseholdFacts[]): Promise<void> {
    const now = await this.judge(households, this.rules.now);
    const then = this.rules.now === this.rules.proposed ? now : await this.judge(households, this.rules.proposed);
    this.counts.households += households.length;
    for (const index of households.keys()) {
      const [isNow, isThen] = [now[index] === true, then[index] === true];
      this.counts.withinRangeNow += Number(isNow);
      this.counts.withinRangeThen += Number(isThen);
      this.counts.entering += Number(isThen && !isNow);
      this.counts.leaving += Number(isNow && !isThen);
    }
  }

  /** 结果 · What was counted so far. */
  result(): { readonly counts: CountyCounts; readonly uses: readonly FunctionUse[] } {
    return { counts: { county: this.rules.county, ...this.counts }, uses: [...this.uses.values()] };
  }

  private async judge(households: readonly HouseholdFacts[], rules: ProvinceRules): Promise<(boolean | null)[]> {
    const under = households.map((facts) => isUnderLine(situationOn(facts, rules, this.on)));
    const open = [...households.keys()].filter((index) => under[index] !== true);
    const asked = open.map((index) => households[index] as HouseholdFacts);
    const judged = judgementsFor(rules, 'RANGE').length === 0 ? [] : await this.judges.range(rules, asked, this.on);
    const within: (boolean | null)[] = [...under];
    for (const [place, index] of open.entries()) {
      const own = judged[place] ?? [];
      within[index] = withinRange(under[index] ?? null, own);
      for (const { judgement, failure } of own) this.note(judgement, failure !== null);
    }
    return within;
  }

  private note(judgement: Judgement, failed: boolean): void {
    const key = `${judgement.code} ${judgement.county ?? ''} ${judgement.from}`;
    const { asked, unanswered } = this.uses.get(key) ?? { asked: 0, unanswered: 0 };
    this.uses.set(key, { judgement, asked: asked + 1, unanswered: unanswered + Number(failed) });
  }
}

/** 合并用量 · The uses of several counties, function by function. @article none — technical */
export function sumUses(uses: readonly FunctionUse[]): FunctionUse[] {
  const all = new Map<string, FunctionUse>();
  for (const { judgement, asked, unanswered } of uses) {
    const known = all.get(judgement.code) ?? { asked: 0, unanswered: 0 };
    all.set(judgement.code, { judgement, asked: known.asked + asked, unanswered: known.unanswered + unanswered });
  }
  return [...all.values()];
}
