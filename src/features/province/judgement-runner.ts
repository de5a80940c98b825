import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import { FACTS_FORM, type Judgement, type JudgementSubject, judgementsFor } from '../../domain/judgement/judgement.js';
import type { GateAnswer, Judged, JudgementFailure, RangeAnswer } from '../../domain/judgement/judgement-answer.js';
import { type GateCase, gateFacts, judgementRules, rangeFacts } from '../../domain/judgement/judgement-facts.js';
import type { Judges } from '../../domain/judgement/judges.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import type { Logger } from '../../platform/logging/logger.js';
import type { Sandbox, SandboxOutcome } from '../../platform/sandbox/sandbox.js';
import { readJudgementAnswer } from '../../province-sdk/index.js';

/** 判定运行所需 · Where functions run, and who is told of one that gave no answer. */
export interface JudgementRunnerParts {
  readonly sandbox: Pick<Sandbox, 'run'>;
  readonly logger?: Pick<Logger, 'error'>;
  /** Whether the message of an error is told: it may hold facts, and is for whoever wrote both alone. */
  readonly tellsMessages?: boolean;
}

/**
 * 运行判定 · Asks a province's own functions, under the rules of a day; a function that gives no answer is told, never passed over.
 *
 * @article 5.1
 */
export class JudgementRunner implements Judges {
  constructor(private readonly parts: JudgementRunnerParts) {}

  /** 范围判定 · What the functions say of each household, in the order of the households. @article 2.1 */
  async range(
    rules: ProvinceRules,
    households: readonly HouseholdFacts[],
    on: CalendarDate,
  ): Promise<Judged<RangeAnswer>[][]> {
    const inputs = (): string[] => households.map((facts) => JSON.stringify(rangeFacts(facts, rules, on)));
    return (await this.judge(rules, 'RANGE', households.length, inputs)) as Judged<RangeAnswer>[][];
  }

  /** 消除条件判定 · What the gates of the province's own say of a case. @article 3.3 */
  async gates(
    rules: ProvinceRules,
    household: HouseholdFacts,
    gateCase: GateCase,
    on: CalendarDate,
  ): Promise<Judged<GateAnswer>[]> {
    const inputs = (): string[] => [JSON.stringify(gateFacts(household, gateCase, rules, on))];
    const [judged = []] = await this.judge(rules, 'ELIMINATION', 1, inputs);
    return judged as Judged<GateAnswer>[];
  }

  private async judge(
    rules: ProvinceRules,
    subject: JudgementSubject,
    count: number,
    inputsOf: () => readonly string[],
  ): Promise<Judged<unknown>[][]> {
    const judgements = judgementsFor(rules, subject);
    if (judgements.length === 0) return Array.from({ length: count }, () => []);
    const inputs = inputsOf();
    const told = judgementRules(rules);
    const byJudgement = await Promise.all(
      judgements.map(async (judgement) => {
        const judged = await this.ask(judgement, told, inputs);
        this.log(judgement, judged, rules);
        return judged;
      }),
    );
    return inputs.map((_, index) => byJudgement.map((judged) => judged[index] as Judged<unknown>));
  }

  private async ask(
    judgement: Judgement,
    rules: ReturnType<typeof judgementRules>,
    inputs: readonly string[],
  ): Promise<Judged<unknown>[]> {
    const fails = (failure: JudgementFailure): Judged<unknown> => ({ judgement, answer: null, failure });
    if (judgement.form !== FACTS_FORM)
      return inputs.map(() => fails({ kind: 'GONE', detail: `form ${judgement.form}, now ${FACTS_FORM}` }));
    const shared = JSON.stringify([rules, judgement.parameters]);
    const outcomes = await this.parts.sandbox.run({ text: judgement.judge, shared, inputs });
    const riskTypes = rules.riskTypes.map(({ code }) => code);
    return outcomes.map((outcome) => {
      if (outcome.kind !== 'answered') return fails(this.failureOf(outcome));
      const read = readJudgementAnswer(judgement, outcome.value, riskTypes);
      return 'answer' in read
        ? { judgement, answer: read.answer, failure: null }
        : fails({ kind: 'WRONG_FORM', detail: `expected ${read.expected}` });
    });
  }

  private failureOf(outcome: Exclude<SandboxOutcome, { kind: 'answered' }>): JudgementFailure {
    switch (outcome.kind) {
      case 'threw': {
        const place = outcome.at === null ? outcome.error : `${outcome.error} at ${outcome.at}`;
        const message = this.parts.tellsMessages === true && outcome.message !== '' ? `: ${outcome.message}` : '';
        return { kind: 'THREW', detail: `${place}${message}` };
      }
      case 'timed-out':
        return { kind: 'TIMED_OUT', detail: `${outcome.ms} ms` };
      case 'stopped':
        return { kind: 'STOPPED', detail: '' };
      case 'given-up':
        return { kind: 'NOT_RUN', detail: '' };
    }
  }

  /** One line a function and kind, however many households it was asked of; none of them is named. */
  private log(judgement: Judgement, judged: readonly Judged<unknown>[], rules: ProvinceRules): void {
    const failures = judged.flatMap(({ failure }) => (failure === null ? [] : [failure]));
    for (const kind of new Set(failures.map((one) => one.kind))) {
      const same = failures.filter((one) => one.kind === kind);
      this.parts.logger?.error(
        {
          province: rules.provinceCode,
          configVersion: rules.configVersion,
          code: judgement.code,
          reason: kind,
          count: same.length,
          faults: [`judgements.${judgement.code}.judge: ${same[0]?.detail ?? ''}`],
        },
        'a function of a province gave no answer',
      );
    }
  }
}
