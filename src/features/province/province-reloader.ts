import type { Logger } from '../../platform/logging/logger.js';
import type { ProvinceCatalogue, ProvinceService } from './province.service.js';
import { type RefusedModule, tellRefused } from './province-health.js';

/** 重载结果 · What came of the last time that the modules were loaded anew. @article 5.1 */
export interface ReloadReport {
  readonly at: string;
  /** `refused`: a module has a fault, or the register could not be written; what ruled before rules on. */
  readonly outcome: 'loaded' | 'refused';
  readonly refused: readonly RefusedModule[];
}

/** 重载所需 · What loading anew stands on. @article none — technical */
export interface ReloadParts {
  readonly provinces: Pick<ProvinceService, 'replace'>;
  /** Reads the modules and the registry as they are now. */
  readonly build: () => Promise<ProvinceCatalogue>;
  /** Keeps the configurations in the registry before any run can name them. */
  readonly keep: (catalogue: ProvinceCatalogue) => Promise<void>;
  readonly logger: Pick<Logger, 'info' | 'error'>;
  readonly now: () => Date;
}

/**
 * 重载配置 · Loads the modules anew while the server runs: all good, they rule whatever starts afterwards; any fault, the old
 * ones stay and the fault is told.
 *
 * One after the other, however often it is asked: a later call sees what changed before it.
 *
 * @article 5.1
 */
export class ProvinceReloader {
  private turn: Promise<unknown> = Promise.resolve();
  private report: ReloadReport | null = null;

  constructor(private readonly parts: ReloadParts) {}

  /** 上次重载 · Null until the first time. */
  last(): ReloadReport | null {
    return this.report;
  }

  /** 重载 · @throws never; what went wrong is in the report and in the log */
  reload(): Promise<ReloadReport> {
    const next = this.turn.then(() => this.attempt());
    this.turn = next;
    return next;
  }

  private async attempt(): Promise<ReloadReport> {
    const { provinces, build, keep, logger, now } = this.parts;
    const at = now().toISOString();
    try {
      const catalogue = await build();
      const refused = tellRefused(catalogue.refused);
      if (refused.length === 0) {
        await keep(catalogue);
        provinces.replace(catalogue);
        logger.info({ count: catalogue.provinces.size }, 'the province modules were loaded anew');
        return this.keepReport({ at, outcome: 'loaded', refused });
      }
      for (const { province, faults } of refused)
        logger.error(
          { province, faults: faults.map(({ sentence }) => sentence) },
          'a province module was refused; what ruled before rules on',
        );
      return this.keepReport({ at, outcome: 'refused', refused });
    } catch (err) {
      logger.error({ err }, 'the province modules could not be loaded anew; what ruled before rules on');
      return this.keepReport({ at, outcome: 'refused', refused: [] });
    }
  }

  private keepReport(report: ReloadReport): ReloadReport {
    this.report = report;
    return report;
  }
}
