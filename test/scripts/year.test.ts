import { expect, it } from 'vitest';
import { FIRST_DAY } from '../../scripts/year/places.js';
import { playYear, type YearPlayed } from '../../scripts/year/play-year.js';
import { RehearsalClock } from '../../scripts/year/rehearsal-clock.js';
import { reportOf } from '../../scripts/year/report.js';
import { Stage } from '../../scripts/year/stage.js';
import { readEnv } from '../../src/platform/config/env.js';
import { freshDatabase } from '../support/test-database.js';
import { type Told, tellGuide } from '../docs/tell-guide.js';

const HOUSEHOLDS = 1_200;
const SEED = 7;

interface PlayedYear extends Told {
  readonly stage: Stage;
  readonly played: YearPlayed;
}

tellGuide<PlayedYear>({
  path: 'docs/guides/a-year-in-a-county.md',
  cast: {
    hunan: { grant: { role: 'PROVINCE_OFFICER', region: '430000' } },
    yunnan: { grant: { role: 'PROVINCE_OFFICER', region: '530000' } },
    flooded: { grant: { role: 'COUNTY_OFFICER', region: '430626' } },
  },
  requestsAtLeast: 5,
  async start() {
    const database = await freshDatabase({ filled: true });
    const env = readEnv({ NODE_ENV: 'test', DATA_DIR: database.folder, ...database.env });
    const stage = await Stage.open(env, new RehearsalClock(FIRST_DAY));
    const stop = async (): Promise<void> => {
      await stage.stop();
      await database.drop();
    };
    try {
      const played = await playYear(stage, { households: HOUSEHOLDS, seed: SEED });
      return {
        stage,
        played,
        token: ([grant], claims) => stage.token({ ...grant!, ...claims }),
        ask: (token, query, variables) => stage.send(token, query, variables),
        stop,
      };
    } catch (error) {
      await stop();
      throw error;
    }
  },
  shown: { report: ({ played }) => reportOf(played) },
  more(product) {
    it('finds everything that was planted, and nothing beside it', () => {
      const { lines } = product().played;
      expect(lines.filter(({ agrees }) => !agrees)).toEqual([]);
      const told = (kind: string) => lines.filter(({ what }) => what.startsWith(`${kind}, `));
      expect(told('fault')).toHaveLength(21);
      expect(told('warning')).toHaveLength(4);
      expect(told('sheet')).toHaveLength(7);
    });

    it('plants nothing in a register that holds households', async () => {
      const again = playYear(product().stage, { households: HOUSEHOLDS, seed: SEED });
      await expect(again).rejects.toThrow('the register holds households already');
    });
  },
});
