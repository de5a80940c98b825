import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { levelOf, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import { appendToOwnChain } from '../audit/index.js';
import { type Changed, type ChangeService, notFound } from '../change/index.js';
import type { RegionTree } from '../region/index.js';
import { type LinkFound, linksOf, recordLink } from './department-link.repository.js';

/** 登记联通 · The mutation's input. */
export interface RecordLink {
  readonly idempotencyKey?: string | null;
  readonly region: RegionCode;
  readonly department: Department;
  readonly since: CalendarDate;
  readonly realTime: boolean;
}

/** 联通服务所需 · What it stands on. */
export interface LinkParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly tree: RegionTree;
}

const RECORD = 'Mutation.recordDepartmentLink';
const READ = 'Query.departmentLinks';

/**
 * R27 部门联通服务 · Lists who delivers what since when. Deliveries are noted as they come; since when, and whether in real time, an
 * office records by a mutation and no configuration: a link begins on the day on which a county and a department agree, without
 * a release of the province's rules, and the trail says who recorded it.
 *
 * @article 5.2
 */
export class LinkService {
  constructor(private readonly parts: LinkParts) {}

  /** 部门联通清单 · Links of a region and of all below it, one line a department; empty out of the caller's reach. */
  async list(caller: Caller, region: RegionCode): Promise<LinkFound[]> {
    const reach = await this.parts.access.reach(caller, READ);
    const prefix = subtreePrefix(region);
    const codes = reach.offices().filter((code) => code.startsWith(prefix));
    if (codes.length === 0) return [];
    return this.parts.database.read(reach.scope, (tx) => linksOf(tx, reach, codes));
  }

  /** 登记联通 · Records since when a department delivers for a region, and how. */
  async record(caller: Caller, input: RecordLink): Promise<Changed<{ region: string }>> {
    const { access, changes, tree } = this.parts;
    const reach = await access.reach(caller, RECORD);
    const { region, department, since, realTime } = input;
    const refusals: Refusal[] = tree.has(region) && reach.covers(region) ? [] : [notFound('region')];
    if (refusals.length === 0 && ['NATION', 'TOWNSHIP', 'VILLAGE'].includes(levelOf(region)))
      refusals.push(
        refuse('BAD_VALUE', 'a department is linked for a county, a city or a province', ['region'], '5.2'),
      );
    if (since > caller.today)
      refusals.push(refuse('DATE_IN_FUTURE', `${since} has not come; today is ${caller.today}`, ['since'], '5.2'));
    if (refusals.length > 0) return { done: null, refusals };
    const request = { caller, operation: RECORD, input, county: region, ids: { region }, reach };
    return changes.make(request, async (tx) => {
      const change = { department, since, realTime };
      const role = reach.roleFor(region);
      const record = { action: 'recordDepartmentLink', occurredOn: caller.today, change, role };
      await appendToOwnChain(tx, caller, { kind: 'Links', code: region, regionCode: region, record });
      await recordLink(tx, { region, department, since, realTime, at: caller.now.toISOString() });
    });
  }
}
