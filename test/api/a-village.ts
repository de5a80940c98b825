import { PLACE } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

/** A case of the village as a test holds it. */
export interface VillageCase {
  readonly id: string;
  version: number;
}

const FIELDS = `cases { id version status currentSteps { definition { code } } }
  rowErrors { index code path article message currentVersion } userErrors { code path message article }`;

/** A village with many cases under identification since 1 March 2023, and what is done to all of them at once. */
export class Village {
  constructor(
    readonly app: StoryApp,
    readonly cases: VillageCase[],
  ) {}

  /** One item for each case. */
  items(
    step: string,
    occurredOn: string,
    section: Record<string, unknown> = {},
    cases: readonly VillageCase[] = this.cases,
  ) {
    const evidence = [{ kind: 'photograph', title: '现场照片', sha256: 'a'.repeat(64) }];
    return cases.map(({ id, version }) => ({
      caseId: id,
      expectedVersion: version,
      step,
      outcome: 'PASSED',
      occurredOn,
      evidence,
      ...section,
    }));
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
  async send(person: Parameters<StoryApp['mutate']>[0], name: string, input: Record<string, unknown>): Promise<any> {
    const payload = await this.app.mutate(person, name, input, FIELDS);
    for (const { id, version } of payload.cases) this.cases.find((one) => one.id === id)!.version = version;
    return payload;
  }
}

export const VERIFICATION = {
  visitors: ['village-worker'],
  findings: '户主慢性病,收入下降',
  category: 'MARGINAL_AT_RISK',
  risks: [{ riskType: 'ILLNESS', primary: true }],
};

/** Starts it on 8 March 2023 with so many cases. */
export async function openVillage(size: number): Promise<Village> {
  const app = await startStoryApp();
  await app.stage.today('2023-03-08');
  const households = Array.from({ length: size }, (_, n) => ({
    region: PLACE.village,
    number: `VILLAGE-${n}`,
    formerStatus: 'GENERAL',
    members: [{ name: `示例${n}`, relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' }],
  }));
  for (let from = 0; from < size; from += 500)
    await app.mutate(
      'village',
      'importHouseholds',
      { households: households.slice(from, from + 500) },
      'imported rowErrors { message } userErrors { message }',
    );
  const cases: VillageCase[] = [];
  for (const { number } of households) {
    const { data } = await app.ask('village', 'query($n: String!) { householdByNumber(number: $n) { id } }', {
      n: number,
    });
    const opening = { householdId: data.householdByNumber.id, channel: 'CADRE_INSPECTION', openedOn: '2023-03-01' };
    const { case: opened } = await app.mutate('village', 'openCase', opening);
    cases.push({ id: opened.id, version: opened.version });
  }
  return new Village(app, cases);
}
