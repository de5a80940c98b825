import { subtreePrefix } from '../../domain/kernel/region-code.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { KeyedDraw } from '../../domain/statistics/disclosure/cell.js';
import { keyCheckOf } from '../../domain/statistics/disclosure/key-check.js';
import { attributesOf } from '../../domain/statistics/disclosure/selection.js';
import { deriveRows, type SlotRow } from '../../domain/statistics/derive-rows.js';
import { bitsOf, type GroupingPlan, levelsOf, type StatPlan, TOGETHER } from '../../domain/statistics/stat-plan.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { Reach } from '../access/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { cutLevels, type GroupingRows, type StatBasis, type StatFilter } from '../stat-source/index.js';
import { newestPublication, type Publication } from './publish.repository.js';
import { type DomainParts, possibleCells } from './published-domains.js';
import { type PublishedFilter, publishedFilter } from './published-filter.js';
import { attributeOf, publishedRows, refusedToAnalyst as refused } from './published-rows.js';

/** 发布统计所需 · What published figures stand on. */
export interface PublishedFiguresParts {
  readonly analysis: Database;
  readonly provinces: ProvinceService;
  readonly tree: RegionTree;
  readonly draw: KeyedDraw;
}

/** 发布统计的提问 · A plan over the publication, within a reach. */
export interface PublishedQuestion {
  readonly filter: StatFilter;
  readonly plan: StatPlan;
  readonly reach: Reach;
  readonly counties: readonly string[];
  readonly basis: StatBasis;
  readonly asOf: CalendarDate | null;
}

/** 发布统计的结果 · Rows by the slots of the plan, and how many cells are not shown. */
export interface PublishedAnswer {
  readonly groupings: readonly GroupingRows[];
  readonly suppressed: number;
  /** Of the publication. */
  readonly day: CalendarDate;
}

/**
 * 发布统计 · Answers analysts from the newest publication, and from nothing else: perturbed by the keys of the units, rounded, and
 * without what would tell of single households.
 *
 * @article 5.3
 */
export class PublishedFigures {
  constructor(private readonly parts: PublishedFiguresParts) {}

  /**
   * 准备提问 · Checks a question before anything is read.
   *
   * @returns what reads the answer: it throws ApiError SERVICE_UNAVAILABLE while nothing is published
   * @throws ApiError BAD_USER_INPUT for what is not published
   */
  prepare(question: PublishedQuestion): () => Promise<PublishedAnswer> {
    const { filter, basis, plan } = question;
    const chosen = publishedFilter(filter, (groups) => groups.flatMap((group) => basis.riskGroups.get(group) ?? []));
    const filteredBy = attributesOf(chosen.selection);
    if (filteredBy === null) throw refused('the filter is too involved for published figures', 'where');
    for (const grouping of plan.groupings) refuseTooFine(grouping);
    return () => this.read(question, chosen, filteredBy);
  }

  private read(
    question: PublishedQuestion,
    chosen: PublishedFilter,
    filteredBy: readonly string[],
  ): Promise<PublishedAnswer> {
    const { plan } = question;
    return this.parts.analysis.read(question.reach.scope, async (tx) => {
      const publication = await publicationFor(tx, question.asOf, this.parts.draw);
      const groupings: GroupingRows[] = [];
      let suppressed = 0;
      for (const grouping of plan.groupings) {
        const found = await this.levels(tx, question, grouping, { chosen, filteredBy, publication });
        groupings.push(cutLevels(deriveRows(grouping, found.rows), plan.limit));
        suppressed += found.suppressed;
      }
      return { groupings, suppressed, day: publication.day as CalendarDate };
    });
  }

  /** Totals are tables of their own, as whoever asks for fewer dimensions is shown them: the rows shown need not add up to them. */
  private async levels(
    tx: Transaction,
    question: PublishedQuestion,
    grouping: GroupingPlan,
    chosen: Chosen,
  ): Promise<PublishedLevel> {
    const found: PublishedLevel[] = [];
    for (const kept of levelsOf(grouping)) {
      const level = { ...grouping, dimensions: grouping.dimensions.slice(0, kept) };
      const { rows, suppressed } = await this.table(tx, question, level, chosen);
      found.push({ rows: rows.map((row) => ({ ...row, [TOGETHER]: bitsOf(grouping, kept) })), suppressed });
    }
    return {
      rows: found.flatMap(({ rows }) => rows),
      suppressed: found.reduce((all, { suppressed }) => all + suppressed, 0),
    };
  }

  private async table(
    tx: Transaction,
    { filter, reach, counties, basis }: PublishedQuestion,
    grouping: GroupingPlan,
    { chosen, filteredBy, publication }: Chosen,
  ): Promise<PublishedLevel> {
    const { subject } = filter;
    const domains = domainsOf(this.parts, publication);
    const wanted = {
      subject,
      publication,
      grouping,
      counties,
      scope: reach.scope,
      regionPrefix: filter.where?.region ? subtreePrefix(filter.where.region) : null,
      basis,
      chosen: { ...chosen, filteredBy },
      domains,
    };
    const rows = await publishedRows(tx, wanted, this.parts.draw);
    const possible = possibleCells(grouping.dimensions.map(attributeOf), { ...domains, subject, counties });
    return { rows, suppressed: Math.max(0, possible - rows.length) };
  }
}

/** 取值范围 · Which values attributes may have on the day of a publication, of any subject and anywhere. @article none — technical */
export function domainsOf(
  { tree, provinces }: Pick<PublishedFiguresParts, 'tree' | 'provinces'>,
  { day }: Pick<Publication, 'day'>,
): Omit<DomainParts, 'subject' | 'counties'> {
  return { tree, provinces, day: day as CalendarDate };
}

/** Rows of one level, and how many of its cells are not shown. */
interface PublishedLevel {
  readonly rows: readonly SlotRow[];
  readonly suppressed: number;
}

interface Chosen {
  readonly chosen: PublishedFilter;
  readonly filteredBy: readonly string[];
  readonly publication: Publication;
}

/**
 * 所读发布 · The publication that is read.
 *
 * @param asOf  the day that is asked about; null for the newest
 * @throws ApiError SERVICE_UNAVAILABLE while nothing is published under the server's key, BAD_USER_INPUT for another day than the published one
 * @article 5.3
 */
export async function publicationFor(
  tx: Transaction,
  asOf: CalendarDate | null,
  draw: KeyedDraw,
): Promise<Publication> {
  const publication = await newestPublication(tx);
  if (publication === null)
    throw new ApiError(
      'SERVICE_UNAVAILABLE',
      'No figures are published yet, and analysts are shown published ones only; they are published every night.',
    );
  // One publication perturbed by two keys would let the noise be averaged.
  if (publication.keyCheck !== null && publication.keyCheck !== keyCheckOf(draw))
    throw new ApiError(
      'SERVICE_UNAVAILABLE',
      'The figures were published under another key than this server has; they are answered again once they are published anew.',
    );
  if (asOf !== null && asOf !== publication.day)
    throw refused(`figures are published as of ${publication.day}`, 'asOf');
  return publication;
}

/** Days and villages tell single households apart; exact incomes are no dimension anyway. Two publications are never compared. */
function refuseTooFine({ dimensions, changes }: GroupingPlan): void {
  const since = changes.find(({ against }) => against.kind === 'DAY');
  if (since !== undefined)
    throw refused(
      'only the newest publication is kept, so that changes are told between periods, by `against`',
      since.keys[0]!,
    );
  for (const { level, bucket, keys } of dimensions) {
    if (level === 'VILLAGE') throw refused('townships are the smallest places that are published', keys[0]!);
    if (bucket === 'DAY') throw refused('months are the shortest times that are published', keys[0]!);
  }
}
