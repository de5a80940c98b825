import 'reflect-metadata';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, packageRoot } from '../src/app.js';
import type { Grant } from '../src/domain/jurisdiction/role.js';
import { issueDevelopmentToken } from '../src/platform/auth/development-keys.js';
import { ChartPictures } from '../src/platform/chart/chart-pictures.js';
import { readEnv } from '../src/platform/config/env.js';
import { createLogger } from '../src/platform/logging/logger.js';
import { type GuidePicture, picturesOf } from './guide-pictures.js';

/**
 * 文档图片 · `npm run pictures` draws the pictures of the guides from the queries beside them, over the demonstration's register on a
 * pinned day, and writes them to docs/pictures.
 */
const GRANTS: Readonly<Record<string, Grant>> = {
  province: { role: 'PROVINCE_OFFICER', region: '430000' },
  county: { role: 'COUNTY_OFFICER', region: '430121' },
  nation: { role: 'NATIONAL_OFFICER', region: '000000' },
};
const GUIDES = join(packageRoot(), 'docs', 'guides');
const PICTURES = join(packageRoot(), 'docs', 'pictures');

const folder = mkdtempSync(join(tmpdir(), 'holdline-pictures-'));
const env = readEnv({ DATA_DIR: folder, TODAY: '2023-11-30', DEMO: 'on', LOG_LEVEL: 'error', RATE_LIMIT: 'off' });
const app = await createApp({ env, logger: createLogger(env), inMemory: {} });
const charts = new ChartPictures(app.handler);
try {
  mkdirSync(PICTURES, { recursive: true });
  for (const guide of readdirSync(GUIDES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')))
    for (const picture of picturesOf(readFileSync(join(GUIDES, guide), 'utf8'))) {
      const { status, body } = await draw(picture);
      if (status !== 200) throw new Error(`${guide}, ${picture.name}: ${String(body)}`);
      writeFileSync(join(PICTURES, `${picture.name}.svg`), body);
      console.log(`docs/pictures/${picture.name}.svg: ${body.length} bytes`);
    }
} finally {
  await charts.stop();
  await app.stop();
  rmSync(folder, { recursive: true });
}

async function draw({ who, kind, query, chart }: GuidePicture) {
  const claims = { subject: who, grants: [GRANTS[who]!], department: null, household: null, minutes: 30 };
  const token = await issueDevelopmentToken(env, claims, new Date());
  return charts.answer({
    kind,
    picture: 'svg',
    body: { query },
    chart,
    authorization: `Bearer ${token}`,
    language: 'zh',
    requestId: 'pictures',
  });
}
