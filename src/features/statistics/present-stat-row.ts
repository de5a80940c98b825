import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { configurationKeyOf, type RegionCode } from '../../domain/kernel/region-code.js';
import {
  earlierOf,
  type GroupingPlan,
  type PlannedChange,
  type PlannedDimension,
  putTogether,
  TOGETHER,
} from '../../domain/statistics/stat-plan.js';
import { type Language, type ProvinceService, presentInstrument, presentRiskType } from '../province/index.js';
import type { PolicyInstrument } from '../province/instrument.graphql.js';
import type { RegionTree } from '../region/index.js';
import { regionObject } from '../region/region.graphql.js';
import type { StatChange } from './stat-change.graphql.js';
import type { StatAnswer } from './statistics.service.js';

/** 呈现所需 · What codes are put into words by. */
export interface PresentParts {
  readonly tree: RegionTree;
  readonly provinces: ProvinceService;
  readonly language: Language;
  readonly today: CalendarDate;
}

/** 带参数的值 · Under which a row keeps the values of fields that take arguments, by their response keys. @article none — technical */
export const BY_KEY = 'byKey';

/** 呈现统计 · The rows of each selection of `rows`, by its response key, as the API gives them. @article 5.2 */
export function presentStats(answer: StatAnswer, parts: PresentParts): Map<string, Record<string, unknown>[]> {
  const words = new Words(parts, answer.counties as readonly RegionCode[]);
  return new Map(
    answer.groupings.map(({ plan, rows }) => {
      const fields = fieldsOf(plan, words);
      return [plan.key, rows.map((row) => presentRow(plan, fields, row))];
    }),
  );
}

/** One value of a row as the API gives it, and where the row keeps it. */
interface StatField {
  /** Its name; null where it takes arguments and is kept by response keys. */
  readonly name: string | null;
  readonly keys: readonly string[];
  readonly of: (row: StatRow) => unknown;
}

type StatRow = Readonly<Record<string, unknown>>;

const WHOLE: readonly string[] = [];

function fieldsOf(plan: GroupingPlan, words: Words): StatField[] {
  return [
    ...plan.dimensions.map((asked): StatField => {
      const { name, takes } = asked.definition;
      return { name: takes === null ? name : null, keys: asked.keys, of: words.of(asked) };
    }),
    ...plan.measures.map(
      ({ definition: { name }, slot, keys }): StatField => ({ name, keys, of: (row) => row[slot] ?? null }),
    ),
    ...plan.shares.map(({ slot, keys }): StatField => ({ name: null, keys, of: (row) => row[slot] ?? null })),
    ...plan.changes.map((asked): StatField => ({ name: null, keys: asked.keys, of: (row) => changeOf(asked, row) })),
  ];
}

function presentRow(plan: GroupingPlan, fields: readonly StatField[], row: StatRow): Record<string, unknown> {
  // Keys are the caller's to choose, `__proto__` too.
  const byKey = Object.create(null) as Record<string, unknown>;
  const shown: Record<string, unknown> = {
    [BY_KEY]: byKey,
    totalOver: row[TOGETHER] ? putTogether(plan, row).flatMap(({ keys }) => keys) : WHOLE,
  };
  for (const { name, keys, of } of fields) {
    const value = of(row);
    if (name !== null) shown[name] = value;
    else for (const key of keys) byKey[key] = value;
  }
  return shown;
}

const FEN = 100;
const MILLION = 1_000_000;

function changeOf(change: PlannedChange, row: StatRow): StatChange {
  const parts = change.of.definition.unit === 'YUAN' ? FEN : 1;
  const told = (slot: string): number | null => (typeof row[slot] === 'number' ? row[slot] : null);
  const [earlier, difference] = [told(earlierOf(change)), told(change.slot)];
  return {
    earlier: earlier === null ? null : earlier / parts,
    difference: difference === null ? null : difference / parts,
    rate:
      earlier === null || earlier === 0 || difference === null
        ? null
        : Math.round((difference / earlier) * MILLION) / MILLION,
  };
}

/** Codes that provinces list are told in the words of the first province of the question that knows them. */
class Words {
  private places: readonly RegionCode[] | null = null;

  constructor(
    private readonly parts: PresentParts,
    private readonly counties: readonly RegionCode[],
  ) {}

  of({ definition: { name }, slot }: PlannedDimension): StatField['of'] {
    if (!(name === 'region' || name === 'riskType' || name === 'instrument')) return (row) => row[slot] ?? null;
    const told = new Map<unknown, unknown>([[null, null]]);
    return (row) => {
      const value = row[slot] ?? null;
      if (!told.has(value)) told.set(value, this.tell(name, String(value)));
      return told.get(value);
    };
  }

  private tell(name: 'region' | 'riskType' | 'instrument', code: string): unknown {
    const { tree, provinces, language, today } = this.parts;
    if (name === 'region') {
      const row = tree.find(code as RegionCode);
      return row === null ? null : regionObject(row);
    }
    const knows = (place: RegionCode): boolean =>
      name === 'riskType'
        ? (provinces.find(place)?.config.riskTypes.some((type) => type.code === code) ?? false)
        : provinces.instrument(place, code) !== null;
    // One county of each configuration.
    this.places ??= [...new Map(this.counties.map((county) => [configurationKeyOf(county), county])).values()];
    const place = this.places.find(knows) ?? this.places[0];
    if (place === undefined) return null;
    if (name === 'riskType') return presentRiskType(provinces.riskType(place, code), language);
    const instrument = provinces.instrument(place, code);
    return instrument === null
      ? unknownInstrument(code, today)
      : presentInstrument(instrument, provinces.rulesOn(place, today), language);
  }
}

/** A code that no configuration knows any more stands for itself. */
function unknownInstrument(code: string, from: CalendarDate): PolicyInstrument {
  const none = { addresses: [], fundingSources: [], requiresLabour: false, cap: null, department: null, source: null };
  return { ...none, code, name: code, family: 'OTHER', nature: 'OTHER', from, to: null };
}
