import { readersBehind } from '../../domain/jurisdiction/scorecard-readers.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { isShareFigure, type ScorecardFigure } from '../../domain/scorecard/scorecard-figure.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { hashJoins } from '../../platform/database/hash-joins.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { cursorOwner, pageRequest, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { AccessService, Reach } from '../access/index.js';
import { FigureJudge, type JudgeParts } from './figure-judge.js';
import { judgedOn } from './figure-rows.repository.js';
import { type JudgedGroups, noticeGroups, supportGroups } from './judged-groups.repository.js';
import type { ScoreScope } from './score-scope.repository.js';
import { BY_VILLAGE, behindFigure, recordsBehind } from './scorecard-record.repository.js';

/** 追溯所需 · What it stands on. */
export interface ScorecardRecordsParts extends JudgeParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly cursorSeal: CursorSeal;
}

/** 追溯的提问 · Of which figure, region and days, and which side of a share. */
export interface RecordsQuestion {
  readonly region: RegionCode;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly figure: ScorecardFigure;
  /** Those that meet the figure, or those that do not; null for all of which the share is taken. */
  readonly met: boolean | null;
}

const READ = 'Query.scorecardRecords';
/** Groups that are judged for one page: a year of a province has fewer. */
const MOST_GROUPS = 20_000;

/**
 * 指标追溯 · The records behind a figure of a scorecard, page by page: by the condition that the figure itself is counted by.
 *
 * @article 5.3
 */
export class ScorecardRecordsService {
  private readonly judge: FigureJudge;

  constructor(private readonly parts: ScorecardRecordsParts) {
    this.judge = new FigureJudge(parts);
  }

  /**
   * 一页记录 · A page of the records behind a figure, by village.
   *
   * @throws ApiError FORBIDDEN for whoever may not see such records, BAD_USER_INPUT for days that are turned round, for the other side of
   *   what is no share, for a region with too much to judge and for sizes out of bounds, INVALID_CURSOR for a cursor of another list
   */
  async page(
    caller: Caller,
    question: RecordsQuestion,
    paging: ForwardPagingArgs,
    asked: Selection,
  ): Promise<Connection<Row>> {
    const { cursorSeal, database } = this.parts;
    const { region, from, to, figure, met } = question;
    const reach = await this.reachOf(caller, figure);
    if (from > to) throw wrong(`${from} is after ${to}`, 'from');
    if (met !== null && !isShareFigure(figure))
      throw wrong(`${figure} is a number and no share: leave \`met\` out`, 'met');
    const owner = cursorOwner(caller.principal?.subject ?? '', 'scorecardRecords', question);
    const request = pageRequest(paging, cursorSeal, owner);
    const wanted = { nodes: selectedNodes(asked), order: BY_VILLAGE, request, total: selects(asked, 'totalCount') };
    const counties = reach.counties(region);
    const scope: ScoreScope = { reach, counties, region, digits: 0, from, to, today: caller.today };
    return database.read(reach.scope, async (tx) => {
      const judged = counties.length === 0 ? null : await this.judged(tx, scope, question);
      const filter = { counties, where: behindFigure(figure, scope, met, judged) };
      const { page, total } = await recordsBehind(figure).page(tx, reach, filter, wanted);
      return toConnection(page, cursorSeal, owner, total);
    });
  }

  private async reachOf(caller: Caller, figure: ScorecardFigure): Promise<Reach> {
    await this.parts.access.reach(caller, READ);
    const reach = await this.parts.access.reachAs(caller, readersBehind(figure));
    if (reach === null)
      throw new ApiError('FORBIDDEN', `None of the token's roles may read the records behind ${figure}.`);
    return reach;
  }

  /** What time limits and rules of notices say is judged by groups, as the share is; null for every other figure. */
  private async judged(
    tx: Transaction,
    scope: ScoreScope,
    { figure, met }: RecordsQuestion,
  ): Promise<JudgedGroups | null> {
    if (figure !== 'SUPPORTED_ON_TIME' && figure !== 'NOTICE_COMPLIANCE') return null;
    // Thousands of groups beside thousands of cases.
    await hashJoins(tx);
    const wanted = (verdict: boolean | null): boolean => verdict !== null && verdict === (met ?? verdict);
    if (figure === 'SUPPORTED_ON_TIME') {
      const groups = bounded(await supportGroups(tx, scope, MOST_GROUPS + 1));
      return { kind: 'SUPPORT', groups: groups.filter((group) => wanted(this.judge.support(group, judgedOn(scope)))) };
    }
    const groups = bounded(await noticeGroups(tx, scope, MOST_GROUPS + 1));
    return { kind: 'NOTICES', groups: groups.filter((group) => wanted(this.judge.notice(group))) };
  }
}

function bounded<T>(groups: readonly T[]): readonly T[] {
  if (groups.length <= MOST_GROUPS) return groups;
  throw wrong('there is more than can be judged for one page; ask for a smaller region or fewer days', 'region');
}

function wrong(message: string, argument: string): ApiError {
  return new ApiError('BAD_USER_INPUT', message, { path: [argument] });
}
