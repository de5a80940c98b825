import { expect } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import type { Answer } from '../../support/test-app.js';
import { type FiguresStage, NATION } from '../../support/figures-stage.js';

export type Row = Answer['data'];

/** A cell of fewer than ten units, by a text of its own, and how many it has. */
export type SmallCells = ReadonlyMap<string, number>;

/** A text for the values of some fields of a row. */
export const nameOf = (row: Row, fields: readonly string[]): string =>
  fields.map((name) => (row[name] !== null && typeof row[name] === 'object' ? row[name].code : row[name])).join(' ');

/** An analyst of a county who asks what there is to ask, and what whoever judges the attack knows. */
export class Attacker {
  private readonly known = new Map<string, Promise<Answer['data']>>();

  constructor(
    private readonly stage: FiguresStage,
    readonly county: string,
  ) {}

  /** What the analyst is shown; `$region` is the county. */
  shown = (query: string): Promise<Answer['data']> => this.told(query, { role: 'ANALYST', region: this.county });

  /** The same, as it is. */
  truth = (query: string): Promise<Answer['data']> => this.told(query, NATION);

  private told(query: string, grant: Grant): Promise<Answer['data']> {
    const key = `${grant.role} ${query}`;
    const found = this.known.get(key) ?? this.stage.answered(query.replaceAll('$region', `"${this.county}"`), grant);
    this.known.set(key, found);
    return found;
  }
}

/** The cells of up to nine units among exact rows. */
export function smallCells(rows: readonly Row[], fields: readonly string[], measure: string): SmallCells {
  const small = rows.filter((row) => row[measure] > 0 && row[measure] < 10);
  return new Map(small.map((row) => [nameOf(row, fields), row[measure]]));
}

/** How many more may be told right than by chance before it is no chance: two standard deviations. */
const DEVIATIONS = 2;

/**
 * Holds guesses against the truth: not more may be right than whoever always says the most frequent of these counts has right, neither
 * of all small cells nor of those at which a guess was made; as they were made, and as numbers from one to nine.
 */
export function held(cells: SmallCells, guesses: ReadonlyMap<string, number>, attack: string, least = 5): void {
  const made = [...cells].flatMap(([name, count]) => {
    const guess = guesses.get(name);
    return guess === undefined || !Number.isFinite(guess) ? [] : [{ count, guess: Math.round(guess) }];
  });
  expect(made.length, `${attack}: guesses`).toBeGreaterThanOrEqual(least);
  const mostFrequent = (counts: readonly number[]): number =>
    Math.max(...Array.from({ length: 9 }, (_, at) => counts.filter((count) => count === at + 1).length));
  const chance = mostFrequent(made.map(({ count }) => count)) / made.length;
  const right = made.filter(({ count, guess }) => guess === count).length / made.length;
  const among = made.filter(({ count, guess }) => Math.min(9, Math.max(1, guess)) === count).length / made.length;
  const allowed = DEVIATIONS * Math.sqrt((chance * (1 - chance)) / made.length);
  const told = `${attack}: of ${made.length} ${right} right, ${among} from one to nine, ${chance} by chance`;
  if (process.env['ATTACKS'] === 'tell') process.stdout.write(`${told}\n`);
  expect(right, told).toBeLessThanOrEqual(chance);
  expect(among, told).toBeLessThanOrEqual(chance + allowed);
}
