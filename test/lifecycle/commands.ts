import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays } from '../../src/domain/kernel/calendar-date.js';
import { type Act, type Asked, Scene } from './asked.js';
import { Dice } from './dice.js';
import { dayOfRightAct, rightAct } from './right-acts.js';
import type { Sent, Stage } from './stage.js';
import { STRAY_ACTS } from './stray-acts.js';

/** What must be true of the answers, whatever the tables say: which version each change was made upon. */
export interface Model {
  /** By object and version, the request that changed it from there. */
  readonly changedFrom: Map<string, string>;
}

/** An act that is still to be decided upon, and the numbers that decide. */
interface Intent {
  readonly act: Act;
  readonly label: string;
  readonly numbers: readonly number[];
}

type Command = fc.AsyncCommand<Model, Stage>;

const NUMBERS = fc.array(fc.nat(9_999), { minLength: 12, maxLength: 12 });
const RIGHT = NUMBERS.map((numbers): Intent => ({ act: rightAct, label: 'right', numbers }));
const STRAY = fc
  .tuple(fc.nat(STRAY_ACTS.length - 1), NUMBERS)
  .map(([index, numbers]): Intent => ({ act: STRAY_ACTS[index]!, label: `stray ${index}`, numbers }));

async function sceneOf(stage: Stage, { numbers }: Intent): Promise<Scene> {
  return new Scene(await stage.dossier(), stage.place, stage.today, new Dice(numbers));
}

/** One act by the book, after the days that it has to wait for. What follows every rule is done when nothing is beside it. */
class NextStep implements Command {
  constructor(private readonly intent: Intent) {}
  check = (): boolean => true;
  async run(model: Model, stage: Stage): Promise<void> {
    const scene = await sceneOf(stage, this.intent);
    stage.waitUntil(dayOfRightAct(scene));
    const asked = rightAct(new Scene(scene.dossier, stage.place, stage.today, scene.dice));
    if (asked === null) return;
    const sent = await stage.send(asked);
    if (asked.must)
      expect(sent.userErrors, `${asked.name} by ${asked.person}: ${JSON.stringify(asked.input)}`).toEqual([]);
    note(model, sent);
  }
  toString = (): string => `next(${this.intent.numbers.join(',')})`;
}

/** By the book for some steps, so that what follows meets a case far on. */
class Onward implements Command {
  constructor(private readonly steps: readonly NextStep[]) {}
  check = (): boolean => true;
  async run(model: Model, stage: Stage): Promise<void> {
    for (const step of this.steps) await step.run(model, stage);
  }
  toString = (): string => `onward(${this.steps.length})`;
}

/** Several acts decided upon the same knowledge and sent together, some of them twice with one idempotency key. */
class AtOnce implements Command {
  constructor(
    private readonly intents: readonly Intent[],
    private readonly twin: string | null,
  ) {}
  check = (): boolean => true;
  async run(model: Model, stage: Stage): Promise<void> {
    const [first] = this.intents;
    const known = await sceneOf(stage, first!);
    const acts = this.intents
      .map(({ act, numbers }) => act(new Scene(known.dossier, stage.place, stage.today, new Dice(numbers))))
      .filter((asked): asked is Asked => asked !== null);
    if (acts.length === 0) return;
    const keyed = this.twin === null ? [] : twins(acts[0]!, this.twin);
    const rest = this.twin === null ? acts : acts.slice(1);
    const sent = await Promise.all([...keyed, ...rest].map((asked) => stage.send(asked)));
    const answers = sent.slice(0, keyed.length);
    if (keyed.length > 0) expectSameAnswer(answers);
    for (const one of [...answers.slice(0, 1), ...sent.slice(keyed.length)]) note(model, one);
  }
  toString = (): string => `atOnce(${this.intents.map(({ label }) => label).join(' | ')}${this.twin ? ' twice' : ''})`;
}

/** Days pass. */
class Wait implements Command {
  constructor(private readonly days: number) {}
  check = (): boolean => true;
  async run(_model: Model, stage: Stage): Promise<void> {
    stage.waitUntil(addDays(stage.today, this.days));
  }
  toString = (): string => `wait(${this.days})`;
}

const twins = (asked: Asked, idempotencyKey: string): Asked[] =>
  [0, 1].map(() => ({ ...asked, input: { ...asked.input, idempotencyKey } }));

/** The same key in flight twice: one effect, one answer. A refused one leaves the key free, and each is judged by itself. */
function expectSameAnswer(answers: readonly Sent[]): void {
  const done = answers.filter((one) => one.done);
  expect(new Set(done.map(({ answered }) => answered?.id ?? 'none')).size).toBeLessThanOrEqual(1);
  const conflicts = answers
    .flatMap(({ userErrors }) => userErrors)
    .filter(({ code }) => code === 'IDEMPOTENCY_CONFLICT');
  expect(conflicts).toEqual([]);
}

/** Two changes never start from the same version of one object: one wins, the other is told. */
function note(model: Model, { done, input, requestId, name }: Sent): void {
  const { expectedVersion } = input;
  if (!done || typeof expectedVersion !== 'number') return;
  const subject =
    input['caseId'] ?? input['householdId'] ?? input['memberId'] ?? input['measureId'] ?? input['objectionId'];
  const key = `${String(subject)} ${expectedVersion}`;
  const before = model.changedFrom.get(key);
  expect(before, `${name} (${requestId}) and ${before} both changed version ${expectedVersion}`).toBeUndefined();
  model.changedFrom.set(key, requestId);
}

const NEXT = RIGHT.map((intent) => new NextStep(intent));

/** Sequences that get somewhere: by the book most of the time, with strangers and twins between and beside. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  NEXT,
  NEXT,
  fc.array(NEXT, { minLength: 4, maxLength: 9 }).map((steps) => new Onward(steps)),
  fc
    .tuple(
      fc.array(fc.oneof(RIGHT, STRAY), { minLength: 2, maxLength: 5 }),
      fc.option(fc.uuid({ version: 4 }), { freq: 2 }),
    )
    .map(([intents, twin]) => new AtOnce(intents, twin)),
  STRAY.map((intent) => new AtOnce([intent], null)),
  fc.constantFrom(0, 1, 5, 6, 30).map((days) => new Wait(days)),
];
