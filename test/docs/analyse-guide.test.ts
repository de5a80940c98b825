import { date } from '../../src/domain/kernel/calendar-date.js';
import { DISCLOSURE_DEFAULTS } from '../../src/domain/statistics/disclosure/parameters.js';
import { loadRegister } from '../../src/features/demonstration/index.js';
import { DEMONSTRATION_COUNTIES } from '../../src/features/region/index.js';
import { publishFigures } from '../../src/features/statistics/index.js';
import { Database } from '../../src/platform/database/database.js';
import { startTestApp } from '../support/test-app.js';
import { tellGuide } from './tell-guide.js';

const TODAY = date('2023-11-30');

tellGuide({
  path: 'docs/guides/analyse.md',
  cast: {
    province: { grant: { role: 'PROVINCE_OFFICER', region: '430000' } },
    nation: { grant: { role: 'NATIONAL_OFFICER', region: '000000' } },
    analyst: { grant: { role: 'ANALYST', region: '000000' } },
  },
  requestsAtLeast: 14,
  async start() {
    // The same keys make the same noise, so that what analysts are shown can be compared.
    const PII_KEYS = `guide:${Buffer.alloc(32, 'analyse').toString('base64')}`;
    const product = await startTestApp(TODAY, { DEMO: 'off', PII_KEYS });
    const { ground, engine } = product.app;
    const order = { households: 300, seed: 7, counties: DEMONSTRATION_COUNTIES };
    await loadRegister({ ...ground, engine, today: TODAY, ...order });
    const parts = { ...ground, database: new Database(engine), parameters: DISCLOSURE_DEFAULTS };
    await publishFigures(parts, { today: TODAY, now: () => new Date() });
    return product;
  },
});
